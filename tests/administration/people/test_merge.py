import pytest

from administration.models import Act
from outbox.models import Message
from tests import factories


@pytest.fixture
def twin(project, participant):
    """The other account of `participant`, in the same team."""
    person = factories.make_user("Ben P.", email="ben@home.example")
    factories.make_member(project, "lead", "carer", user=person)
    return person


@pytest.fixture
def address(twin, at):
    return at(f"merge/{twin.pk}/")


def chosen(kept, email):
    return {"keep": str(kept.pk), "email": email}


def test_the_page_says_what_will_move_before_it_is_done(
    signed_in, administrator, participant, twin, item, address
):
    item.answer("done", by=twin)
    page = signed_in(administrator).get(address).text

    assert "This cannot be taken back." in page
    assert "Both are in 1 team. There the older place stays, with the higher role." in page
    assert "Answers on checklists" in page
    assert item.project.title not in page
    assert Act.objects.count() == 0


def test_two_accounts_become_the_one_that_was_chosen(
    signed_in, administrator, participant, twin, project, address, at
):
    response = signed_in(administrator).post(address, chosen(participant, twin.email))

    participant.refresh_from_db()
    assert (response.url, participant.email) == (at(), "ben@home.example")
    assert project.memberships.here().get(user=participant).role == "lead"
    assert signed_in(administrator).get(f"/administration/people/{twin.pk}/").status_code == 404


def test_the_other_one_can_stay(signed_in, administrator, participant, twin, address):
    data = chosen(twin, twin.email)

    assert signed_in(administrator).post(address, data).url == f"/administration/people/{twin.pk}/"
    participant.refresh_from_db()
    assert participant.merged_into == twin


def test_both_questions_have_to_be_answered(signed_in, administrator, twin, address):
    page = signed_in(administrator).post(address, {"keep": ""})

    assert page.status_code == 200
    assert page.text.count("Choose one.") == 4
    assert Act.objects.count() == 0


def test_an_address_of_neither_is_refused(signed_in, administrator, participant, twin, address):
    data = chosen(participant, "mine@collab.example")

    assert "Choose one of these." in signed_in(administrator).post(address, data).text
    assert Act.objects.count() == 0


def test_the_only_address_there_is_needs_no_question(signed_in, administrator, project, lead):
    one, other = (factories.make_user("Bob", email=email) for email in (None, "bob@x.example"))
    for person in (one, other):
        factories.make_member(project, user=person)
    address = f"/administration/people/{one.pk}/merge/{other.pk}/"
    signed_in(administrator).post(address, {"keep": str(one.pk)})

    one.refresh_from_db()
    assert (one.email, one.reached_by) == ("bob@x.example", "post")
    told = Message.objects.filter(at_once=True).order_by("pk")
    assert [(message.to, message.address) for message in told] == [(one, ""), (lead, "")]
    assert told[1].subject == "An e-mail address was added for someone in your team"


def test_whoever_had_no_address_hears_of_it_where_they_did_before(
    signed_in, administrator, project, lead
):
    """The account that stays may be somebody else's: their letters must not go there."""
    paper = factories.make_user("Bob", email=None, post_to="1 Mill Lane")
    other = factories.make_user("Bob", email="bob@x.example", post_to="9 Far Road", phone="0115")
    for person in (paper, other):
        factories.make_member(project, user=person)
    address = f"/administration/people/{paper.pk}/merge/{other.pk}/"
    signed_in(administrator).post(address, {"keep": str(other.pk)})

    other.refresh_from_db()
    assert (other.email, other.reached_by) == ("bob@x.example", "post")
    assert (other.post_to, other.phone) == ("1 Mill Lane", "0115")
    assert Message.objects.by_hand().get(at_once=True).to == other
    assert Message.objects.filter(to=lead, at_once=True).count() == 1


def test_nobody_puts_their_own_account_together_with_another(
    signed_in, administrator, participant, project, at
):
    client, own = signed_in(administrator), administrator.pk
    data = chosen(participant, participant.email)
    answers = [
        client.post(at(f"merge/{own}/"), data).status_code,
        client.post(f"/administration/people/{own}/merge/{participant.pk}/", data).status_code,
    ]

    assert (answers, Act.objects.count()) == ([403, 404], 0)


def test_pressed_twice_is_done_once(signed_in, administrator, participant, twin, address):
    client = signed_in(administrator)
    data = chosen(participant, participant.email)

    assert client.post(address, data).status_code == 302
    assert client.post(address, data).status_code == 404
    assert Act.objects.count() == 1


def test_nobody_becomes_someone_else_by_it(
    signed_in, administrator, organisation, participant, involvement, project
):
    """Neither their own account nor that of one who looks after others can be part of it."""
    factories.make_member(project, user=administrator)
    client = signed_in(administrator)
    data = chosen(administrator, administrator.email)
    own = f"/administration/people/{administrator.pk}/merge/{participant.pk}/"
    theirs = f"/administration/people/{participant.pk}/merge/{administrator.pk}/"
    above = f"/administration/people/{participant.pk}/merge/{involvement.pk}/"

    assert [client.post(one, data).status_code for one in (own, theirs, above)] == [404, 403, 403]
    assert "is not yours alone to change" in client.get(above).text
    assert Act.objects.count() == 0


def test_an_account_with_a_place_elsewhere_is_left_alone(
    signed_in, administrator, in_both, twin, address
):
    assert signed_in(administrator).post(address, chosen(twin, twin.email)).status_code == 404
    twin.refresh_from_db()
    assert twin.is_active is True


def test_an_account_is_not_merged_with_itself(signed_in, administrator, participant, at):
    assert signed_in(administrator).get(at(f"merge/{participant.pk}/")).status_code == 404


def test_one_that_is_switched_off_cannot_be_the_one_that_stays(
    signed_in, administrator, participant, twin, address
):
    participant.is_active = False
    participant.save()
    page = signed_in(administrator).post(address, chosen(participant, twin.email))

    assert "This account is switched off. Bring it back first." in page.text


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_merge_nobody(request, signed_in, who, participant, twin, address):
    data = chosen(participant, participant.email)
    response = signed_in(request.getfixturevalue(who)).post(address, data)

    twin.refresh_from_db()
    assert (response.status_code, twin.merged_into) == (404, None)
