"""Who chairs, who sets the agenda and who takes notes, meeting by meeting."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from projects.models import InProject, Membership, Project
from stages.models import Stage
from ui.jinja import day


class MeetingRole(InProject):
    """What one person, or someone from outside, did for one meeting."""

    class Role(models.TextChoices):
        CHAIR = "chair", gettext_lazy("Ran the meeting")
        AGENDA = "agenda", gettext_lazy("Set the agenda")
        NOTES = "notes", gettext_lazy("Took the notes")

    activity_kind = "together"

    project = models.ForeignKey(Project, models.CASCADE, related_name="meeting_roles")
    on = models.DateField(gettext_lazy("day of the meeting"))
    role = models.CharField(max_length=6, choices=Role.choices)
    member = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="meeting_roles"
    )
    body = models.CharField(gettext_lazy("someone else"), max_length=200, blank=True)

    class Meta:
        ordering = ["-on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "on", "role"], name="one_for_each_role"),
            models.CheckConstraint(
                condition=Q(member=None, body__gt="") | Q(member__isnull=False, body=""),
                name="a_member_or_someone_else",
            ),
        ]

    def __str__(self):
        return _("the meeting of %(day)s") % {"day": day(self.on)}

    def get_absolute_url(self):
        return reverse("partnership:roles:index", args=[self.project_id])

    @property
    def who(self):
        return self.member.user.name if self.member_id else self.body

    @property
    def perspective(self):
        return self.member.perspective if self.member_id else ""


def note_roles(project, *, by, on, chair=None, agenda=None, notes=None):
    """Write down who did what in the meeting of a day: each a membership, words, or nothing.

    What was written for that day before is replaced. The same again changes nothing.
    """
    chosen = {"chair": chair, "agenda": agenda, "notes": notes}
    wanted = {role: place_of(who) for role, who in chosen.items() if who}
    with project.changing():
        there = {row.role: row for row in project.meeting_roles.filter(on=on)}
        now = {role: (row.member, row.body) for role, row in there.items()}
        if now == wanted:
            return
        project.meeting_roles.filter(on=on).delete()
        rows = [
            MeetingRole.objects.create(project=project, on=on, role=role, member=member, body=body)
            for role, (member, body) in wanted.items()
        ]
        subject = rows[0] if rows else MeetingRole(project=project, on=on)
        what = gettext_noop("wrote down who did what in")
        if rows:
            project.record(by, what, subject, beat=Stage.COLLABORATIVE_PARTNERSHIP)
        else:
            project.record(by, gettext_noop("took away who did what in"), Meeting(subject))


def place_of(who):
    return (who, "") if isinstance(who, Membership) else (None, who)


class Meeting:
    """The meeting of a day, once nothing is written about it any more: the subject of a line."""

    activity_kind = "together"

    def __init__(self, role):
        self.words, self.url = str(role), role.get_absolute_url()

    def __str__(self):
        return self.words

    def get_absolute_url(self):
        return self.url
