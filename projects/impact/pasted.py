"""Many numbers in one go: lines of a day and a number, pasted or from a table file.

Nothing is guessed in silence. What cannot be read, or could be read in two ways, is a problem of
its line, said in words; the days are shown in words before anything is written.
"""

import csv
import re
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.impact.numbers import as_number, in_plain_digits
from ui.dates import as_people_write, check_partial_date
from ui.forms import MONTHS

MOST = 500
"""Lines that are read in one go."""

HEADINGS = 3
"""So many lines above the first number may be a title and the names of columns."""

SHOWN = 80
"""Letters of a line that its problem repeats."""

DECIMAL_COMMA = re.compile(r"[-−]?\d+,(?:\d{1,2}|\d{4,})\s*%?")
"""“4,5” can only be meant with a comma before the decimals."""
EITHER = re.compile(r"[-−]?\d{1,3}[,.]\d{3}\s*%?")
"""“1,250” and “1.250” can be meant in both ways."""
BOTH = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+,\d+\s*%?")
"""“1.250,5” can only be meant as a thousand, two hundred and fifty and a half."""


@dataclass(frozen=True)
class Row:
    line: int
    on: str
    value: Decimal | None
    note: str = ""
    heard: str = ""
    """How the number stood there, where that was not as we write it."""
    period: str = ""
    words: str = ""
    is_before: bool | None = None
    """Whether it is from before the change, where the line itself says so."""

    @property
    def when(self):
        return ", ".join(part for part in (as_people_write(self.on), self.period) if part)

    @property
    def figure(self):
        return in_plain_digits(self.value) if self.value is not None else self.words

    @property
    def details(self):
        names = ("on", "period", "value", "words", "note")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True)
class Problem:
    line: int
    text: str
    why: str


@dataclass
class Pasted:
    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    heading: str = ""
    """What was left out above the first line with a number."""
    others: int = 0
    """Lines that are about other measures."""
    says_before: bool = False
    """Lines say by themselves whether they are from before the change."""


def read(text):
    """What the lines say: `Pasted`, with a row or a problem for each that is not empty."""
    typed = text.removeprefix("\ufeff").splitlines()
    lines = [(number, line.strip(" ")) for number, line in enumerate(typed, start=1)]
    lines = [(number, line) for number, line in lines if line.strip("\t;, ")]
    found, above = Pasted(), []
    while lines and is_heading(lines[0][1]) and len(above) < HEADINGS:
        above.append(lines.pop(0)[1])
        if any(cells_of(above[-1])[1:]):  # the names of columns: what follows is numbers
            break
    found.heading = " / ".join(line[:SHOWN] for line in above)
    if len(lines) > MOST:
        found.problems.append(too_many(len(lines)))
        return found
    cells = [(number, line, cells_of(line)) for number, line in lines]
    numbers = [one[1] for _n, _l, one in cells if len(one) > 1]
    comma = any(DECIMAL_COMMA.fullmatch(one) or BOTH.fullmatch(one) for one in numbers)
    for number, line, one in cells:
        try:
            found.rows.append(row_of(number, one, comma=comma))
        except ValidationError as wrong:
            found.problems.append(Problem(number, line[:SHOWN], wrong.messages[0]))
    return found


def too_many(lines):
    why = _("These are %(num)s lines. Take no more than %(most)s at a time.")
    return Problem(MOST + 1, "", why % {"num": lines, "most": MOST})


def is_heading(line):
    """A title, the names of columns, or the “sep=;” of a spreadsheet: no day and no number."""
    if line.startswith("sep="):
        return True
    first, *more = cells_of(line)
    if not any(more):  # one cell: a number in it may be the one that is meant
        return not re.search(r"\d", first)
    return as_day(first) is None and not re.search(r"\d", more[0]) and not re.match(r"\d", first)


def cells_of(line):
    """The cells of a line: apart by tabs, else by semicolons, else by commas."""
    apart = next((mark for mark in "\t;" if mark in line), ",")
    cells = [cell.strip() for cell in next(csv.reader([line], delimiter=apart), [])]
    if (
        apart == ","
        and '"' not in line
        and len(cells) > 2
        and re.fullmatch(r"\d+%?", cells[2])
        and digits(cells[1])
    ):
        cells[1:3] = [f"{cells[1]},{cells[2]}"]  # one number with a comma in it, or two cells
        cells.append("\0")
    return cells or [""]


def digits(text):
    return re.fullmatch(r"[-−£]?\d+", text)


def row_of(line, cells, *, comma):
    """One line. Raises ValidationError with what is wrong."""
    in_two_ways = cells[-1] == "\0"
    day, number, *more = [*cells, "", ""] if not in_two_ways else [*cells[:-1], ""]
    on = as_day(day)
    if not day or on is None:
        raise ValidationError(no_day(day))
    if not number:
        raise ValidationError(_("There is no number in this line."))
    if in_two_ways:
        said = _("Is “%(text)s” one number? Put a tab or a semicolon after the day.")
        raise ValidationError(said % {"text": number[:SHOWN]})
    value, heard = number_of(number, comma=comma)
    return Row(line, on, value, " ".join(one for one in more if one), heard)


def no_day(text):
    said = _("“%(text)s” is not a day we can read. Write 3 5 2026, 2026-05-03 or May 2026.")
    return said % {"text": text[:SHOWN]}


def number_of(text, *, comma):
    """`(number, how it stood there)`. `comma`: other lines have a comma before the decimals."""
    if comma and EITHER.fullmatch(text):
        said = _("Is “%(text)s” more than a thousand, or has it decimals? Write it with a point.")
        raise ValidationError(said % {"text": text})
    plain = text
    if BOTH.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif DECIMAL_COMMA.fullmatch(text):
        plain = text.replace(",", ".")
    value, _words = as_number(plain.removeprefix("£"))
    if value is None:
        said = _("“%(text)s” is not a number. Leave this line out, or add it by itself.")
        raise ValidationError(said % {"text": text[:SHOWN]})
    return value, "" if plain == text else text


ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
BRITISH = re.compile(r"(?:(\d{1,2})[/. ])?(\d{1,2})[/. ](\d{4}|\d{2})")
DASHED = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
MIDNIGHT = re.compile(r"(?<=\d)[t ]0?0:00(?::00(?:\.0+)?)?z?$")
"""What spreadsheets and programs put after a day that has no hour."""
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? (?=\d)")
NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?[ -](\d{4}|\d{2})")


def as_day(text):
    """A year, a month or a day as `ui.dates` keeps them, or None.

    The day stands before the month, as people in Britain write it; the year may come first.
    """
    text = " ".join(text.lower().replace(",", " ").split())
    text = WEEKDAY.sub("", MIDNIGHT.sub("", text), count=1)
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := BRITISH.fullmatch(text) or DASHED.fullmatch(text):
        day, month, year = found.groups()
    elif found := NAMED.fullmatch(text):
        day, name, year = found.groups()
        month = MONTHS.get("sep" if name == "sept" else name, "")
        if not month:
            return None
    else:
        return None
    year = f"20{year}" if len(year) == 2 else year
    kept = "-".join([year] + [part.zfill(2) for part in (month, day) if part])
    try:
        check_partial_date(kept)
    except ValidationError:
        return None
    return kept
