"""What the summary says of “What is open?”, beside the parts themselves."""

from itertools import groupby

from projects.whats_open.changes import change_of
from stages.levels import levels_of


def changes_of(project):
    """`[(day, [Change])]`, the newest day first, in two queries. On paper nobody is named:

    a `Change` says what changed and why; who changed it (`version.by`) is for the team alone.
    """
    levels = levels_of(project.edition)
    return by_day(change_of(version, levels) for version in project.part_versions.newest_first())


def by_day(changes):
    return [(day, list(those)) for day, those in groupby(changes, lambda one: one.version.day)]
