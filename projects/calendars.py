"""What stands in a member's calendar. Each room that has days for it says which.

A room joins when its app is ready (`@joins` above a function from a membership to its events), so
that the calendar knows of no room.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from projects.models import Membership


@dataclass(frozen=True)
class Event:
    """A day, or a time with its end. Nothing in it names another member."""

    key: str
    """Says which event it is, also when its day or its words change: "action-41"."""
    on: date | datetime
    title: str
    text: str = ""
    url: str = ""
    until: datetime | None = None
    place: str = ""


SOURCES: list[Callable[[Membership], Iterable[Event]]] = []


def joins(source):
    """Marks a function that gives events of a membership."""
    SOURCES.append(source)
    return source


def events_of(membership):
    """All that stands in the member's calendar of this project, the soonest first."""
    found = [event for source in SOURCES for event in source(membership)]
    return sorted(found, key=lambda event: (event.on.isoformat(), event.key))
