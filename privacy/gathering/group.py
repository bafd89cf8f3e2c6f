"""A group of what we know: a heading, the names of its columns, and its rows."""

from dataclasses import dataclass, field
from datetime import date
from functools import wraps

from django.utils.translation import gettext as _

from ui.jinja import day, moment

covered = set()
"""Every key to a person or a membership that some function gathers: "projects.Membership.user"."""


def gathers(*fields):
    """Marks a function that finds rows by these keys."""

    def mark(function):
        covered.update(fields)

        @wraps(function)
        def gather(person):
            return function(person)

        return gather

    return mark


@dataclass
class Group:
    key: str
    title: str
    keys: dict
    """`{key: what it is called}`, in the order of each row."""
    rows: list = field(default_factory=list)
    """One tuple each, as long as `keys`: words, numbers, dates, yes or no, None."""
    about: str = ""

    def __post_init__(self):
        self.rows = list(self.rows)

    def as_dicts(self):
        return [dict(zip(self.keys, plain(row), strict=True)) for row in self.rows]

    def for_reading(self):
        """Each row as pairs of a name and words; what is empty is left out."""
        for row in self.rows:
            pairs = zip(self.keys.values(), row, strict=True)
            yield [(name, in_words(value)) for name, value in pairs if value not in ("", None)]


def plain(row):
    """Words of our own are lazy: files need them as they read today."""
    return [value if isinstance(value, int | date | None) else str(value) for value in row]


def in_words(value):
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if hasattr(value, "hour"):
        return moment(value)
    return day(value) if isinstance(value, date) else str(value)
