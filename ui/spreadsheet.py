"""A spreadsheet as text (CSV) that opens well everywhere and calculates nothing of its own."""

import csv

from django.http import StreamingHttpResponse
from django.utils import timezone

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads the file as something other than UTF-8."""

COUNTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Echo:
    """A file that gives back each line instead of keeping it."""

    def write(self, line):
        return line


def lines_of(header, rows):
    """The lines of the file, one after the other: the memory it takes does not grow."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([str(name) for name in header])
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def csv_response(header, rows, name):
    """A download named “ideas-2026-07-20.csv”: `name` is a word of ours, never a person's."""
    lines = lines_of(header, rows)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    filename = f"{name}-{timezone.localdate().isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def harmless(cell):
    """A text that a spreadsheet would calculate gets an apostrophe, and stays a text."""
    if isinstance(cell, int):
        return cell
    text = str(cell)
    return f"'{text}" if text.startswith(COUNTS_AS_FORMULA) else text


def iso_day(value):
    """2026-07-20, which a spreadsheet reads as a date in every country."""
    if value is None:
        return ""
    return (timezone.localdate(value) if hasattr(value, "hour") else value).isoformat()
