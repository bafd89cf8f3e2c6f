import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def address(room):
    return f"{room}action/"


@pytest.fixture
def typed(place):
    said = {"what": "Ring the printer", "owner": str(place.pk), "body": "", "due_day": "5",
            "due_month": "5", "due_year": "2027"}  # fmt: skip
    return {f"action-{name}": value for name, value in said.items()}


def test_who_does_what_by_when(
    signed_in, lead, participant, project, meeting, point, place, address, typed
):
    signed_in(lead).post(address, typed)

    action = project.actions.get()
    assert (action.what, action.owner, action.due) == ("Ring the printer", place, "2027-05-05")
    assert (meeting.captured.get().action, meeting.captured.get().point) == (action, point)
    assert Message.objects.get(to=participant, subject="Something to do for your team")


def test_another_body_can_do_it_or_nobody_yet(signed_in, participant, project, address, typed):
    client = signed_in(participant)
    client.post(address, typed | {"action-owner": "", "action-body": "The trust"})
    client.post(address, typed | {"action-owner": "", "action-what": "Something else"})

    assert [one.who for one in project.actions.all()] == ["The trust", ""]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("what", "", "Write something here."),
        ("owner", "999999", "Choose one of these."),
        ("body", "The trust", "Choose a member, or write another team. Not both."),
        ("due_month", "13", "This is not a real date."),
    ],
)
def test_what_is_wrong_is_said(signed_in, lead, project, address, typed, name, value, said):
    response = signed_in(lead).post(address, typed | {f"action-{name}": value})

    assert response.status_code == 422
    assert said in Page(response).text(f"id_action-{name.partition('_')[0]}-error")
    assert not project.actions.exists()


def test_pressed_twice_it_is_there_once(signed_in, lead, project, meeting, address, typed):
    client = signed_in(lead)
    client.post(address, typed)
    client.post(address, typed)

    assert (project.actions.count(), meeting.captured.count()) == (1, 1)


def test_others_may_not(refuses, address, typed):
    refuses(address, participant=302, **typed)
