import pytest

from projects.stage_map import states_of_steps
from tests.factories import make_member


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/move/"


def test_moving_on_records_why_and_who_was_asked(signed_in, lead, project, url):
    carer = make_member(project, perspective="carer")
    nurse = make_member(project, perspective="staff")
    asked = {"asked_lived": carer.pk, "asked_staff": nurse.pk}
    signed_in(lead).post(url, {"stage": "decision-time", "because": "It is clear.", **asked})

    project.refresh_from_db()
    move = project.moves.get()
    assert project.stage == "decision-time"
    assert (move.kind, move.because) == ("on", "It is clear.")
    assert (move.asked_lived, move.asked_staff) == (carer, nurse)
    line = project.activity.first()
    assert line.what == "moved on to"
    assert line.note == f"It is clear.\nAsked first: {carer}, {nurse}"


def test_skipping_and_going_back_are_moves_too(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, {"stage": "gather-ideas", "because": "We are late."})
    client.post(url, {"stage": "building-the-team", "because": "A carer left."})

    project.refresh_from_db()
    assert [move.kind for move in project.moves.all()] == ["skip", "back"]
    states, reasons = states_of_steps(project)
    assert list(states.values()) == ["been", "skipped", "current", "skipped", "been", "", ""]
    assert set(reasons.values()) == {"We are late."}


def test_a_move_needs_a_reason(signed_in, lead, project, url):
    page = signed_in(lead).post(url, {"stage": "decision-time", "because": ""}).text

    assert "Write something here." in page
    project.refresh_from_db()
    assert project.stage == "big-idea"


def test_a_stage_that_runs_throughout_is_no_step(signed_in, lead, project, url):
    typed = {"stage": "collaborative-partnership", "because": "?"}
    assert "Choose one of these." in signed_in(lead).post(url, typed).text
    with pytest.raises(ValueError, match="runs throughout"):
        project.move_to("collaborative-partnership", by=lead, because="?")


def test_sending_it_twice_moves_once(signed_in, lead, project, url):
    client = signed_in(lead)
    for _time in range(2):
        client.post(url, {"stage": "decision-time", "because": "It is clear."})
    assert project.moves.count() == 1


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    typed = {"stage": "decision-time", "because": "No."}
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, typed).status_code == status
    assert project.moves.count() == 0
