"""How fast requests for another way are met: figures by month, and what is late. Nobody's words."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median

from django.utils import timezone

from needs.models import AskedAnotherWay

MONTHS = 12
LATE_SHOWN = 50


@dataclass
class Month:
    """One month's requests. `median` is days from asking to the day it was done, or None."""

    first: object
    asked: int = 0
    met: int = 0
    could_not: int = 0
    waiting: int = 0
    late: int = 0
    days: list = field(default_factory=list)

    @property
    def median(self):
        return round(median(self.days)) if self.days else None


def months_of(organisations):
    """The last twelve months in which something was asked, newest first; one query."""
    today = timezone.localdate()
    since = timezone.now() - timedelta(days=31 * MONTHS)
    rows = AskedAnotherWay.objects.filter(organisation__in=organisations, asked_at__gte=since)
    months = defaultdict(lambda: None)
    for asked_at, due_on, outcome, done_on in rows.values_list(
        "asked_at", "due_on", "outcome", "done_on"
    ):
        asked_on = timezone.localdate(asked_at)
        first = asked_on.replace(day=1)
        month = months[first] = months[first] or Month(first)
        count(month, asked_on, due_on, outcome, done_on, today)
    return [months[first] for first in sorted(months, reverse=True)][:MONTHS]


def count(month, asked_on, due_on, outcome, done_on, today):
    month.asked += 1
    month.late += (done_on or today) > due_on
    if outcome == AskedAnotherWay.Outcome.DONE:
        month.met += 1
        month.days.append(max(0, (done_on - asked_on).days))
    elif outcome:
        month.could_not += 1
    else:
        month.waiting += 1


def late_ones(organisations):
    """What is late, longest first: who sees to it, in which project, since when."""
    rows = AskedAnotherWay.objects.late().filter(organisation__in=organisations)
    return rows.select_related("named", "project").order_by("due_on", "pk")[:LATE_SHOWN]
