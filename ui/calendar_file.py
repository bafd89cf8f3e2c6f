"""Days and times as a file that calendar programs read (iCalendar, RFC 5545 and 5546)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry


@dataclass(frozen=True)
class Event:
    """A day, or a time with its end. Nothing in it names a member."""

    key: str
    """Says which event it is, also when its day or its words change: “action-41”."""
    on: date | datetime
    title: str
    text: str = ""
    url: str = ""
    until: datetime | None = None
    place: str = ""
    uid: str = ""
    """The same in every file that tells of it; without one, the key at our host."""
    sequence: int = 0
    is_off: bool = False
    organiser: tuple[str, str] = ("", "")
    """A name and an e-mail address, of an organisation."""


def calendar_text(events, *, name="", host=""):
    """The text of the file. It puts the events there, or changes them.

    One event alone that is called off is taken out again.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Collab//Collab//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if [one.is_off for one in events] == [True] else "PUBLISH")
    if name:
        calendar.add("x-wr-calname", vText(cleaned(name)))
        calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(entry_of(event, host))
    return calendar.to_ical().decode()


def entry_of(event, host):
    entry = Entry()
    entry.add("uid", event.uid or f"{event.key}@{host}")
    entry.add("dtstamp", timezone.now().astimezone(UTC))
    put_time(entry, event)
    entry.add("summary", cleaned(event.title))
    for field, text in (("description", event.text), ("location", event.place)):
        if text:
            entry.add(field, cleaned(text))
    if event.url:
        entry.add("url", "".join(event.url.split()))
    if event.organiser[1]:
        whose = vCalAddress(f"mailto:{event.organiser[1]}")
        whose.params["CN"] = " ".join(cleaned(event.organiser[0]).split()).replace('"', "'")
        entry.add("organizer", whose)
    entry.add("sequence", event.sequence)
    entry.add("status", "CANCELLED" if event.is_off else "CONFIRMED")
    entry.add("class", "PRIVATE")
    return entry


def put_time(entry, event):
    """A whole day takes nobody's time; an hour does."""
    if isinstance(event.on, datetime):
        until = event.until or event.on + timedelta(hours=1)
        entry.add("dtstart", event.on.astimezone(UTC))
        entry.add("dtend", until.astimezone(UTC))
    else:
        entry.add("dtstart", event.on)
        entry.add("dtend", event.on + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")


def cleaned(text):
    """What people typed, without the signs that no line of text holds."""
    lines = str(text).splitlines()
    return "\n".join(
        "".join(sign if sign.isprintable() else " " * sign.isspace() for sign in line)
        for line in lines
    )


def calendar_response(text, filename):
    """The file to keep or to open in a calendar. `filename` holds no personal detail."""
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
