import pytest
from django.utils import timezone

from tests.reading import Page


@pytest.fixture
def address(room):
    return f"{room}decision/"


@pytest.fixture
def typed():
    said = {"question": "How long is the letter?", "decision": "One page.", "reason": "It is read.",
            "dissent": "", "status": "agreed"}  # fmt: skip
    return {f"decision-{name}": value for name, value in said.items()}


def test_a_lead_writes_down_what_was_agreed(
    signed_in, lead, project, meeting, point, room, address, typed
):
    response = signed_in(lead).post(address, typed)

    decision = project.decisions.get()
    captured = meeting.captured.get()
    assert response.url == f"{room}#captured-{captured.pk}"
    assert (captured.point, captured.decision, captured.by) == (point, decision, lead)
    assert (decision.status, decision.decision) == ("agreed", "One page.")
    assert decision.decided == timezone.localdate(meeting.starts_at).isoformat()
    assert (decision.by_whom, decision.where) == ("The team, at its meeting", "inside")


def test_what_a_participant_writes_down_is_a_proposal(
    signed_in, participant, project, address, typed
):
    signed_in(participant).post(address, typed)

    assert project.decisions.get().status == "proposed"


def test_pressed_twice_it_is_there_once(signed_in, lead, project, meeting, address, typed):
    client = signed_in(lead)
    client.post(address, typed)
    client.post(address, typed)

    assert (project.decisions.count(), meeting.captured.count()) == (1, 1)


def test_two_people_at_once_lose_nothing(
    signed_in, lead, participant, project, meeting, address, typed
):
    signed_in(lead).post(address, typed)
    signed_in(participant).post(address, typed | {"decision-decision": "Two pages."})

    assert meeting.captured.count() == 2


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(signed_in, lead, project, address, typed):
    response = signed_in(lead).post(address, typed | {"decision-decision": ""})

    page = Page(response)
    assert response.status_code == 422
    assert "Write something here." in page.text("id_decision-decision-error")
    assert page.values["decision-reason"] == "It is read."
    assert not project.decisions.exists()


def test_others_may_not(refuses, address, typed):
    refuses(address, participant=302, **typed)
