"""A table as a file for spreadsheets: UTF-8, and nothing in it that would be calculated."""

import csv
from decimal import Decimal

from django.http import StreamingHttpResponse

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads the file as something other than UTF-8."""

COUNTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Echo:
    """A file that gives back each line instead of keeping it."""

    def write(self, line):
        return line


def lines_of(header, rows):
    """The lines of the file, one by one: the memory it takes does not grow."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([str(name) for name in header])
    for cells in rows:
        yield writer.writerow([harmless(cell) for cell in cells])


def harmless(cell):
    """A text that a spreadsheet would calculate gets an apostrophe, and stays a text."""
    if isinstance(cell, int | Decimal):
        return cell
    text = str(cell)
    return f"'{text}" if text.startswith(COUNTS_AS_FORMULA) else text


def as_it_was(text):
    """What `harmless` was given, of what it gave back."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(COUNTS_AS_FORMULA) else text


def csv_response(lines, filename):
    """The file, made while it is sent. `filename` holds no personal detail."""
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
