"""What a lead lets anyone read of “You said, we did”: chosen one by one, never by default.

A decision, an action and an idea each have a mark of their own. A member's words need their own
yes as well (`Use.PUBLIC_WORDS`), so a lead cannot choose them before.
"""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.decisions.answering import numbers_in
from projects.story.seen import Audience, Seen, is_free
from projects.story.you_said import fill, you_said_we_did
from stages.models import Sharing

OFFERED = 50
"""Of the ideas behind one entry: the newest."""


def is_anything_public(project):
    """Whether a lead chose anything that the public page would say, were there one."""
    decisions = project.decisions.standing().agreed().filter(sharing=Sharing.PUBLIC)
    ideas = project.ideas.shown().filter(sharing=Sharing.PUBLIC)
    return decisions.exclude(ideas=None).exists() or ideas.exists()


def to_choose(project):
    """The entries of which something may be shown; what is private is never among them."""
    return you_said_we_did(project, Seen(project, Audience.PAPER))


def with_words(entries, project):
    """As the team reads them; each thing said with `who_else`, as anyone would read who said it."""
    public = Seen(project, Audience.PUBLIC)
    fill(entries, Seen(project), most=OFFERED)
    for entry in entries:
        entry.choices = [
            (said, public.who_said(said.idea), may_choose(said.idea, public))
            for said in entry.said
            if said.idea
        ]
    return entries


def may_choose(idea, public):
    return is_free(idea) or idea.given_by_id in public.agreed


@transaction.atomic
def choose(project, sent, *, by):
    """What is ticked now may be read by anyone; what was ticked and is not any more may not.

    Only what the page showed is changed: someone else's choice elsewhere stays. In a closed
    project ideas and actions can be taken back, and nothing is added.
    """
    kinds = {"ideas": project.ideas.shown().select_related("hand"), "actions": project.actions}
    if not project.is_closed:
        kinds["decisions"] = project.decisions.standing().agreed()
    public, quoted = Seen(project, Audience.PUBLIC), []
    for name, rows in kinds.items():
        rows = rows.exclude(sharing=Sharing.PRIVATE)
        on, off = marks_in(sent, name)
        for row in rows.filter(pk__in=off, sharing=Sharing.PUBLIC):
            share(row, project, Sharing.TEAM, by)
        for row in () if project.is_closed else rows.filter(pk__in=on, sharing=Sharing.TEAM):
            if name == "ideas" and not is_free(row):
                if row.given_by_id not in public.agreed:
                    continue
                quoted.append(public.agreed[row.given_by_id])
            share(row, project, Sharing.PUBLIC, by)
    if quoted:
        what = gettext_noop("The public page “You said, we did”")
        url = reverse("published:you_said_we_did", args=[project.pk])
        Consent.used(quoted, Use.PUBLIC_WORDS, what=what, url=url, by=by)


def share(row, project, sharing, by):
    row.project = project
    row.share(sharing, by=by)


def marks_in(sent, name):
    """`(numbers ticked, numbers that were ticked and are not)` of one kind of row."""
    ticked = set(numbers_in(sent.getlist(name)))
    was = set(numbers_in(sent.getlist(f"was_{name}")))
    return ticked - was, was - ticked
