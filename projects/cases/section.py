"""One list of a case file, in both directions."""

from collections.abc import Callable
from dataclasses import dataclass


def nothing_more(row):
    return {}


@dataclass(frozen=True)
class Section:
    """One list of a case file."""

    name: str
    of: str
    """The model whose rows they are."""
    bring_in: Callable
    """(project, entry, by) → the row that the entry became."""
    rows: Callable
    """project → the rows that a case tells, in their order."""
    said: Callable
    """row → what it holds, as fields of an entry; nothing that is private to anyone."""
    alone: Callable = nothing_more
    """row → further fields of an entry that no case brought."""


def text(value):
    return value or ""


def none_if_empty(value):
    return value or None


def by_number(name):
    return lambda project: getattr(project, name).order_by("pk")
