"""An event as a file for calendars (iCalendar, RFC 5545), as an invitation carries it (RFC 5546).

An event is a dict: `uid`, `title`, `start`, `end` (aware times), and, if there is one, `place`,
`description`, `url`, `sequence`, `cancelled`, `organiser` (a name and an e-mail address, never of
a member). Times are written in UTC, so no list of time zones is needed.
"""

from datetime import UTC

from django.http import HttpResponse
from django.utils import timezone

WIDEST = 75
"""Bytes of one line; what is longer goes on in the next, which begins with a space."""


def calendar_file(event):
    """The text of the file: it puts the event there, changes it, or takes it out again."""
    method = "CANCEL" if event.get("cancelled") else "PUBLISH"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Collab//Collab//EN", f"METHOD:{method}"]
    lines += [*lines_of(event), "END:VCALENDAR"]
    return "".join(folded(line) + "\r\n" for line in lines)


def lines_of(event):
    said = [
        "BEGIN:VEVENT",
        f"UID:{escaped(event['uid'])}",
        f"DTSTAMP:{in_utc(timezone.now())}",
        f"DTSTART:{in_utc(event['start'])}",
        f"DTEND:{in_utc(event['end'])}",
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


def in_utc(when):
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text):
    """As RFC 5545 section 3.3.11 wants it: a line break in a text is written, never sent."""
    text = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = "\\n".join(text.splitlines())
    return "".join(sign if sign.isprintable() else " " * sign.isspace() for sign in text)


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
        room = WIDEST - bool(pieces)
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
