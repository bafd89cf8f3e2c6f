"""A table as a file that every spreadsheet opens, and in which nothing is calculated."""

import csv
from decimal import Decimal
from io import StringIO

from django.http import HttpResponse

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads the file as something other than UTF-8."""

COUNTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell):
    """A text that a spreadsheet would calculate gets an apostrophe, and stays a text."""
    if isinstance(cell, int | Decimal):
        return cell
    text = str(cell)
    return f"'{text}" if text.startswith(COUNTS_AS_FORMULA) else text


def csv_response(filename, lines):
    """The lines, the names of the columns first, to download. The file name tells of nobody."""
    file = StringIO()
    csv.writer(file).writerows([harmless(cell) for cell in line] for line in lines)
    text = BYTE_ORDER_MARK + file.getvalue()
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
