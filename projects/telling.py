"""Telling a team what happened, in the transaction of what happened; and when nobody is told."""

from contextlib import contextmanager
from contextvars import ContextVar

from outbox.models import Message

quiet = ContextVar("quiet", default=False)


@contextmanager
def telling_nobody():
    """For what happened long ago or never: a case that is imported, the demonstration.

    What is written down inside it is news to no one, so no message is written.
    """
    token = quiet.set(True)
    try:
        yield
    finally:
        quiet.reset(token)


def tell(project, people, *, subject, text, at_once=False, **what):
    """Write to each of `people`, with one query. `text` is its paragraphs; empty ones fall out.

    Everything stands in the text, so that whoever reads it on paper misses nothing.
    """
    if quiet.get():
        return
    Message.write_all(
        people,
        subject=subject,
        text="\n\n".join(str(paragraph) for paragraph in text if paragraph),
        group=project.title,
        at_once=at_once,
        **what,
    )


def team_of(project, *, but):
    """The people who are in the team now, without the one who did it."""
    if quiet.get():
        return []
    here = project.memberships.here().exclude(user=but).select_related("user")
    return [member.user for member in here]


def leads_of(project, *, but):
    if quiet.get():
        return []
    here = project.memberships.here().leads().exclude(user=but).select_related("user")
    return [member.user for member in here]
