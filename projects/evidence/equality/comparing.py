"""Two versions of the equality check beside each other: what was added, changed, taken away."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ui.dates import as_people_write

DATES = ("due_on", "done_on")


def names_of_parts():
    """`{part of a row: what it is called}`, in the order in which people read them."""
    return {
        "name": _("The group"),
        "good": _("Possible good"),
        "harm": _("Possible harm"),
        "known": _("What we know, and from where"),
        "action": _("What we will do"),
        "who": _("Who does it"),
        "due_on": _("By when"),
        "done_on": _("Done"),
    }


@dataclass(frozen=True)
class Change:
    """One part of a row, as it was and as it is; an empty text where there was nothing."""

    part: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """A group that was added, changed or taken away. `said` is which of them, in words."""

    kind: str
    said: str
    row: int
    name: str
    changes: list


@dataclass
class Compared:
    differences: list = field(default_factory=list)
    same: list = field(default_factory=list)
    """The names of the groups in which nothing is different."""

    def of_kind(self, kind):
        return [one for one in self.differences if one.kind == kind]


def compared(before, after):
    """How the kept rows `after` differ from those `before`, in the order of `after`."""
    old, new = ({row["row"]: row for row in rows} for rows in (before, after))
    found = Compared()
    for key, row in new.items():
        if key not in old:
            found.differences.append(difference("added", row, changes_in({}, row)))
        elif changes := changes_in(old[key], row):
            found.differences.append(difference("changed", row, changes))
        else:
            found.same.append(row["name"])
    gone = [row for key, row in old.items() if key not in new]
    found.differences += [difference("gone", row, changes_in(row, {})) for row in gone]
    return found


def difference(kind, row, changes):
    return Difference(kind, SAID[kind](), row["row"], row["name"], changes)


def changes_in(before, after):
    """The parts that are different. The name of a group that came or went stands above them."""
    parts = names_of_parts()
    if not (before and after):
        parts.pop("name")
    return [
        Change(name, as_read(part, before), as_read(part, after))
        for part, name in parts.items()
        if before.get(part, "") != after.get(part, "")
    ]


def as_read(part, row):
    value = row.get(part, "")
    return as_people_write(value) if value and part in DATES else value


SAID = {
    "added": lambda: _("Added"),
    "changed": lambda: _("Changed"),
    "gone": lambda: _("Taken away"),
}
