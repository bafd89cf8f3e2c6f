import pytest

from administration.models import Act
from outbox.models import Message
from tests import factories

WHY = {"because": "They asked us to.", "tell": "on"}


def test_the_account_is_off_at_once_with_its_reason(
    signed_in, administrator, participant, organisation, at
):
    theirs = signed_in(participant)
    response = signed_in(administrator).post(at("switch-off/"), WHY)

    participant.refresh_from_db()
    assert (response.url, participant.is_active) == (at(), False)
    assert theirs.get("/projects/").status_code == 302
    act = Act.objects.get()
    assert (act.what, act.whom, act.note) == (
        "switched off the account of",
        participant,
        "They asked us to.",
    )
    assert "They asked us to." in signed_in(administrator).get(at()).text


def test_a_session_from_before_stays_ended_when_they_come_back(
    signed_in, administrator, participant, at
):
    theirs, client = signed_in(participant), signed_in(administrator)
    client.post(at("switch-off/"), WHY)
    client.post(at("bring-back/"))

    participant.refresh_from_db()
    assert theirs.get("/projects/").status_code == 302
    assert signed_in(participant).get("/projects/").status_code == 200


def test_they_are_told_with_the_reason(signed_in, administrator, participant, at):
    signed_in(administrator).post(at("switch-off/"), WHY)

    message = Message.objects.get()
    assert (message.address, message.subject) == (
        participant.email,
        "Your account has been switched off",
    )
    assert "They asked us to." in message.text


def test_nobody_is_told_when_the_tick_is_taken_away(signed_in, administrator, participant, at):
    signed_in(administrator).post(at("switch-off/"), {"because": "They have died."})

    participant.refresh_from_db()
    assert (participant.is_active, Message.objects.count()) == (False, 0)


def test_a_reason_is_needed(signed_in, administrator, participant, at):
    page = signed_in(administrator).post(at("switch-off/"), {"because": "", "tell": "on"})

    participant.refresh_from_db()
    assert "Write something here." in page.text
    assert participant.is_active is True


def test_what_they_wrote_stays_with_their_name(
    signed_in, administrator, participant, lead, item, at
):
    item.answer("done", by=participant, note="We talked.")
    signed_in(administrator).post(at("switch-off/"), WHY)

    item.refresh_from_db()
    assert (item.answered_by, item.note) == (participant, "We talked.")
    assert participant.memberships.here().count() == 1


def test_a_project_that_would_be_without_a_lead_is_counted(signed_in, administrator, lead, project):
    page = signed_in(administrator).get(f"/administration/people/{lead.pk}/switch-off/").text

    assert "They are the only lead of 1 project. It needs another lead." in page
    assert project.title not in page


def test_the_last_administrator_stays_on(signed_in, superuser, administrator):
    address = f"/administration/people/{administrator.pk}/switch-off/"
    page = signed_in(superuser).post(address, WHY)

    administrator.refresh_from_db()
    assert "This is the last administrator. Add another one first." in page.text
    assert administrator.is_active is True


def test_pressed_twice_is_done_once(signed_in, administrator, participant, at):
    client = signed_in(administrator)
    for _press in range(2):
        assert client.post(at("switch-off/"), WHY).url == at()

    assert Act.objects.count() == 1


def test_nobody_switches_themselves_off(signed_in, administrator, organisation):
    organisation.administrators.add(factories.make_user())
    address = f"/administration/people/{administrator.pk}/switch-off/"

    assert signed_in(administrator).post(address, WHY).status_code == 404


def test_an_account_with_a_place_elsewhere_stays_on(signed_in, administrator, in_both, at):
    assert signed_in(administrator).post(at("switch-off/"), WHY).status_code == 404
    in_both.refresh_from_db()
    assert in_both.is_active is True


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_switch_nobody_off(request, signed_in, who, participant, at):
    response = signed_in(request.getfixturevalue(who)).post(at("switch-off/"), WHY)

    participant.refresh_from_db()
    assert (response.status_code, participant.is_active) == (404, True)
