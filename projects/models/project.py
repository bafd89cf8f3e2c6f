"""A service change that a team works on together, and what can be done to it."""

from contextlib import contextmanager

from django.db import models, transaction
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import Organisation, User
from projects import emails
from projects.models.activity import Activity
from projects.models.big_idea import BigIdea
from projects.models.hands import Hand
from projects.models.in_project import ChangedMeanwhile, InProject
from projects.models.moves import Move
from projects.models.orders import ORDERS
from projects.models.search import SearchText
from projects.models.support import Support
from projects.models.team import Membership
from stages.models import STEPS, Edition, Stage


class ProjectClosed(Exception):
    """A closed project is read-only: a lead has to reopen it first."""


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The projects this person may look inside."""
        if not user.is_authenticated:
            return self.none()
        if user.confined_to:
            return self.of_member(user)
        joined = Membership.objects.here().filter(user=user).values("project")
        overseen = user.oversees.values("pk")
        helped = Support.objects.agreed().filter(helper=user).values("project")
        return self.filter(Q(pk__in=joined) | Q(organisation__in=overseen) | Q(pk__in=helped))

    def of_member(self, user):
        """The projects this person is in the team of; the one, when the session sees no other."""
        mine = Membership.objects.here().filter(user=user)
        if user.confined_to:
            mine = mine.filter(project=user.confined_to)
        return self.filter(pk__in=mine.values("project"))

    def of_writer(self, user):
        """The projects in which this person may write: for themselves, or as someone's helper."""
        helped = Support.objects.agreed().filter(helper=user).values("project")
        return self.visible_to(user).filter(
            Q(pk__in=self.of_member(user).values("pk")) | Q(pk__in=helped)
        )

    def open(self):
        return self.filter(status__in=Project.OPEN)

    def published(self):
        """Those with a page that anyone may read."""
        return self.filter(is_published=True)


class Project(BigIdea):
    """A service change that a team works on together."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        STOPPED = "stopped", _("Stopped")
        NOT_COLLABORATIVE = "not_collaborative", _("Not collaborative after all")
        COMPLETE = "complete", _("Complete")

    OPEN = (Status.ACTIVE, Status.PAUSED)
    activity_kind = "project"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="projects")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="projects")
    purpose = models.CharField(_("what the team is for"), max_length=300, blank=True)
    """One sentence that everyone in the team can say."""
    stage = models.CharField(
        _("step"), max_length=30, choices=[(s.value, s.label) for s in STEPS], default=STEPS[0]
    )
    status = models.CharField(
        _("status"), max_length=17, choices=Status.choices, default=Status.ACTIVE
    )
    status_because = models.TextField(blank=True)
    is_published = models.BooleanField(default=False)
    """Whether anyone may read its public page."""
    is_example = models.BooleanField(default=False)
    one_lead_will_do = models.BooleanField(default=False)
    """A lead has seen the suggestion of two leads, one from each side, and let it go."""
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=0)

    # Figures: written by the verbs in the same transaction, rebuilt by `manage.py rebuild_figures`.
    last_activity_at = models.DateTimeField(default=timezone.now)
    partnership_at = models.DateTimeField(null=True, blank=True)
    conversation_at = models.DateTimeField(null=True, blank=True)
    last_told_on = models.DateField(null=True, blank=True)
    """The day of the last update, or summary of a meeting, that was sent."""
    last_told_by_summary = models.BooleanField(default=False)
    """What was last sent is the summary of a meeting."""
    rhythm_days = models.PositiveSmallIntegerField(null=True, blank=True)
    """How often the team agreed to send one; None while it has not."""
    update_due_on = models.DateField(null=True, blank=True)
    service_users = models.PositiveIntegerField(default=0)
    carers = models.PositiveIntegerField(default=0)
    items_needed = models.PositiveIntegerField(default=0)
    items_done = models.PositiveIntegerField(default=0)
    musts_left_out_bare = models.PositiveIntegerField(default=0)
    parts_bare = models.PositiveIntegerField(default=0)
    decisions_bare = models.PositiveIntegerField(default=0)
    decisions_review_on = models.DateField(null=True, blank=True)
    actions_due_on = models.DateField(null=True, blank=True)
    last_number_at = models.DateTimeField(null=True, blank=True)
    """When a number was last written down."""
    numbers_since = models.DateTimeField(null=True, blank=True)
    """The same of the measure that has waited longest, of those that are still collected."""
    step_number = models.GeneratedField(
        expression=Case(*[When(stage=step, then=n) for n, step in enumerate(STEPS, start=1)]),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )
    """The step as 1 to 7, kept by the database: to sort by."""

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        indexes = ORDERS

    def get_absolute_url(self):
        return reverse("projects:detail", args=[self.pk])

    # Changing it

    @classmethod
    def start(cls, organisation, title, *, by, lead=None, perspective="staff", **details):
        """A project with its first lead, on the current edition of the guide: `by`, or `lead`.

        Use `projects.start.start_project`, which lays out the checklists as well.
        Raises Edition.DoesNotExist when no edition has been published.
        """
        edition = details.pop("edition", None) or Edition.objects.current()
        if edition is None:
            raise Edition.DoesNotExist("Import a guide first: manage.py import_guide FILE")
        with transaction.atomic():
            project = cls.objects.create(
                organisation=organisation, edition=edition, title=title, started_by=by, **details
            )
            what = gettext_noop("started the project")
            project.record(by, what, project, saving=cls.SEARCHED)
            role = Membership.Role.LEAD
            Membership.join(project, lead or by, role, perspective, by=by, speaks_for="")
        return project

    @contextmanager
    def changing(self, *, closed_too=False):
        """One change at a time. Locks the row and brings version, status and figures up to date.

        Raises ProjectClosed unless `closed_too`: only reopening changes a closed project.
        """
        locked = Project.objects.select_for_update(no_key=True)
        with transaction.atomic():
            self.refresh_from_db(fields=self.MOVING, from_queryset=locked)
            if self.is_closed and not closed_too:
                raise ProjectClosed
            yield

    MOVING = [
        "version",
        "status",
        "stage",
        "items_needed",
        "items_done",
        "musts_left_out_bare",
        "decisions_bare",
    ]

    def record(self, by, what, subject, *, saving=(), note="", beat="", **figures):
        """Raise the version, stamp it on the subject, add a line: Asha ticked "Agree a budget".

        Call it inside `changing()`. `saving` names the subject's changed fields; `beat` is the
        stage it belongs to, for the two that never end; `figures` go to the project's row.
        Who writes for someone else is written down too (`Hand`).
        """
        now = timezone.now()
        hand = Hand.writing_in(self)
        self.version += 1
        figures |= {"version": self.version, "last_activity_at": now}
        if beat == Stage.COLLABORATIVE_PARTNERSHIP:
            figures["partnership_at"] = now
        if beat == Stage.KEEP_THE_CONVERSATION_GOING:
            figures["conversation_at"] = now
        if subject == self:
            figures |= {name: getattr(self, name) for name in saving}
            if set(saving) & set(self.SEARCHED):
                SearchText.keep([self])
        elif isinstance(subject, InProject):
            subject.version = self.version
            subject.save(update_fields=[*saving, "version"])
        for name, value in figures.items():
            setattr(self, name, value)
        Project.objects.filter(pk=self.pk).update(**figures)
        return Activity.objects.create(
            project=self,
            version=self.version,
            actor=by,
            hand=hand,
            what=what,
            kind=subject.activity_kind,
            subject=str(subject)[:500],
            url=subject.get_absolute_url(),
            note=note,
            at=now,
        )

    def say_purpose(self, purpose, *, by, was):
        """What the team is for, in one sentence. Raises ChangedMeanwhile if it is not `was` now."""
        with self.changing():
            now = Project.objects.get(pk=self.pk)
            if now.purpose == purpose:
                return
            if now.purpose != was:
                raise ChangedMeanwhile(now)
            self.purpose = purpose
            what = gettext_noop("said what the team is for in")
            self.record(by, what, self, saving=["purpose"], note=purpose)

    def move_to(self, stage, *, by, because, asked_lived=None, asked_staff=None):
        """Move on, go back or skip to a step: a recorded act, never a lock.

        `asked_…` are the memberships of the people asked first, one from each side, or None.
        Moving to the step it is at changes nothing and records nothing.
        """
        stage = Stage(stage)
        if stage not in STEPS:
            raise ValueError(f"{stage} runs throughout: a project does not move to it")
        with self.changing():
            if stage == self.stage:
                return None
            move = self.moves.create(
                from_stage=self.stage,
                to_stage=stage,
                because=because,
                asked_lived=asked_lived,
                asked_staff=asked_staff,
                by=by,
                version=self.version + 1,
            )
            self.stage = stage
            self.record(by, Move.SAID[move.kind], move, note=move.in_words(), stage=stage)
            emails.moved(move)
            return move

    SAID_OF_STATUS = {
        Status.ACTIVE: gettext_noop("reopened the project"),
        Status.PAUSED: gettext_noop("paused the project"),
        Status.STOPPED: gettext_noop("stopped the project"),
        Status.NOT_COLLABORATIVE: gettext_noop("said it is not collaborative after all"),
        Status.COMPLETE: gettext_noop("completed the project"),
    }

    def turn(self, status, *, by, because):
        """Pause, stop, end as not collaborative, complete or reopen it, with the reason.

        The status it has already changes nothing and records nothing.
        """
        with self.changing(closed_too=True):
            if status == self.status:
                return
            self.status, self.status_because = status, because
            self.status_changes.create(status=status, because=because, by=by)
            what = self.SAID_OF_STATUS[status]
            self.record(by, what, self, saving=["status", "status_because"], note=because)
            emails.turned(self, by=by)

    MADE_PUBLIC = gettext_noop("made the page public of")
    TOOK_DOWN = gettext_noop("took down the public page of")

    def publish(self, *, by):
        """From now on anyone may read its public page. Publishing again changes nothing."""
        with self.changing():
            self.refresh_from_db(fields=["is_published"])
            if not self.is_published:
                self.is_published = True
                self.record(by, self.MADE_PUBLIC, self, saving=["is_published"])

    def take_down(self, *, by):
        """Nobody outside can read it any more, also when it is closed. Again changes nothing."""
        with self.changing(closed_too=True):
            self.refresh_from_db(fields=["is_published"])
            if self.is_published:
                self.is_published = False
                self.record(by, self.TOOK_DOWN, self, saving=["is_published"])

    def let_two_leads_go(self):
        """A lead has seen the suggestion of two leads: it is not made again. No news for anyone."""
        Project.objects.filter(pk=self.pk).update(one_lead_will_do=True)

    # Asking about it

    @property
    def is_closed(self):
        return self.status not in self.OPEN

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE

    def membership_of(self, user):
        """The person's place in the team; an observer's, unsaved, for those who oversee it."""
        mine = self.memberships.here().filter(user=user).select_related("user").first()
        return mine or Membership(project=self, user=user, role=Membership.Role.OBSERVER)
