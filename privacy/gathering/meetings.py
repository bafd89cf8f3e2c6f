"""What a person has to do with meetings: what they brought, whether they came, what they wrote."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from projects.conversation.models import (
    AgendaPoint,
    Captured,
    Coming,
    Meeting,
    MeetingRole,
    MeetingSummary,
)


@gathers("conversation.Coming.member")
def coming(person):
    keys = {
        "project": _("Project"),
        "meeting": _("Meeting"),
        "on": _("When"),
        "answer": _("What you said"),
        "came": _("You were there"),
    }
    found = Coming.objects.filter(member__user=person).select_related("meeting__project")
    rows = [
        (
            one.meeting.project.title,
            one.meeting.what_for,
            one.meeting.starts_at,
            one.get_answer_display(),
            one.came,
        )
        for one in found
    ]
    return Group("meetings", _("Meetings you were invited to"), keys, rows)


@gathers("conversation.MeetingRole.member")
def roles(person):
    keys = {"project": _("Project"), "meeting": _("Meeting"), "role": _("What you did")}
    found = MeetingRole.objects.filter(member__user=person).select_related("meeting__project")
    rows = [
        (one.meeting.project.title, one.meeting.what_for, one.get_role_display()) for one in found
    ]
    return Group("parts_in_meetings", _("Your part in planned meetings"), keys, rows)


@gathers("conversation.AgendaPoint.added_by", "conversation.AgendaPoint.member")
def points(person):
    keys = {"project": _("Project"), "point": _("What you brought"), "at": _("When")}
    found = AgendaPoint.objects.filter(added_by=person)
    rows = found.values_list("meeting__project__title", "title", "added_at")
    return Group("agenda_points", _("What you put on agendas"), keys, rows)


@gathers("conversation.Captured.by")
def written_down(person):
    """Not the words: those are the team's, and are gathered where they are theirs alone."""
    keys = {"project": _("Project"), "meeting": _("Meeting"), "at": _("When")}
    found = Captured.objects.filter(by=person)
    rows = found.values_list("meeting__project__title", "meeting__what_for", "at")
    return Group("captured", _("Decisions, actions and ideas you took down"), keys, rows)


@gathers("conversation.Meeting.planned_by", "conversation.MeetingSummary.by")
def planned(person):
    keys = {"project": _("Project"), "meeting": _("Meeting"), "at": _("When"), "what": _("What")}
    sent = MeetingSummary.objects.filter(by=person).select_related("meeting__project")
    rows = [
        (one.project.title, one.what_for, one.planned_at, _("You planned it"))
        for one in Meeting.objects.filter(planned_by=person).select_related("project")
    ]
    rows += [
        (one.meeting.project.title, one.meeting.what_for, one.at, _("You sent its summary"))
        for one in sent
    ]
    return Group("planned_meetings", _("Meetings you planned or summed up"), keys, rows)


GROUPS = (coming, roles, points, written_down, planned)
