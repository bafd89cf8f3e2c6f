"""Events as a calendar file (iCalendar, RFC 5545), which every calendar reads.

An event is a dict: `uid`, `title`, `start`, `end` (aware times, or whole days), and, if there is
one, `place`, `description`, `url`, `sequence`, `cancelled`, `organiser` (a name and an e-mail
address, never of a member). Times are written in UTC, so no list of time zones is needed. The
same events give the same file but for the time at which it was written.
"""

from datetime import UTC, timedelta

from django.http import HttpResponse
from django.utils import timezone

LONGEST = 75
"""Bytes of a line; the rest of it goes on the next, which begins with a space."""


def calendar_file(events, method="PUBLISH", name=""):
    """The text of the file. `method` is CANCEL when its events are called off."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Collab//Collab//EN", f"METHOD:{method}"]
    if name:
        lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for event in events:
        lines += lines_of(event)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def lines_of(event):
    said = [
        "BEGIN:VEVENT",
        f"UID:{escaped(event['uid'])}",
        f"DTSTAMP:{in_utc(timezone.now())}",
        moment("DTSTART", event["start"]),
        moment("DTEND", event["end"], is_end=True),
        f"SUMMARY:{escaped(event['title'])}",
    ]
    for name, key in (("LOCATION", "place"), ("DESCRIPTION", "description")):
        if event.get(key):
            said.append(f"{name}:{escaped(event[key])}")
    if event.get("url"):
        said.append(f"URL:{no_breaks(event['url'])}")
    if event.get("organiser"):
        called, address = event["organiser"]
        said.append(f'ORGANIZER;CN="{quoted(called)}":mailto:{no_breaks(address)}')
    said.append(f"SEQUENCE:{event.get('sequence', 0)}")
    said.append(f"STATUS:{'CANCELLED' if event.get('cancelled') else 'CONFIRMED'}")
    return [*said, "CLASS:PRIVATE", "END:VEVENT"]


def moment(name, when, *, is_end=False):
    """A time in UTC, or a whole day; the end of days is the day after the last one."""
    if hasattr(when, "hour"):
        return f"{name}:{in_utc(when)}"
    last = when + timedelta(days=1) if is_end else when
    return f"{name};VALUE=DATE:{last:%Y%m%d}"


def in_utc(when):
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text):
    """As RFC 5545 section 3.3.11 wants it: a line break in a text is written, never sent."""
    text = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = "\\n".join(text.splitlines())
    return "".join(sign for sign in text if sign == "\t" or sign.isprintable())


def quoted(text):
    """For a parameter in quotation marks, in which there can be none (RFC 6868)."""
    text = " ".join(str(text).split()).replace("^", "^^").replace('"', "^'")
    return "".join(sign for sign in text if sign.isprintable())


def no_breaks(text):
    return "".join(str(text).split())


def folded(line):
    """No line is longer than 75 bytes, and no letter is cut in two."""
    pieces, piece = [], ""
    for sign in line:
        room = LONGEST - bool(pieces)
        if len((piece + sign).encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join([*pieces, piece])


def calendar_response(text, filename):
    """The file to keep or to open in a calendar. `filename` holds no personal detail."""
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
