import pytest

from outbox.models import Envelope
from tests import factories

ADDRESS = "/administration/"


def test_an_administrator_sees_the_organisation_and_what_needs_doing(
    signed_in, administrator, organisation
):
    page = signed_in(administrator).get(ADDRESS)

    assert page.status_code == 200
    assert f'<a href="/administration/organisation/{organisation.pk}/">' in page.text
    assert "Riverside Health has one administrator. Two are safer." in page.text


def test_when_nothing_is_waiting_the_page_says_so(signed_in, administrator, organisation):
    second = factories.make_user("Bo Both")
    organisation.administrators.add(second)
    for person in (administrator, second):
        factories.make_step(person)

    assert "Nothing is waiting at the moment." in signed_in(administrator).get(ADDRESS).text


@pytest.mark.parametrize("who", ["lead", "participant", "involvement", "outsider"])
def test_everyone_else_finds_nothing(request, signed_in, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).get(ADDRESS).status_code == 404
    assert "Looking after" not in signed_in(person).get("/stages/").text


def test_nobody_is_asked_to_sign_in(client, db):
    assert client.get(ADDRESS).url == "/accounts/login/?next=/administration/"


def test_the_way_here_is_in_the_main_menu(signed_in, administrator):
    assert (
        '<a href="/administration/" aria-current="true">'
        in signed_in(administrator).get(ADDRESS).text
    )
    assert (
        '<a href="/administration/">Looking after</a>'
        in signed_in(administrator).get("/projects/").text
    )


def test_each_sees_only_their_own_organisation(
    signed_in, administrator, other_administrator, superuser
):
    names = {"Riverside Health", "Hilltop Health"}

    def seen(person):
        return {name for name in names if f"<strong>{name}</strong>" in page_of(person)}

    def page_of(person):
        return signed_in(person).get(ADDRESS).text

    assert seen(administrator) == {"Riverside Health"}
    assert seen(other_administrator) == {"Hilltop Health"}
    assert seen(superuser) == names


def test_it_asks_as_much_for_one_organisation_as_for_three(
    signed_in, queries, superuser, organisation
):
    client = signed_in(superuser)
    client.get(ADDRESS)
    one = queries(client, ADDRESS)
    for _number in range(2):
        factories.make_organisation().administrators.add(factories.make_user())

    assert queries(client, ADDRESS) == one


def test_people_without_a_second_step_are_counted(
    signed_in, administrator, organisation, involvement
):
    factories.make_step(administrator)
    page = signed_in(administrator).get(ADDRESS).text
    assert "1 person who looks after others has not set up a second step" in page

    factories.make_step(involvement)
    assert "second step" not in signed_in(administrator).get(ADDRESS).text


def test_people_who_share_a_name_are_counted(signed_in, administrator, project):
    for _number in range(2):
        factories.make_member(project, user=factories.make_user("Ann Twice"))

    page = signed_in(administrator).get(ADDRESS).text
    assert "2 people share a name with another." in page


def test_the_page_bears_the_name_of_the_organisation_that_they_look_after(
    signed_in, organisation, other_administrator
):
    page = signed_in(other_administrator).get(ADDRESS).text

    assert '<span class="site-header__organisation">Hilltop Health</span>' in page


def test_mail_in_trouble_is_named_to_those_whose_people_it_is_for(
    signed_in, administrator, other_administrator, participant
):
    Envelope.new(to=participant, state=Envelope.State.GIVEN_UP).save()
    words = "1 e-mail did not arrive, or we do not know whether it did."

    assert words in signed_in(administrator).get(ADDRESS).text
    assert words not in signed_in(other_administrator).get(ADDRESS).text


ROOMS = {
    "E-mails, letters and calls": "/outbox/",
    "The list of needs": "/needs/kinds/",
    "What we tell people": "/privacy/statements/",
    "How long we keep things": "/privacy/retention/",
    "Kept for a legal reason": "/privacy/holds/",
}


def test_every_room_is_called_as_its_page_and_leads_back(signed_in, administrator, organisation):
    client = signed_in(administrator)
    page = client.get(ADDRESS).text

    for words, address in ROOMS.items():
        assert f'<a href="{address}">{words}</a>' in page
        room = client.get(address).text
        assert f"<h1>{words}</h1>" in room
        assert "Back to looking after" in room
    assert "The editions of the guide" not in page


def test_who_runs_the_website_looks_after_all_of_it(signed_in, organisation):
    una = factories.make_user("Una", is_superuser=True)
    client = signed_in(una)

    assert "The editions of the guide" in client.get(ADDRESS).text
    assert organisation.name in client.get("/needs/kinds/").text
