"""Our own table of numbers: what is given out as CSV is read again, also saved by a spreadsheet.

A table is ours by the names of its columns, which may stand in another order or be left out.
"""

import csv
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.impact import pasted
from ui.spreadsheet import as_it_was

WORDS = 200
"""Letters that are kept in the place of a number."""


def columns():
    """`{key: name}` in the order of the file."""
    return {
        "measure": _("What we measure"),
        "unit": _("Counted in"),
        "number": _("Number"),
        "on": _("When"),
        "period": _("For which time"),
        "before": _("From before the change"),
        "direction": _("Which way is better"),
        "note": _("Note"),
    }


def cells_of(measure, reading):
    """A line of the file: a number that a spreadsheet can calculate with, or words."""
    number = reading.words
    if reading.value is not None:
        number = Decimal(f"{reading.value.normalize():f}")
    return [
        measure.name, measure.unit, number, reading.on, reading.period,
        _("Yes") if reading.is_baseline else _("No"), measure.get_direction_display(), reading.note,
    ]  # fmt: skip


def read(text, measure):
    """What our own table says of this measure (`pasted.Pasted`), or None if it is not ours."""
    lines = text.splitlines(keepends=True)
    while lines and not lines[0].strip():
        lines.pop(0)
    names = names_of(lines[0]) if lines else []
    if not {"on", "number"} <= set(names):
        return None
    skipped = len(text.splitlines()) - len(lines)
    found = pasted.Pasted(heading=lines[0].strip()[: pasted.SHOWN])
    theirs = []
    for number, cells in records(lines):
        line = dict(zip(names, map(as_it_was, cells), strict=False))
        if not any(line.values()):
            continue
        if line.get("measure", measure.name) in (measure.name, ""):
            theirs.append((number + skipped, line))
        else:
            found.others += 1
    if len(theirs) > pasted.MOST:
        found.problems.append(pasted.too_many(len(theirs)))
        return found
    comma = any(pasted.DECIMAL_COMMA.fullmatch(line.get("number", "")) for _n, line in theirs)
    for number, line in theirs:
        try:
            found.rows.append(row_of(number, line, comma=comma))
        except ValidationError as wrong:
            shown = line.get("number", "")[: pasted.SHOWN]
            found.problems.append(pasted.Problem(number, shown, wrong.messages[0]))
    found.says_before = any(row.is_before is not None for row in found.rows)
    return found


def names_of(heading):
    """The keys of the columns, or nothing if one of them is not ours."""
    keys = {name.casefold(): key for key, name in columns().items()}
    _line, cells = next(records([heading], with_heading=True))
    while cells and not cells[-1]:
        cells.pop()
    found = [keys.get(cell.casefold()) for cell in cells]
    return [] if None in found else found


def records(lines, *, with_heading=False):
    """`(line, cells)` of each, where a note may have lines of its own. Apart as the heading is."""
    apart = next((mark for mark in "\t;" if mark in lines[0]), ",")
    reader, begins = csv.reader(lines, delimiter=apart), 1
    for cells in reader:
        if begins > 1 or with_heading:
            yield begins, [cell.strip().replace("\r\n", "\n") for cell in cells]
        begins = reader.line_num + 1


def row_of(number, line, *, comma):
    """One line. Raises ValidationError with what is wrong."""
    on, period = as_time(line.get("on", "")), line.get("period", "")[:WORDS]
    if not on and not period:
        raise ValidationError(_("There is no day in this line."))
    figure, heard, words = line.get("number", ""), "", ""
    if not figure:
        raise ValidationError(_("There is no number in this line."))
    try:
        value, heard = pasted.number_of(figure, comma=comma)
    except ValidationError:
        is_whole = "measure" in line
        if not is_whole or pasted.EITHER.fullmatch(figure) or len(figure) > WORDS:
            raise
        value, words = None, figure
    before = is_before(line.get("before", ""))
    return pasted.Row(number, on, value, line.get("note", ""), heard, period, words, before)


def as_time(text):
    """A day, a month or a year, or two of them with “to” between."""
    parts = text.split(" to ") if text else []
    days = [pasted.as_day(part) for part in parts]
    if None in days or len(days) > 2:
        raise ValidationError(pasted.no_day(text))
    return " to ".join(days)


def is_before(text):
    """What the table says of it, or None where it says nothing."""
    said = {"": None, _("Yes").casefold(): True, _("No").casefold(): False}
    if text.casefold() not in said:
        why = _("“%(text)s” is neither Yes nor No.")
        raise ValidationError(why % {"text": text[: pasted.SHOWN]})
    return said[text.casefold()]
