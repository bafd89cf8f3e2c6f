import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def address(closed):
    return f"{closed.get_absolute_url()}summary/correct/"


def test_it_is_corrected_with_its_reason_and_the_team_hears(
    signed_in, lead, participant, closed, address
):
    new = {"because": "It was cold.", "text": "It is cold.", "easy": ""}
    signed_in(lead).post(address, new | {"opened_at": str(closed.version)})

    assert [one.text for one in closed.summaries.all()][1:] == ["It is cold."]
    assert closed.summaries.first().text.startswith("# The room")
    message = Message.objects.get(to=participant, subject="The summary of a meeting is corrected")
    assert "Why it is corrected: It was cold." in message.text


def test_without_a_reason_it_stays(signed_in, lead, closed, address):
    new = {"because": "", "text": "It is cold.", "easy": "", "opened_at": str(closed.version)}
    page = Page(signed_in(lead).post(address, new))

    assert "Write something here." in page.text("id_because-error")
    assert closed.summaries.count() == 1


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, closed, address):
    opened_at = str(closed.version)
    closed.correct(by=lead, opened_at=None, because="x", text="Theirs.")
    new = {"because": "y", "text": "Mine.", "easy": "", "opened_at": opened_at}
    response = signed_in(lead).post(address, new)

    assert response.status_code == 409
    assert "What you wrote Mine. What is there now Theirs." in Page(response).text("meanwhile")
    assert closed.summaries.count() == 2


def test_before_it_is_closed_there_is_nothing_to_correct(signed_in, lead, url):
    assert signed_in(lead).get(f"{url}summary/correct/").status_code == 404


def test_others_may_not(refuses, address):
    refuses(address, because="x", text="y")
