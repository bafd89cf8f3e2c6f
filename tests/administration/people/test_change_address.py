import pytest
from allauth.account.models import EmailAddress

from administration.models import Act
from outbox.models import Message
from tests import factories

NEW = {"email": "Right@collab.example"}


def test_both_addresses_are_told_and_it_is_written_down(
    signed_in, administrator, participant, organisation, at
):
    old = participant.email
    participant.change(way="none")
    response = signed_in(administrator).post(at("change-address/"), NEW)

    participant.refresh_from_db()
    assert (response.url, participant.email) == (at(), "right@collab.example")
    told = Message.objects.order_by("pk")
    assert [(message.to, message.address, message.at_once) for message in told] == [
        (participant, "right@collab.example", True),
        (None, old, True),
    ]
    assert {message.subject for message in told} == {
        "The e-mail address of your account was changed"
    }
    act = Act.objects.get()
    assert (act.what, act.whom) == ("corrected the e-mail address of", participant)
    assert (act.by, act.organisation, act.note) == (administrator, organisation, "")


def test_what_the_old_address_opened_opens_nothing_any_more(
    signed_in, administrator, participant, at
):
    EmailAddress.objects.create(user=participant, email=participant.email, verified=True)
    theirs = signed_in(participant)
    assert theirs.get("/accounts/").status_code == 200
    signed_in(administrator).post(at("change-address/"), NEW)

    assert theirs.get("/accounts/").status_code == 302
    assert EmailAddress.objects.count() == 0


def test_someone_without_an_address_gets_one(signed_in, administrator, project):
    person = factories.make_member(project, user=factories.make_user("Bob", email=None)).user
    signed_in(administrator).post(f"/administration/people/{person.pk}/change-address/", NEW)

    person.refresh_from_db()
    assert (person.email, person.reached_by) == ("right@collab.example", "post")
    assert Message.objects.filter(to=None).count() == 0


@pytest.mark.parametrize(("phone", "way"), [("", "post"), ("0115 496 0000", "phone")])
def test_who_had_no_address_hears_of_it_as_before_and_so_do_their_leads(
    signed_in, administrator, involvement, project, lead, other_lead, phone, way
):
    person = factories.make_user("Bob", email=None, phone=phone)
    factories.make_member(project, user=person)
    signed_in(administrator).post(f"/administration/people/{person.pk}/change-address/", NEW)

    person.refresh_from_db()
    letter, told = Message.objects.order_by("pk")
    assert (letter.to, letter.address, letter.state, person.way) == (person, "", "waiting", way)
    assert list(Message.objects.by_hand()) == [letter]
    assert "right@collab.example" in letter.text
    assert "Bob" in signed_in(involvement).get("/outbox/letters/").text
    assert (told.to, told.at_once, told.in_project) == (lead, True, project.pk)
    assert told.text.startswith("Bob had no e-mail address.")
    act = Act.objects.get()
    assert (act.by, act.what, act.whom) == (administrator, "added an e-mail address for", person)


def test_an_address_that_is_taken_is_refused_and_the_try_is_written_down(
    signed_in, administrator, participant, outsider, at
):
    data = {"email": outsider.email.upper()}
    page = signed_in(administrator).post(at("change-address/"), data)

    participant.refresh_from_db()
    assert "Another account has this address. Is it the same person?" in page.text
    assert outsider.name not in page.text
    assert participant.email != outsider.email
    assert [act.what for act in Act.objects.all()] == ["tried an address that is taken, for"]
    assert Message.objects.count() == 0


def test_the_same_address_again_tells_nobody(signed_in, administrator, participant, at):
    signed_in(administrator).post(at("change-address/"), {"email": participant.email})

    assert (Message.objects.count(), Act.objects.count()) == (0, 0)


@pytest.mark.parametrize("whose", ["administrator", "involvement", "superuser"])
def test_one_who_looks_after_others_becomes_nobody_else_s(
    request, signed_in, administrator, organisation, project, whose
):
    """Whoever gets the codes of another administrator would be them."""
    colleague = factories.make_user("Bo Both")
    organisation.administrators.add(colleague)
    person = request.getfixturevalue(whose)
    factories.make_member(project, user=person)
    before = person.email
    address = f"/administration/people/{person.pk}/change-address/"
    response = signed_in(colleague).post(address, NEW)

    person.refresh_from_db()
    assert (response.status_code, person.email) == (404, before)


def test_who_runs_the_website_may(signed_in, superuser, involvement):
    address = f"/administration/people/{involvement.pk}/change-address/"
    signed_in(superuser).post(address, NEW)

    involvement.refresh_from_db()
    assert involvement.email == "right@collab.example"


def test_one_organisation_does_not_change_the_way_in_to_another(
    signed_in, administrator, in_both, at
):
    before = in_both.email
    response = signed_in(administrator).post(at("change-address/"), NEW)

    in_both.refresh_from_db()
    assert (response.status_code, in_both.email) == (404, before)


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_change_nothing(request, signed_in, who, participant, at):
    before = participant.email
    response = signed_in(request.getfixturevalue(who)).post(at("change-address/"), NEW)

    participant.refresh_from_db()
    assert (response.status_code, participant.email) == (404, before)
