"""Months in which nothing was counted: a run chart leaves no room for them, so they are said."""

from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ui.dates import as_people_write

FEWEST = 3
"""With fewer numbers nobody knows whether they are meant to come month by month."""
NAMED = 4


def months_left_out(readings):
    """“There is no number for June 2026.”; nothing for numbers that do not come month by month."""
    months = [month_of(one.on) for one in readings]
    if len(months) < FEWEST or None in months:
        return ""
    steps = [later - before for before, later in pairwise(months)]
    if 2 * steps.count(1) <= len(steps) or 0 in steps:
        return ""
    missing = [month for before, later in pairwise(months) for month in range(before + 1, later)]
    return in_words(missing) if missing else ""


def in_words(missing):
    if len(missing) > NAMED:
        said = ngettext(
            "There is no number for %(num)s month in between.",
            "There is no number for %(num)s months in between.",
            len(missing),
        )
        return said % {"num": len(missing)}
    names = [as_people_write(f"{month // 12}-{month % 12 + 1:02}") for month in missing]
    return _("There is no number for %(months)s.") % {"months": ", ".join(names)}


def month_of(on):
    """How many months since year nought; None for a whole year or a longer time."""
    year, _dash, rest = on.partition("-")
    month = rest[:2]
    return int(year) * 12 + int(month) - 1 if month.isdecimal() and " " not in on else None
