"""What stands in a member's calendar. Each room that has days for it says which.

A room joins when its app is ready (`@joins` above a function from a membership to its events), so
that the calendar knows of no room.
"""

from collections.abc import Callable, Iterable

from projects.models import Membership
from ui.calendar_file import Event

SOURCES: list[Callable[[Membership], Iterable[Event]]] = []


def joins(source):
    """Marks a function that gives events of a membership."""
    SOURCES.append(source)
    return source


def events_of(membership):
    """All that stands in the member's calendar of this project, the soonest first."""
    found = [event for source in SOURCES for event in source(membership)]
    return sorted(found, key=lambda event: (event.on.isoformat(), event.key))
