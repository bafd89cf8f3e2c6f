"""Where the names of people in the team stand in what people wrote: for a lead to look at."""

import re
from collections import Counter

from django.utils.translation import gettext_lazy as _

from projects.transfer.rules import CARRIED

ROOMS = {
    "assessment": _("Can we do this together?"),
    "checklist": _("Checklists"),
    "conversation": _("The conversation"),
    "decisions": _("Decisions"),
    "evidence": _("What we found out"),
    "files": _("Files"),
    "ideas": _("Ideas"),
    "impact": _("How it was and how it is"),
    "partnership": _("Working together"),
    "payment": _("What we offer"),
    "plan": _("The plan"),
    "projects": _("The project itself and what happened in it"),
    "team": _("The team"),
}
SHORTEST = 3
"""A shorter name is found in too many words that mean something else."""


def found_in(document, names):
    """[(room, how many of its rows hold one of the names)], the room in words."""
    known = sorted({name for name in names if len(name) >= SHORTEST}, key=len, reverse=True)
    if not known:
        return []
    any_of = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in known)})(?!\w)")
    found = Counter()
    for label in CARRIED:
        rows = document["rows"][label]
        found[label.split(".")[0]] += sum(bool(any_of.search(words_of(row))) for row in rows)
    return [(ROOMS.get(room, room), number) for room, number in sorted(found.items()) if number]


def words_of(value):
    """All text in a row, however deep."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = value.values()
    return "\n".join(words_of(one) for one in value) if hasattr(value, "__iter__") else ""
