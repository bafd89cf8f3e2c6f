"""A meeting of the team: when, where and how to get in; who comes; planned, called off, closed."""

import re
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.conversation.meetings import emails
from projects.conversation.models.rhythm import heartbeat_figures
from projects.models import InProject, InProjectQuerySet, Membership, Project
from stages.models import Sharing, Stage


class NotPlanned(Exception):
    """It was closed or called off already; `.meeting` is as it is now."""

    def __init__(self, meeting):
        super().__init__(str(meeting.pk))
        self.meeting = meeting


class MeetingQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def planned(self):
        return self.filter(state=Meeting.State.PLANNED)

    def to_come(self):
        """Planned and not over yet, the next one first."""
        return self.planned().filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")

    def past(self):
        """Over, closed or called off, the last one first."""
        over = ~Q(state=Meeting.State.PLANNED) | Q(ends_at__lt=timezone.now())
        return self.filter(over).order_by("-starts_at", "-pk")

    def held(self):
        """Those that took place and were closed with a summary, in the order they were held."""
        return self.filter(state=Meeting.State.CLOSED).order_by("starts_at", "pk")


class Meeting(InProject):
    """People come together, in a room, by phone or online, about the points of an agenda."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CALLED_OFF = "called_off", _("Called off")
        CLOSED = "closed", _("Closed")

    activity_kind = "talk"
    sharing = Sharing.TEAM
    TIMES = ("starts_at", "ends_at")
    NEEDS_WHY = (*TIMES, "place")
    TOLD = (*NEEDS_WHY, "getting_in", "link", "phone", "on_the_day")
    """What people need in order to come: when one of these changes, everybody hears."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="meetings")
    what_for = models.CharField(_("what it is for"), max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(_("where"), max_length=300, blank=True)
    getting_in = models.TextField(_("how to get in"), blank=True)
    link = models.URLField(_("the link to join"), max_length=1000, blank=True)
    phone = models.CharField(_("the phone number to join"), max_length=200, blank=True)
    on_the_day = models.CharField(_("whom to call on the day"), max_length=200, blank=True)
    """A name and a number; forgotten when the meeting is closed or called off, or a week after."""
    breaks = models.CharField(_("breaks"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    because = models.TextField(_("why it changed or was called off"), blank=True)
    uid = models.UUIDField(default=uuid4, editable=False, unique=True)
    """What calendars know it by, for ever."""
    sequence = models.PositiveIntegerField(default=0)
    """How often what calendars show has changed."""
    guests = models.PositiveIntegerField(_("how many guests came"), null=True, blank=True)
    guests_from = models.CharField(_("where guests came from"), max_length=300, blank=True)
    """As a group: people who are not in the team are never named."""
    draft = models.TextField(_("the summary so far"), blank=True)
    draft_easy = models.TextField(_("the easy read summary so far"), blank=True)
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(default=timezone.now)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(state="called_off", because=""), name="called_off_says_why"
            ),
        ]
        indexes = [models.Index(fields=["project", "state", "starts_at"], name="meetings_by_day")]

    def __str__(self):
        return self.what_for

    def get_absolute_url(self):
        return reverse("conversation:meetings:detail", args=[self.project_id, self.pk])

    # Planning it

    @classmethod
    def plan(cls, project, *, by, roles=None, **details):
        """A meeting, with an invitation to everyone in the team unless it is over already.

        `roles` is `{role: a membership or words}`. The same again is the one there is.
        """
        with project.changing():
            same = project.meetings.filter(planned_by=by, state=cls.State.PLANNED, **details)
            if already := same.first():
                return already
            meeting = cls.objects.create(project=project, planned_by=by, **details)
            meeting.set_roles(roles or {})
            meeting.note_down(by, gettext_noop("planned the meeting"))
            if not meeting.is_over:
                emails.invited(meeting, by=by)
            return meeting

    def change(self, *, by, opened_at=None, because="", roles=None, **details):
        """Change when, where or what for. The same again changes nothing.

        Everyone hears of what they need in order to come, and why it changed. At another time
        people are asked anew whether they can come. Raises NotPlanned and ChangedMeanwhile.
        """
        with self.project.changing():
            self.still_planned()
            changed = [name for name in details if getattr(self, name) != details[name]]
            new_roles = roles is not None and roles != self.roles
            if not changed and not new_roles:
                return
            self.is_still(opened_at)
            was = emails.in_words(self)
            for name in changed:
                setattr(self, name, details[name])
            if new_roles:
                self.set_roles(roles)
            if changed:
                self.because, self.sequence = because, self.sequence + 1
                changed += ["because", "sequence"]
            is_another_time = bool(set(changed) & set(self.TIMES))
            if is_another_time:
                self.coming.update(answer="", answered_at=None, hand=None)
            what = gettext_noop("changed the meeting")
            self.note_down(by, what, saving=changed, note=because)
            if set(changed) & set(self.TOLD) and not self.is_over:
                emails.changed(self, by=by, was=was, is_another_time=is_another_time)

    def call_off(self, *, by, because):
        """It does not take place, and why; everybody hears. Raises NotPlanned if it is closed."""
        with self.project.changing():
            self.refresh_from_db()
            if self.state == self.State.CALLED_OFF:
                return
            self.still_planned()
            was_to_come = not self.is_over
            self.state, self.because, self.on_the_day = self.State.CALLED_OFF, because, ""
            self.sequence += 1
            saving = ["state", "because", "on_the_day", "sequence"]
            self.note_down(by, gettext_noop("called off the meeting"), saving=saving, note=because)
            if was_to_come:
                emails.called_off(self, by=by)

    def set_roles(self, roles):
        """Who chairs, looks after the agenda and takes notes: `{role: a membership or words}`."""
        self.role_rows.all().delete()
        self.role_rows.bulk_create(
            MeetingRole(
                meeting=self,
                role=role,
                member=who if isinstance(who, Membership) else None,
                words="" if isinstance(who, Membership) else who,
            )
            for role, who in roles.items()
            if who
        )
        self.__dict__.pop("roles", None)

    def still_planned(self):
        self.refresh_from_db()
        if not self.is_planned:
            raise NotPlanned(self)

    def note_down(self, by, what, *, saving=(), note=""):
        """The line of activity. That the team will meet is no news yet: only a summary is."""
        self.project.record(by, what, self, saving=saving, note=note)

    # While it is on

    def note_who_came(self, *, by, members, guests=None, guests_from=""):
        """Which members came, and how many others. The same again changes nothing.

        Raises NotPlanned when it is called off; a closed one keeps what it says.
        """
        with self.project.changing():
            self.still_planned()
            was = set(self.coming.filter(came=True).values_list("member", flat=True))
            now = {member.pk for member in members}
            about = {"guests": guests, "guests_from": guests_from}
            if was == now and all(getattr(self, name) == about[name] for name in about):
                return
            self.coming.exclude(member__in=now).update(came=False)
            for member in members:
                self.coming.update_or_create(member=member, defaults={"came": True})
            self.guests, self.guests_from = guests, guests_from
            what = gettext_noop("wrote down who came to the meeting")
            self.note_down(by, what, saving=list(about))

    # Closing it

    def keep_draft(self, *, by, opened_at, text, easy):
        """The summary so far; nobody is told. Raises ChangedMeanwhile and NotPlanned."""
        with self.project.changing():
            self.still_planned()
            if (self.draft, self.draft_easy) == (text, easy):
                return
            self.is_still(opened_at)
            self.draft, self.draft_easy = text, easy
            what = gettext_noop("went on with the summary of the meeting")
            self.note_down(by, what, saving=["draft", "draft_easy"])

    def close(self, *, by, opened_at, text, easy=""):
        """The summary goes to the team and stays. Raises ChangedMeanwhile and NotPlanned."""
        with self.project.changing():
            self.refresh_from_db()
            first = self.summaries.first()
            if first and (first.by, first.text, first.easy) == (by, text, easy):
                return
            self.still_planned()
            self.is_still(opened_at)
            self.summaries.create(text=text, easy=easy, by=by)
            self.state, self.draft, self.draft_easy = self.State.CLOSED, "", ""
            self.on_the_day = ""
            self.project.record(
                by,
                gettext_noop("closed the meeting"),
                self,
                saving=["state", "draft", "draft_easy", "on_the_day"],
                beat=Stage.KEEP_THE_CONVERSATION_GOING,
                **heartbeat_figures(self.project),
            )
            emails.closed(self, by=by)

    def correct(self, *, by, opened_at, because, text, easy=""):
        """Another summary in place of the one that stands, and why; both stay readable.

        The same text changes nothing. Raises ChangedMeanwhile.
        """
        with self.project.changing():
            self.refresh_from_db()
            now = self.summary
            if (now.text, now.easy) == (text, easy):
                return
            self.is_still(opened_at)
            self.summaries.create(text=text, easy=easy, by=by, because=because)
            what = gettext_noop("corrected the summary of the meeting")
            self.note_down(by, what, note=because)
            emails.corrected(self, by=by)

    # Asking about it

    @property
    def is_planned(self):
        return self.state == self.State.PLANNED

    @property
    def is_closed(self):
        return self.state == self.State.CLOSED

    @property
    def is_called_off(self):
        return self.state == self.State.CALLED_OFF

    @property
    def is_over(self):
        return self.ends_at <= timezone.now()

    @property
    def number_to_ring(self):
        """The first number in what is said of the phone, for a phone to ring at one press."""
        found = re.search(r"\+?\d[\d ]{4,}\d", self.phone)
        return found[0].replace(" ", "") if found else ""

    @property
    def has_come(self):
        """Its day is here, or was."""
        return timezone.localdate(self.starts_at) <= timezone.localdate()

    @property
    def minutes(self):
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def summary(self):
        """The summary that stands, or None before it is closed."""
        return self.summaries.last()

    @cached_property
    def roles(self):
        """`{role: a membership or words}` of those that somebody has."""
        rows = self.role_rows.select_related("member__user")
        return {row.role: row.member or row.words for row in rows}

    @cached_property
    def roles_in_words(self):
        """`[(what they do, who)]` as the team knows them."""
        return [(label, str(self.roles[role])) for role, label in self.roles_there_are]

    @cached_property
    def roles_on_paper(self):
        """The same for paper, which may lie around: names of those who agreed to it."""
        return [(label, on_paper(self.roles[role])) for role, label in self.roles_there_are]

    @property
    def roles_there_are(self):
        return [(role, label) for role, label in MeetingRole.Role.choices if role in self.roles]


class MeetingRole(models.Model):
    """Who does what in a meeting: a member, or words (“whoever likes to, on the day”)."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("Chairs the meeting")
        AGENDA = "agenda", _("Looks after the agenda and the time")
        NOTES = "notes", _("Takes notes")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="role_rows")
    role = models.CharField(max_length=6, choices=Role.choices)
    member = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "role"], name="one_for_each_role_of_a_meeting"
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.member or self.words}"


class MeetingSummary(models.Model):
    """What came of a meeting, as it was sent. The last one stands; each correction says why."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="summaries")
    text = models.TextField(_("the summary"))
    """Paragraphs; a line that begins with # is a heading, one with - a point in a list."""
    easy = models.TextField(_("in easy read"), blank=True)
    because = models.TextField(_("why it was corrected"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.meeting)

    def words(self, display):
        return self.easy if display.is_easy and self.easy else self.text


SOMEONE = {
    Membership.Perspective.SERVICE_USER: _("a service user"),
    Membership.Perspective.CARER: _("a carer"),
    Membership.Perspective.STAFF: _("a member of staff"),
    Membership.Perspective.PARTNER: _("a partner"),
}


def on_paper(who):
    """A member's name if they agreed that it stands there, else what they bring; words as words."""
    if not isinstance(who, Membership):
        return who
    return who.user.name if who.name_in_summary else str(SOMEONE[who.perspective])
