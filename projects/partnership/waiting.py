"""What waits for a member, or for a lead, in how the team works together."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`."""

    sentence: str
    button: str
    address: str


def together_in(project, membership):
    """The next thing in this room for a member, or None: at most five queries.

    A check-in to answer; ways of working of which they have not said whether they agree; for
    leads, ways whose day to look again has come, and results of which nothing is fixed yet.
    """
    return (
        to_answer(project, membership)
        or to_agree(project, membership)
        or ("lead" in membership.abilities and (to_revisit(project) or to_fix(project)))
        or None
    )


def to_answer(project, membership):
    for check_in in project.check_ins.open().select_related("box"):
        contents = check_in.contents()
        on_paper = check_in.papers.filter(member=membership).exists()
        if contents and membership.pk not in contents.given and not on_paper:
            return Waiting(
                _("Your team asks how working together feels. It takes two minutes."),
                _("Answer"),
                reverse("partnership:check_in:answer", args=[project.pk, check_in.pk]),
            )
    return None


def to_agree(project, membership):
    ways = project.ways.standing().first()
    if ways is None or ways.voices.of(membership.user, None).exists():
        return None
    return Waiting(
        _("Your team has written down how it works together. Do you agree?"),
        _("Read it"),
        ways.get_absolute_url(),
    )


def to_revisit(project):
    ways = project.ways.standing().first()
    if ways is None or not ways.is_due:
        return None
    return Waiting(
        _("It is time to look at your ways of working again."),
        _("Look at them"),
        ways.get_absolute_url(),
    )


def to_fix(project):
    newest = project.check_ins.closed().in_full().first()
    if newest is None or not newest.answered or newest.action_id:
        return None
    return Waiting(
        _("The check-in is closed. Talk about it together, and choose one thing to fix."),
        _("Read the answers"),
        newest.get_absolute_url(),
    )
