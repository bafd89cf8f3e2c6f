"""Days and times as a text that calendar programs read (iCalendar, RFC 5545)."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

WIDEST = 75
"""Bytes of one line; what is longer goes on in the next, which begins with a space."""


def calendar_text(name, events, *, host):
    """`events` have `key`, `on`, `title`, and may have `until`, `text`, `url`, `place`."""
    stamp = in_utc(timezone.now())
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Collab//Collab//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]
    for event in events:
        lines += ["BEGIN:VEVENT", f"UID:{event.key}@{host}", f"DTSTAMP:{stamp}", *when(event)]
        lines.append(f"SUMMARY:{escaped(event.title)}")
        if event.text:
            lines.append(f"DESCRIPTION:{escaped(event.text)}")
        if event.place:
            lines.append(f"LOCATION:{escaped(event.place)}")
        if event.url:
            lines.append(f"URL:{event.url}")
        lines += ["CLASS:PRIVATE", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def when(event):
    """A whole day takes nobody's time; an hour does."""
    if isinstance(event.on, datetime):
        until = event.until or event.on + timedelta(hours=1)
        return [f"DTSTART:{in_utc(event.on)}", f"DTEND:{in_utc(until)}"]
    after = event.on + timedelta(days=1)
    return [
        f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        "TRANSP:TRANSPARENT",
    ]


def in_utc(moment):
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text):
    """One line, in which nothing that someone typed reads as a part of the calendar."""
    text = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = "\\n".join(text.splitlines())
    return "".join(sign for sign in text if sign.isprintable())


def folded(line):
    """The line as lines of at most 75 bytes; no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > WIDEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    return "\r\n".join([*pieces, piece]) + "\r\n"
