import pytest

from tests.reading import Page
from ui.display import Display


@pytest.fixture
def address(room):
    return f"{room}idea/"


def test_said_in_the_room_it_has_no_name(signed_in, lead, project, meeting, point, address):
    signed_in(lead).post(address, {"idea-text": "A bell by the door.", "idea-whose": "room"})

    idea = project.ideas.get()
    assert meeting.captured.get().idea == idea
    said = idea.said_by(Display())
    assert said.startswith("People at a meeting, ")
    assert said.endswith(" (written down by Asha Lead)")


def test_ones_own_is_ones_own(signed_in, lead, project, address):
    signed_in(lead).post(address, {"idea-text": "A bell.", "idea-whose": "me"})

    assert project.ideas.get().said_by(Display()) == "Asha Lead"


def test_a_members_says_who_wrote_it_down(signed_in, lead, participant, place, project, address):
    signed_in(lead).post(address, {"idea-text": "A bell.", "idea-whose": str(place.pk)})

    idea = project.ideas.get()
    assert idea.given_by == participant
    assert idea.said_by(Display()) == "Ben Participant (written down by Asha Lead)"


def test_pressed_twice_it_is_there_once(signed_in, lead, project, meeting, address):
    client = signed_in(lead)
    for _press in range(2):
        client.post(address, {"idea-text": "A bell.", "idea-whose": "room"})

    assert (project.ideas.count(), meeting.captured.count()) == (1, 1)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("text", "", "Write something here."), ("whose", "999999", "Choose one of these.")],
)
def test_what_is_wrong_is_said(signed_in, lead, project, address, name, value, said):
    typed = {"idea-text": "A bell.", "idea-whose": "room"} | {f"idea-{name}": value}
    response = signed_in(lead).post(address, typed)

    assert response.status_code == 422
    assert said in Page(response).text(f"id_idea-{name}-error")
    assert not project.ideas.exists()


def test_others_may_not(refuses, address):
    refuses(address, participant=302, **{"idea-text": "A bell.", "idea-whose": "room"})
