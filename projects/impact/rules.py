"""When numbers over time show more than chance: the rules of run charts, as pure functions.

The rules, and the limits for the number of runs, are those of Perla, Provost and Murray, “The run
chart: a simple analytical tool for learning from variation in healthcare processes”, BMJ Quality &
Safety 20 (2011), 46–51, which the Institute for Healthcare Improvement and NHS England's “Making
Data Count” teach too. Their limits go back to Swed and Eisenhart, “Tables for testing randomness
of grouping in a sequence of alternatives”, Annals of Mathematical Statistics 14 (1943), 66–87.

The fourth of their rules, a point so far out that everyone sees it (an “astronomical” one), is
judgement: nothing here decides it. `docs/decisions/0037` says where the middle line is taken from.
"""

from dataclasses import dataclass
from itertools import pairwise

SHIFT, TREND = 6, 5
"""So many numbers in a row are needed."""

ENOUGH = 10
"""With fewer numbers than this it is too soon to tell; a start needs as many for its own middle."""

LIMITS = {
    10: (3, 9), 11: (3, 10), 12: (3, 11), 13: (4, 11), 14: (4, 12), 15: (5, 12), 16: (5, 13),
    17: (5, 13), 18: (6, 14), 19: (6, 15), 20: (6, 16), 21: (7, 16), 22: (7, 17), 23: (7, 17),
    24: (8, 18), 25: (8, 18), 26: (9, 19), 27: (10, 19), 28: (10, 20), 29: (10, 20), 30: (11, 21),
    31: (11, 22), 32: (11, 23), 33: (12, 23), 34: (12, 24), 35: (12, 24), 36: (13, 25),
    37: (13, 25), 38: (14, 26), 39: (14, 26), 40: (15, 27), 41: (15, 27), 42: (16, 28),
    43: (16, 28), 44: (17, 29), 45: (17, 30), 46: (17, 31), 47: (18, 31), 48: (18, 32),
    49: (19, 32), 50: (19, 33), 51: (20, 33), 52: (20, 34), 53: (21, 34), 54: (21, 35),
    55: (22, 35), 56: (22, 35), 57: (23, 36), 58: (23, 37), 59: (24, 38), 60: (24, 38),
}  # fmt: skip
"""By how many numbers are not on the middle line: the fewest and the most runs that chance gives.

Table 1 of Perla, Provost and Murray, about a one in twenty risk of being wrong.
"""


@dataclass(frozen=True)
class Stretch:
    """Numbers in a row that show something, by their places; `way` is 1 for up or above, else -1.

    `count` is how many of them count: none on the middle line, none equal to the one before.
    """

    first: int
    last: int
    count: int
    way: int


def median(values):
    """The middle of the values: half of them are above it, half below."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def shifts(values, middle):
    """Six or more in a row on one side of the middle; one that is on it is passed over."""
    return [stretch for stretch in runs(values, middle) if stretch.count >= SHIFT]


def runs(values, middle):
    """Every stretch on one side of the middle. Numbers on it neither break one nor belong to it."""
    found = []
    for place, value in enumerate(values):
        way = (value > middle) - (value < middle)
        if way and found and found[-1].way == way:
            found[-1] = Stretch(found[-1].first, place, found[-1].count + 1, way)
        elif way:
            found.append(Stretch(place, place, 1, way))
    return found


def trends(values):
    """Five or more in a row that all go up, or all go down. Of equal neighbours one counts.

    Where the way turns, that number is the last of one stretch and the first of the next.
    """
    found = []
    changes = [place for place in range(len(values)) if not place or differs(values, place)]
    for before, place in pairwise(changes):
        way = 1 if values[place] > values[before] else -1
        if found and found[-1].way == way:
            found[-1] = Stretch(found[-1].first, place, found[-1].count + 1, way)
        else:
            found.append(Stretch(before, place, 2, way))
    return [stretch for stretch in found if stretch.count >= TREND]


def differs(values, place):
    return values[place] != values[place - 1]


def useful(values, middle):
    """How many are not on the middle line."""
    return sum(value != middle for value in values)


def crossing(values, middle):
    """“few” or “many” when the number of runs is not what chance gives, else nothing.

    Nothing either where the table has no limits: under ten useful numbers, and above sixty.
    """
    fewest, most = LIMITS.get(useful(values, middle), (0, len(values)))
    number = len(runs(values, middle))
    if number < fewest:
        return "few"
    return "many" if number > most else ""
