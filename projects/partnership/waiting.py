"""What waits for a member, or for a lead, in how the team works together."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Membership
from projects.partnership.models import CheckIn

MANY = 5
"""So many open check-ins are looked into for one person."""
LATELY = timedelta(weeks=3)
"""So long a lead is asked what the team fixes."""


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


def asked_to_answer(places):
    """`(project, Waiting)` of the first open check-in that someone in these places may answer."""
    places = places.exclude(role=Membership.Role.OBSERVER)
    found = CheckIn.objects.open().filter(project__in=places.values("project"))
    for check_in in found.select_related("project").order_by("closes_on", "pk")[:MANY]:
        member = places.get(project=check_in.project)
        if waiting := waits_for(check_in, member):
            return check_in.project, waiting
    return None


def to_answer(project, membership):
    for check_in in project.check_ins.open():
        if waiting := waits_for(check_in, membership):
            return waiting
    return None


def waits_for(check_in, membership):
    """What stands in the box of who has answered is looked at, and shown to nobody but them."""
    if membership.is_written_down:
        return None
    contents = check_in.contents()
    on_paper = check_in.papers.filter(member=membership).exists()
    if contents is None or membership.pk in contents.given or on_paper:
        return None
    return Waiting(
        _("Your team asks how working together feels. It takes two minutes."),
        _("Answer"),
        reverse("partnership:check_in:answer", args=[check_in.project_id, check_in.pk]),
    )


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
    since = timezone.localdate() - LATELY
    newest = project.check_ins.closed().in_full().filter(closed_on__gte=since).first()
    if newest is None or not newest.answered or newest.action_id:
        return None
    return Waiting(
        _("The check-in is closed. Talk about it together, and choose one thing to fix."),
        _("Read the answers"),
        newest.get_absolute_url(),
    )
