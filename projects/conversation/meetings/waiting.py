"""What a meeting asks of a member: to answer, to come tomorrow; of a lead, to write the summary."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.conversation.meetings.invitation import clock
from projects.conversation.models import Coming, Meeting
from projects.models import Membership, Project
from ui.jinja import day

LONG_OVER = timedelta(days=14)
"""Nobody is asked for a summary for ever."""


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`."""

    sentence: str
    button: str
    address: str


def meeting_waiting_in(project, membership):
    """What this project's meetings ask of the member now, or None."""
    found = first_of({project.pk: membership})
    return found and found[1]


def meeting_waiting_for(user):
    """`(project, Waiting)` of the first meeting of any of the person's projects, or None."""
    places = Membership.objects.of(user).here().filter(project__status=Project.Status.ACTIVE)
    return first_of({place.project_id: place for place in places})


def first_of(places):
    """`places` is `{project's number: the person's place there}`. One query."""
    now = timezone.now()
    numbers = [place.pk for place in places.values() if place.pk]
    mine = Coming.objects.filter(member__in=numbers, meeting=OuterRef("pk")).exclude(answer="")
    planned = Meeting.objects.planned().filter(project__in=places, ends_at__gte=now - LONG_OVER)
    rows = planned.annotate(is_answered=Exists(mine)).select_related("project")
    for meeting in rows.order_by("starts_at", "pk"):
        if asked := asks(meeting, places[meeting.project_id], now):
            return meeting.project, asked
    return None


def asks(meeting, membership, now):
    if meeting.ends_at < now:
        return summary_of(meeting) if "lead" in membership.abilities else None
    if timezone.localdate(meeting.starts_at) <= timezone.localdate() + timedelta(days=1):
        return soon(meeting)
    may_answer = "contribute" in membership.abilities and membership.pk
    return to_answer(meeting) if may_answer and not meeting.is_answered else None


def to_answer(meeting):
    sentence = _("Your team meets on %(day)s: “%(what_for)s”. Can you come?")
    about = {"day": day(meeting.starts_at), "what_for": meeting.what_for}
    return Waiting(sentence % about, _("Say if you can come"), meeting.get_absolute_url())


def soon(meeting):
    start = timezone.localtime(meeting.starts_at)
    words = _("Your team meets tomorrow at %(time)s: “%(what_for)s”.")
    if start.date() <= timezone.localdate():
        words = _("Your team meets today at %(time)s: “%(what_for)s”.")
    about = {"time": clock(start), "what_for": meeting.what_for}
    return Waiting(words % about, _("Open the meeting"), meeting.get_absolute_url())


def summary_of(meeting):
    sentence = _("Your team met on %(day)s, and waits for the summary.")
    address = f"{meeting.get_absolute_url()}summary/close/"
    about = {"day": day(meeting.starts_at)}
    return Waiting(sentence % about, _("Write the summary"), address)
