import pytest

from outbox.models import Message
from projects.conversation.meetings.agenda.suggesting import suggestions_for
from tests import factories
from tests.reading import Page
from ui.display import Display


@pytest.fixture
def address(url):
    return f"{url}call-off/"


def test_everybody_hears_that_and_why(signed_in, lead, participant, meeting, address):
    response = signed_in(lead).post(address, {"because": "The hall is flooded."})

    meeting.refresh_from_db()
    assert response.url == meeting.get_absolute_url()
    assert (meeting.is_called_off, meeting.on_the_day) == (True, "")
    message = Message.objects.get(to=participant, subject="A meeting is called off")
    assert "Why: The hall is flooded." in message.text
    for line in ("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", f"UID:{meeting.uid}"):
        assert line in message.calendar.splitlines(), line


def test_it_goes_out_of_calendars_and_not_into_them(signed_in, participant, lead, meeting, url):
    client = signed_in(participant)
    assert "Put it in my calendar" in Page(client.get(url)).text("facts")
    meeting.call_off(by=lead, because="The hall is flooded.")
    assert "Take it out of my calendar" in Page(client.get(url)).text("facts")


def test_without_a_reason_it_takes_place(signed_in, lead, meeting, address):
    response = signed_in(lead).post(address, {"because": ""})

    assert "Write something here." in response.text
    meeting.refresh_from_db()
    assert meeting.is_planned


def test_pressed_twice_people_are_told_once(signed_in, lead, participant, address):
    client = signed_in(lead)
    client.post(address, {"because": "Snow."})
    client.post(address, {"because": "Snow."})

    assert Message.objects.filter(to=participant, subject="A meeting is called off").count() == 1


def test_a_closed_meeting_took_place(signed_in, lead, closed):
    response = signed_in(lead).post(f"{closed.get_absolute_url()}call-off/", {"because": "No."})

    assert response.status_code == 409
    closed.refresh_from_db()
    assert closed.is_closed


def test_what_stood_on_its_agenda_can_be_taken_up_again(lead, meeting, point):
    later = factories.make_meeting(meeting.project, days=20)
    point.park(True, by=lead)
    meeting.call_off(by=lead, because="Snow.")
    heading, [one] = suggestions_for(later, Display())[0]
    assert (heading, one.words) == ("Left over from an earlier meeting", "The letter")


def test_others_may_not(refuses, address):
    refuses(address, because="No.")
