"""“What is open?” as people read it: what is open first, then partly open, then fixed.

Every page that asks people for something shows it: it includes `projects/whats_open/_sheet.html`
with `sheet`, from `sheet_of(project)`. It names nobody, so the public may read it too.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from projects.models import Part

State = Part.State


@dataclass(frozen=True)
class Group:
    """The parts that are in one state."""

    state: State
    parts: list

    @property
    def name(self):
        return self.state.label

    def before(self, part):
        """The part above it in this group, or None."""
        place = self.parts.index(part)
        return self.parts[place - 1] if place else None

    def after(self, part):
        """The part below it in this group, or None."""
        return next(iter(self.parts[self.parts.index(part) + 1 :]), None)

    def says(self, display):
        return SAYS[self.state, bool(display.is_easy)]()


SAYS = {
    (State.OPEN, False): lambda: _("People can shape these parts."),
    (State.OPEN, True): lambda: _("You can help to change this."),
    (State.PARTLY, False): lambda: _("Some of it is settled. People can shape the rest."),
    (State.PARTLY, True): lambda: _("You can help to change some of this."),
    (State.FIXED, False): lambda: _("These parts are settled."),
    (State.FIXED, True): lambda: _("This will not change."),
}


@dataclass(frozen=True)
class Sheet:
    """Parts, or how they read on a day, in the sheet's order."""

    parts: list

    @property
    def groups(self):
        """One for each state, also when nothing is in it."""
        return [Group(s, [part for part in self.parts if part.state == s]) for s in State]

    @property
    def bare(self):
        """What is fixed, and nobody wrote down why."""
        return [part for part in self.parts if part.is_bare]


def sheet_of(project):
    """The sheet as it is now, in one query."""
    return Sheet(list(project.parts.all()))


def sheet_on(project, day):
    """The sheet as it stood at the end of that day, in one query."""
    return Sheet(list(project.part_versions.on(day)))
