"""A run chart: where each thing of the picture stands, and what it shows, in words.

`ui/charts.html` draws it, on the page and in the PDF. Numbers stand at even distances in the order
of their days; a change stands between the two numbers it lies between.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil, floor, log10

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.impact import rules
from projects.impact.changes import changes_of
from projects.impact.gaps import months_left_out
from projects.impact.in_words import what_it_shows
from projects.impact.numbers import in_plain_digits
from ui.dates import as_people_write

FEWEST = 2
"""With one number there is nothing to draw."""
MARKS = 9
"""Places of changes that can be told apart in one picture: the newest."""
NAMED = 5
"""Changes of one place that are named: the newest."""

BADGE = 20
"""The room that the number of a change takes."""

LABEL = 56
"""The room that a day under the picture takes."""

LEFT, RIGHT, TOP, BOTTOM = 48, 334, 14, 190
"""The frame in which the numbers stand, of 340 units of width: letters stay large on a phone."""


@dataclass(frozen=True)
class Point:
    reading: object
    x: float
    y: float
    shows: bool = False
    """It belongs to what the first sentence tells of."""


@dataclass(frozen=True)
class Mark:
    """A place with the changes that stand there."""

    number: int
    changes: list
    more: int
    """How many earlier ones stand there too."""
    x: float
    row: int = 0
    """Rows of badges go upwards."""

    @property
    def in_words(self):
        said = "; ".join(f"{one.words} ({one.when})" for one in self.changes)
        return f"{said}; {self.more_words}" if self.more else said

    @property
    def more_words(self):
        said = ngettext("and %(num)s earlier one", "and %(num)s earlier ones", self.more)
        return said % {"num": self.more}


@dataclass
class RunChart:
    measure: object
    points: list = field(default_factory=list)
    marks: list = field(default_factory=list)
    earlier_marks: int = 0
    ticks: list = field(default_factory=list)
    """`[(y, words)]` of the lines across."""
    middle: Decimal | None = None
    middle_y: float = 0
    middle_words: str = ""
    expected_y: float | None = None
    before: tuple | None = None
    """From where to where the numbers of before the change stand."""
    sentences: list = field(default_factory=list)

    @property
    def is_drawn(self):
        return len(self.points) >= FEWEST

    @property
    def above(self):
        """The room that further rows of badges take above the frame."""
        return BADGE * max((mark.row for mark in self.marks), default=0)

    @property
    def labels(self):
        """`[(x, anchor, words)]` under the picture: the first, the last, and one between."""
        first, last = self.points[0], self.points[-1]
        end = "end" if last.x > RIGHT - LABEL / 2 else "middle"
        found = [(first, "middle"), (last, end)]
        if len(self.points) >= 5:
            found.insert(1, (self.points[len(self.points) // 2], "middle"))
        return [(point.x, anchor, short(point.reading.on)) for point, anchor in found]

    @property
    def in_words(self):
        """The picture for who does not see it: every number is in the table beside it too."""
        told = [
            _("%(num)s numbers from %(first)s to %(last)s, from %(least)s to %(most)s.")
            % {
                "num": len(self.points),
                "first": self.points[0].reading.when,
                "last": self.points[-1].reading.when,
                "least": in_plain_digits(min(one.reading.value for one in self.points)),
                "most": in_plain_digits(max(one.reading.value for one in self.points)),
            },
            f"{self.middle_words}.",
            *self.sentences,
            *(f"{mark.number}: {mark.in_words}." for mark in self.marks),
        ]
        return " ".join(told)


def chart_of(measure, *, for_paper=False):
    """The picture of a measure, of what `with_picture` has fetched. It asks nothing more.

    `for_paper` leaves out changes that must not leave the team.
    """
    readings = [one for one in measure.numbers if one.value is not None and one.on]
    chart = RunChart(measure)
    if not readings:
        chart.sentences = [_("There is no number with a day yet, so there is nothing to draw.")]
        return chart
    values = [one.value for one in readings]
    starting = [one.value for one in readings if one.is_baseline]
    has_start = len(starting) >= rules.ENOUGH
    chart.middle = rules.median(starting if has_start else values)
    chart.sentences, shown = what_it_shows(
        readings, chart.middle, measure.direction, has_start=has_start, starting=len(starting)
    )
    if gap := months_left_out(readings):
        chart.sentences.append(gap)
    about = _("Middle before the change: %(num)s")
    if not has_start:
        about = _("Middle of all numbers: %(num)s")
    chart.middle_words = about % {"num": in_plain_digits(chart.middle)}
    lay_out(chart, readings, shown)
    mark_changes(chart, readings, for_paper=for_paper)
    return chart


def lay_out(chart, readings, shown):
    """Where each number stands, the lines across, and where the time before the change ends."""
    values = [one.value for one in readings]
    target = chart.measure.target
    lowest, highest, step = scale(values if target is None else [*values, target])

    def y(value):
        share = float(value - lowest) / float(highest - lowest)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    chart.points = [
        Point(one, place_of(number, len(readings)), y(one.value), number in shown)
        for number, one in enumerate(readings)
    ]
    lines = int((highest - lowest) / step)
    ticks = [lowest + step * line for line in range(lines + 1)]
    chart.ticks = [(y(tick), in_plain_digits(tick)) for tick in ticks]
    chart.middle_y = y(chart.middle)
    chart.expected_y = None if target is None else y(target)
    before = [number for number, one in enumerate(readings) if one.is_baseline]
    if before:
        chart.before = (between(before[0] - 1, len(readings)), between(before[-1], len(readings)))


def place_of(number, many):
    """Room is left at both ends, so that changes can stand there too."""
    return round(LEFT + (RIGHT - LEFT) * (number + 1) / (many + 1), 1)


def between(number, many):
    """Half-way from this number to the next; at the edge, before the first or after the last."""
    here = LEFT if number < 0 else place_of(number, many)
    after = RIGHT if number + 1 >= many else place_of(number + 1, many)
    return round((here + after) / 2, 1)


def scale(values):
    """`(lowest, highest, step)` in round numbers, with nothing where nothing is not far away."""
    least, most = min(values), max(values)
    if least == most:
        least, most = least - 1, most + 1
    if 0 <= least < most / 2:
        least = Decimal(0)
    rough = (most - least) / 4
    power = Decimal(10) ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    return floor(least / step) * step, ceil(most / step) * step, step


def mark_changes(chart, readings, *, for_paper):
    """Upright lines, numbered in the order of their days; the newest few.

    What happened between two numbers has a line each where there is room, else one for them all.
    """
    gaps = {}
    for change in changes_of(chart.measure, for_paper=for_paper):
        gaps.setdefault(sum(one.on <= change.on for one in readings) - 1, []).append(change)
    places = []
    for before, here in gaps.items():
        left = LEFT if before < 0 else place_of(before, len(readings))
        last = before + 1 >= len(readings)
        right = RIGHT if last else place_of(before + 1, len(readings))
        has_room = (right - left) / (len(here) + 1) >= BADGE
        groups = [[change] for change in here] if has_room else [here]
        for number, group in enumerate(groups, start=1):
            x = round(left + (right - left) * number / (len(groups) + 1), 1)
            places.append((x, group))
    chart.earlier_marks = sum(len(group) for _x, group in places[:-MARKS])
    for number, (x, group) in enumerate(places[-MARKS:], start=1):
        newest = group[-NAMED:]
        chart.marks.append(
            Mark(number, newest, len(group) - len(newest), x, free_row(chart.marks, x))
        )


def free_row(marks, x):
    """The lowest row in which the badge lies on no other."""
    taken = {mark.row for mark in marks if abs(mark.x - x) < BADGE}
    return next(row for row in range(len(marks) + 1) if row not in taken)


def short(on):
    """A day in few letters: 3 May 26, May 26, 2026."""
    begin = on.split(" to ")[0]
    words = as_people_write(begin).split()
    if len(words) == 1:
        return words[0]
    *day, month, year = words
    return " ".join([*day, month[:3], year[2:]])
