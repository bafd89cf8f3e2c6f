"""Invitations as a calendar reads them: by the icalendar library, which many programs use."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.utils import timezone

from outbox.models import Message
from projects.conversation.meetings.events import events_of_meetings
from projects.conversation.meetings.invitation import calendar_of

HARM = "Ends;here,\\n\r\nEND:VEVENT\r\nATTENDEE:mailto:x@collab.example\r\n 🏠é\x07"


def read(text):
    calendar = icalendar.Calendar.from_ical(text)
    [event] = calendar.walk("VEVENT")
    assert not event.errors
    return calendar, event


def test_a_calendar_reads_the_times_the_place_and_the_words(meeting):
    calendar, event = read(calendar_of(meeting))

    assert calendar["METHOD"] == "PUBLISH"
    assert event.decoded("DTSTART") == meeting.starts_at.astimezone(UTC)
    assert event.decoded("DTEND") == meeting.ends_at.astimezone(UTC)
    assert str(event["UID"]) == str(meeting.uid)
    assert str(event["SUMMARY"]) == "Meeting: What the first visit is like"
    assert str(event["LOCATION"]) == "The library, room 2"
    assert "To join by phone, ring: 0115 496 0000, then 8374#" in str(event["DESCRIPTION"])
    assert str(event["ORGANIZER"].params["CN"]) == meeting.project.organisation.name
    assert "ATTENDEE" not in event


@pytest.mark.parametrize(("month", "hour"), [("2027-01-15", 10), ("2027-07-15", 9)])
def test_winter_and_summer_time_are_told_apart(meeting, lead, month, hour):
    start = timezone.make_aware(datetime.fromisoformat(f"{month}T10:00"))
    times = {"starts_at": start, "ends_at": start + timedelta(hours=1)}
    meeting.change(by=lead, because="Another day.", **times)

    assert read(calendar_of(meeting))[1].decoded("DTSTART").hour == hour


def test_a_change_is_the_same_event_with_a_higher_number(meeting, lead, participant):
    uid = str(read(calendar_of(meeting))[1]["UID"])
    numbers = []
    for place in ("The school", "The town hall"):
        meeting.change(by=lead, place=place, because="More room.")
        calendar, event = read(calendar_of(meeting))
        numbers.append(event["SEQUENCE"])
        assert (str(event["UID"]), str(event["LOCATION"])) == (uid, place)
        assert (calendar["METHOD"], event["STATUS"]) == ("PUBLISH", "CONFIRMED")
    meeting.call_off(by=lead, because="Snow.")
    last = Message.objects.filter(to=participant).first()
    calendar, event = read(last.calendar)

    assert numbers == [1, 2]
    assert (str(event["UID"]), event["SEQUENCE"]) == (uid, 3)
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")


def test_what_people_type_is_never_a_part_of_the_calendar(meeting, lead):
    meeting.change(by=lead, what_for=HARM, place=HARM, getting_in=HARM * 20, because="x")
    _calendar, event = read(calendar_of(meeting))

    assert "ATTENDEE" not in event
    assert str(event["LOCATION"]).startswith("Ends;here,\\n\nEND:VEVENT\nATTENDEE:mailto:")
    assert "🏠é" in str(event["LOCATION"])


def test_the_events_of_a_member_are_those_of_their_project(project, lead, meeting, closed):
    meeting.call_off(by=lead, because="Snow.")
    events = events_of_meetings(project.memberships.get(user=lead))

    assert [(one.uid, one.is_off, one.sequence) for one in events] == [
        (str(closed.uid), False, 0),
        (str(meeting.uid), True, 1),
    ]
