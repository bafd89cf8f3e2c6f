from datetime import UTC, date, datetime

from ui.calendar_file import Event, calendar_text


def lines_of(*events):
    text = calendar_text(events, name="Ours; and yours", host="collab.example")
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_and_a_time():
    at = datetime(2026, 5, 3, 13, 30, tzinfo=UTC)
    lines = lines_of(
        Event("day-1", date(2026, 12, 31), "A day"),
        Event("time-1", at, "A time", until=at.replace(hour=15), place="Room 2, first floor"),
    )

    assert "X-WR-CALNAME:Ours\\; and yours" in lines
    assert "UID:day-1@collab.example" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines and "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTART:20260503T133000Z" in lines and "DTEND:20260503T153000Z" in lines
    assert "LOCATION:Room 2\\, first floor" in lines


def test_what_someone_types_is_never_a_line_of_its_own():
    lines = lines_of(Event("day-1", date(2026, 5, 3), "x\r\nEND:VCALENDAR\nURL:evil\x00"))

    assert "SUMMARY:x\\nEND:VCALENDAR\\nURL:evil" in lines
    assert lines.count("END:VCALENDAR") == 1


def test_no_line_is_too_long_and_no_letter_is_cut():
    title = "å€🙂" * 60
    text = calendar_text([Event("day-1", date(2026, 5, 3), title)], host="collab.example")

    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert f"SUMMARY:{title}" in text.replace("\r\n ", "")
