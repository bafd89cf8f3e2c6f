import pytest

from projects.models import Hand, Support
from tests import factories


@pytest.fixture
def address(url):
    return f"{url}come/"


def test_one_press_says_it_and_another_changes_it(
    signed_in, participant, meeting, place, url, address
):
    client = signed_in(participant)
    response = client.post(address, {"answer": "yes"})
    assert response.url == f"{url}#coming"
    assert "You said: I can come." in client.get(url).text

    client.post(address, {"answer": "phone"})
    assert [(one.member, one.answer) for one in meeting.coming.all()] == [(place, "phone")]


def test_anything_else_is_no_answer(signed_in, participant, meeting, address):
    signed_in(participant).post(address, {"answer": "perhaps"})

    assert not meeting.coming.exists()


def test_a_helper_says_it_for_the_member(signed_in, participant, meeting, place, url, address):
    helper = factories.make_user("Hal Helper")
    support = Support.ask(place, by=participant, helper=helper)
    support.agree(by=helper)
    hand = Hand.help(support)
    client = signed_in(helper)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": meeting.project_id}
    session.save()
    client.post(address, {"answer": "yes", "written_for": str(hand.pk)})

    said = meeting.coming.get()
    assert (said.member, said.answer, said.hand) == (place, "yes", hand)
    assert "Ben Participant, with help from Hal Helper" in signed_in(participant).get(url).text


def test_of_a_meeting_that_is_called_off_nothing_is_changed(
    signed_in, lead, participant, meeting, address
):
    meeting.call_off(by=lead, because="Snow.")

    assert signed_in(participant).post(address, {"answer": "yes"}).status_code == 409
    assert not meeting.coming.exists()


def test_others_may_not(refuses, address):
    refuses(address, participant=302, answer="yes")
