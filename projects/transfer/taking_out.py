"""Taking a whole project out of here, as it is in one moment."""

from django.utils.translation import gettext_noop

from projects.transfer.archive import pack
from projects.transfer.exporting import document_of
from projects.transfer.names import found_in

TOOK_OUT = gettext_noop("took everything out of")


def take_out(project, target, *, by=None):
    """Write its file to `target`. Nobody changes the project while it is read.

    The team sees who did it (`by`); the same person again, with nothing changed since, is one line.
    """
    with project.changing(closed_too=True):
        last = project.activity.first()
        is_said = last and (last.actor, last.what) == (by, TOOK_OUT)
        if by and not is_said:
            project.record(by, TOOK_OUT, project)
        document, contents = document_of(project)
    pack(target, document, contents)


def names_in(project):
    """Where names of people who are or were in the team stand in the text of others."""
    document, _contents = document_of(project)
    return found_in(document, project.memberships.values_list("user__name", flat=True))
