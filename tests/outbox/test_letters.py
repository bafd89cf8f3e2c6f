import pytest

from accounts.models import PrivateRead
from needs.models import Need, NeedKind
from outbox.models import Message
from tests import factories

ADDRESS = "/outbox/letters/"


@pytest.fixture
def pat(project):
    fields = {"email": None, "way": "post", "post_to": "1 Mill Lane"}
    return factories.make_member(project, user=factories.make_user("Pat Paper", **fields)).user


def tell(person, about, text="The paint is white."):
    return Message.write(to=person, subject="A decision", text=text, about=about)


def test_the_involvement_team_and_administrators_see_everyone_s(
    signed_in, involvement, administrator, project, other_lead, pat
):
    other = other_lead.memberships.get().project
    factories.make_member(other, user=pat)
    tell(pat, project), tell(pat, other)

    for person in (involvement, administrator):
        page = signed_in(person).get(ADDRESS).text
        assert "2 messages, the oldest from" in page
    assert PrivateRead.objects.filter(of=pat, what="postal address").count() == 2


def test_for_everyone_else_it_is_not_there(signed_in, lead, participant, outsider):
    answers = [signed_in(one).get(ADDRESS).status_code for one in (lead, participant, outsider)]

    assert answers == [404, 404, 404]


def test_another_organisation_s_see_and_tell_nobody(signed_in, other_involvement, project, pat):
    message, alone = tell(pat, project), tell(pat, None)
    client = signed_in(other_involvement)
    page = client.get(ADDRESS).text
    client.post(ADDRESS, {"messages": f"{message.pk},{alone.pk}", "way": "post"})

    assert ("No letters are waiting." in page, "Pat Paper" in page) == (True, False)
    assert Message.objects.by_hand().count() == 2


def test_what_is_of_no_organisation_is_for_those_who_run_the_website(signed_in, involvement, pat):
    message = tell(pat, None)
    assert "Pat Paper" not in signed_in(involvement).get(ADDRESS).text
    una = factories.make_user("Una", is_superuser=True)
    client = signed_in(una)
    assert "Pat Paper" in client.get(ADDRESS).text
    client.post(ADDRESS, {"messages": message.pk, "way": "post"})
    message.refresh_from_db()

    assert (message.envelope.done_by, message.envelope.state) == (una, "told")


def test_what_is_about_an_organisation_is_told_there(
    signed_in, involvement, other_involvement, organisation, pat
):
    tell(pat, organisation)
    factories.make_member(factories.make_project(other_involvement.oversees.get()), user=pat)

    assert "Pat Paper" in signed_in(involvement).get(ADDRESS).text
    assert "Pat Paper" not in signed_in(other_involvement).get(ADDRESS).text


def test_three_messages_cost_as_many_queries_as_one(signed_in, involvement, project, pat, queries):
    client = signed_in(involvement)
    tell(pat, factories.make_decision(project))
    queries(client, ADDRESS)
    first = queries(client, ADDRESS)
    for _n in range(2):
        tell(pat, factories.make_decision(project))

    assert queries(client, ADDRESS) == first


def test_the_involvement_team_reads_the_needs_that_were_shown_to_them(
    signed_in, involvement, administrator, organisation, project, pat
):
    NeedKind.lay_out(organisation)
    kind = organisation.need_kinds.get(key="large-print")
    Need.tell(pat, by=pat, kind=kind, words="20 point, please", named=[involvement])
    tell(pat, project)

    assert "20 point, please" in signed_in(involvement).get(ADDRESS).text
    assert "20 point" not in signed_in(administrator).get(ADDRESS).text
