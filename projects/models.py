"""A project, its team, what is open in it, and what happened. Everything else points here."""

from contextlib import contextmanager
from hashlib import sha256

from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Case, Count, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import Organisation, User
from stages.models import STEPS, Edition, Level, Sharing, Stage
from ui.search import plain_letters


class ProjectClosed(Exception):
    """A closed project is read-only: a lead has to reopen it first."""


class ChangedMeanwhile(Exception):
    """Someone else changed the same thing after its form was opened. `.thing` is as it is now."""

    def __init__(self, thing):
        super().__init__(str(thing.pk))
        self.thing = thing


class LastLead(Exception):
    """A project always keeps at least one lead."""


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The projects this person may look inside."""
        if not user.is_authenticated:
            return self.none()
        joined = Membership.objects.here().filter(user=user).values("project")
        overseen = user.oversees.values("pk")
        return self.filter(Q(pk__in=joined) | Q(organisation__in=overseen))

    def of_member(self, user):
        """The projects this person is in the team of."""
        return self.filter(pk__in=Membership.objects.here().filter(user=user).values("project"))

    def open(self):
        return self.filter(status__in=Project.OPEN)


class Project(models.Model):
    """A service change that a team works on together."""

    class Origin(models.TextChoices):
        PERSON = "person", _("A person")
        TEAM = "team", _("A team")
        POLICY = "policy", _("A policy or a new rule")
        SERVICE_CHANGE = "service_change", _("A change in a service")
        MONEY = "money", _("Money")

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
    title = models.CharField(_("title"), max_length=200)
    idea = models.TextField(_("the idea"), blank=True)
    problem = models.TextField(_("the problem"), blank=True)
    origin = models.CharField(_("where the idea came from"), max_length=14, choices=Origin.choices)
    origin_note = models.TextField(_("more about where it came from"), blank=True)
    affected = models.TextField(_("who this could affect"), blank=True)
    already_decided = models.TextField(_("what is already decided"), blank=True)
    service = models.CharField(_("service"), max_length=120, blank=True)
    contact = models.TextField(_("how to get in touch"), blank=True)
    stage = models.CharField(
        _("step"), max_length=30, choices=[(s.value, s.label) for s in STEPS], default=STEPS[0]
    )
    status = models.CharField(
        _("status"), max_length=17, choices=Status.choices, default=Status.ACTIVE
    )
    status_because = models.TextField(blank=True)
    review_on = models.DateField(_("look at this project again on"), null=True, blank=True)
    is_published = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=0)

    # Figures: written by the verbs in the same transaction, rebuilt by `manage.py rebuild_figures`.
    last_activity_at = models.DateTimeField(default=timezone.now)
    partnership_at = models.DateTimeField(null=True, blank=True)
    conversation_at = models.DateTimeField(null=True, blank=True)
    service_users = models.PositiveIntegerField(default=0)
    carers = models.PositiveIntegerField(default=0)
    items_needed = models.PositiveIntegerField(default=0)
    items_done = models.PositiveIntegerField(default=0)
    musts_left_out_bare = models.PositiveIntegerField(default=0)
    decisions_bare = models.PositiveIntegerField(default=0)
    decisions_review_on = models.DateField(null=True, blank=True)
    step_number = models.GeneratedField(
        expression=Case(*[When(stage=step, then=n) for n, step in enumerate(STEPS, start=1)]),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )
    """The step as 1 to 7, kept by the database: to sort by."""

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["organisation", "status", "title", "id"], name="in_title_order"),
            models.Index(
                fields=["organisation", "status", "last_activity_at", "id"],
                name="in_activity_order",
            ),
            models.Index(
                fields=["organisation", "status", "started_at", "id"], name="in_start_order"
            ),
            models.Index(
                fields=["organisation", "status", "step_number", "title", "id"],
                name="in_step_order",
            ),
            models.Index(fields=["organisation", "status", "service"], name="by_service"),
            # Few rows each: what the portfolio offers help for (portfolio/reasons.py).
            models.Index(
                fields=["organisation", "status", "started_at"],
                condition=Q(service_users=0),
                name="without_service_users",
            ),
            models.Index(
                fields=["organisation", "status", "started_at"],
                condition=Q(carers=0),
                name="without_carers",
            ),
            models.Index(
                fields=["organisation", "status", "title", "id"],
                condition=Q(service_users=0, carers=0),
                name="without_lived_experience",
            ),
            models.Index(
                fields=["organisation", "status", "title", "id"],
                condition=Q(decisions_bare__gt=0),
                name="with_bare_decisions",
            ),
            models.Index(
                fields=["organisation", "status", "title", "id"],
                condition=Q(musts_left_out_bare__gt=0),
                name="with_bare_musts",
            ),
            models.Index(
                fields=["organisation", "status", "review_on"],
                condition=Q(review_on__isnull=False),
                name="by_review",
            ),
            models.Index(
                fields=["organisation", "status", "decisions_review_on"],
                condition=Q(decisions_review_on__isnull=False),
                name="by_decisions_review",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("projects:detail", args=[self.pk])

    # Changing it

    @classmethod
    def start(cls, organisation, title, *, by, perspective="staff", **details):
        """A project with its first lead, on the current edition of the guide.

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
            Membership.join(project, by, Membership.Role.LEAD, perspective, by=by, speaks_for="")
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
        """
        now = timezone.now()
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
            what=what,
            kind=subject.activity_kind,
            subject=str(subject)[:500],
            url=subject.get_absolute_url(),
            note=note,
            at=now,
        )

    IDEA_FIELDS = (
        "title",
        "idea",
        "problem",
        "origin",
        "origin_note",
        "affected",
        "already_decided",
        "service",
        "contact",
        "review_on",
    )

    SEARCHED = ("title", "idea", "service")

    def reword(self, *, by, opened_at, **details):
        """Change what the big idea says. Raises ChangedMeanwhile if someone did since `opened_at`.

        `opened_at` is `idea_as_opened()` of the moment the form was drawn.
        """
        with self.changing():
            now = Project.objects.get(pk=self.pk)
            if now.idea_as_opened() != opened_at:
                raise ChangedMeanwhile(now)
            changed = [name for name in details if getattr(now, name) != details[name]]
            for name in changed:
                setattr(self, name, details[name])
            if changed:
                self.record(by, gettext_noop("changed the big idea"), self, saving=changed)

    def idea_as_opened(self):
        """A short mark of the big idea's text: two marks differ if any word does."""
        text = "\x1f".join(str(getattr(self, name)) for name in self.IDEA_FIELDS)
        return sha256(text.encode()).hexdigest()[:16]

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
            self.record(by, Move.SAID[move.kind], move, note=because, stage=stage)
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

    def tell(self, headline, text, *, by):
        """News for the team, kept as a line of activity: the conversation's heartbeat."""
        with self.changing():
            told = News(self, headline)
            beat = Stage.KEEP_THE_CONVERSATION_GOING
            return self.record(by, gettext_noop("gave the news"), told, note=text, beat=beat)

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


class SearchText(models.Model):
    """What a project is found by: the words of Project.SEARCHED in plain letters.

    It stands beside the project's row because that one is written again with every tick, and
    an index of words is slow to write.
    """

    project = models.OneToOneField(
        Project, models.CASCADE, primary_key=True, related_name="search_text"
    )
    text = models.TextField()

    class Meta:
        indexes = [
            # Finds any part of a word. PostgreSQL needs its extension first: the migration's
            # first line. On SQLite this is a plain index that nothing uses.
            GinIndex(fields=["text"], name="words_of_projects", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.text

    @staticmethod
    def of(project):
        return plain_letters(" ".join(getattr(project, name) for name in Project.SEARCHED))

    @classmethod
    def keep(cls, projects):
        """Write what each of the projects is found by as of now."""
        rows = [cls(project=project, text=cls.of(project)) for project in projects]
        cls.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["project"], update_fields=["text"]
        )


class News:
    """A headline that has no row of its own yet: the subject of a line of activity."""

    activity_kind = "news"

    def __init__(self, project, headline):
        self.project, self.headline = project, headline

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return reverse("projects:activity", args=[self.project.pk])


class InProjectQuerySet(models.QuerySet):
    """The base of every queryset whose rows can be published."""

    def visible_to(self, user):
        inside = Q(project__in=Project.objects.visible_to(user))
        published = Q(sharing=Sharing.PUBLIC, project__is_published=True)
        return self.filter(inside | published)


class InProject(models.Model):
    """A thing of a project. `version` is the project's at its last change; it is also its lock."""

    version = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def is_still(self, opened_at):
        """Raise ChangedMeanwhile if the row is not at version `opened_at` any more.

        None means that the form was not about what is there already, so nothing is lost.
        """
        if opened_at is not None and opened_at != self.version:
            raise ChangedMeanwhile(self)


class MembershipQuerySet(models.QuerySet):
    def here(self):
        """Those who have not left."""
        return self.filter(left_on__isnull=True)

    def lived(self):
        return self.filter(perspective__in=Membership.LIVED)

    def leads(self):
        return self.filter(role=Membership.Role.LEAD)

    def perspectives(self):
        """`{(project_id, perspective): how many}` of those who are here, in one query."""
        rows = self.here().order_by().values_list("project_id", "perspective")
        return {row[:2]: row[2] for row in rows.annotate(number=Count("pk"))}


class Membership(InProject):
    """A person's place in a team: a role (what they may do) and a perspective (what they bring)."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead")
        PARTICIPANT = "participant", _("Participant")
        OBSERVER = "observer", _("Observer")

    class Perspective(models.TextChoices):
        SERVICE_USER = "service_user", _("Service user")
        CARER = "carer", _("Carer")
        STAFF = "staff", _("Staff")
        PARTNER = "partner", _("Partner")

    LIVED = (Perspective.SERVICE_USER, Perspective.CARER)
    ABILITIES = {
        Role.LEAD: {"view", "contribute", "lead"},
        Role.PARTICIPANT: {"view", "contribute"},
        Role.OBSERVER: {"view"},
    }
    activity_kind = "team"

    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=11, choices=Role.choices)
    perspective = models.CharField(_("perspective"), max_length=12, choices=Perspective.choices)
    speaks_for = models.CharField(_("who they speak for"), max_length=200, blank=True)
    name_in_summary = models.BooleanField(_("name may stand in the summary"), default=False)
    joined_on = models.DateField(_("joined"), default=timezone.localdate)
    left_on = models.DateField(_("left"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["joined_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "user"],
                condition=Q(left_on__isnull=True),
                name="in_a_team_once",
            ),
        ]
        indexes = [models.Index(fields=["user", "left_on", "project"], name="teams_of_a_person")]

    def __str__(self):
        return self.user.name

    def get_absolute_url(self):
        return f"{reverse('team:index', args=[self.project_id])}#member-{self.pk}"

    @classmethod
    def join(cls, project, user, role, perspective, *, by, speaks_for="", **details):
        """Bring a person into the team. Someone who is in it already stays as they are."""
        with project.changing():
            already = project.memberships.here().filter(user=user).first()
            if already:
                return already
            membership = cls.objects.create(
                project=project,
                user=user,
                role=role,
                perspective=perspective,
                speaks_for=speaks_for,
                **details,
            )
            what = (
                gettext_noop("joined the team")
                if user == by
                else gettext_noop("welcomed to the team")
            )
            project.record(by, what, membership, **cls.figures_of(project))
            return membership

    def change(self, *, by, **details):
        """Change role, perspective or who they speak for. Raises LastLead."""
        with self.project.changing():
            self.refresh_from_db()
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed:
                return
            for name in changed:
                setattr(self, name, details[name])
            self.save(update_fields=changed)
            if not self.project.memberships.here().leads().exists():
                raise LastLead
            what = gettext_noop("changed the team entry of")
            self.project.record(by, what, self, **self.figures_of(self.project))

    def leave(self, *, by):
        """End the membership today; what the person did stays. Raises LastLead."""
        with self.project.changing():
            self.refresh_from_db()
            if self.left_on:
                return
            self.left_on = timezone.localdate()
            self.save(update_fields=["left_on"])
            if not self.project.memberships.here().leads().exists():
                raise LastLead
            what = (
                gettext_noop("left the team")
                if self.user == by
                else gettext_noop("said goodbye to")
            )
            self.project.record(by, what, self, **self.figures_of(self.project))

    @classmethod
    def figures_of(cls, project):
        """How many service users and carers the team has, for the project's row."""
        here = project.memberships.here()
        perspectives = cls.Perspective
        return {
            "service_users": here.filter(perspective=perspectives.SERVICE_USER).count(),
            "carers": here.filter(perspective=perspectives.CARER).count(),
        }

    @property
    def abilities(self):
        """The words this person may use here: view, contribute, lead."""
        return self.ABILITIES[self.role]

    @property
    def is_lived(self):
        return self.perspective in self.LIVED


class PartQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        inside = Q(project__in=Project.objects.visible_to(user))
        return self.filter(inside | Q(project__is_published=True))


class Part(InProject):
    """A part of the change: open, partly open or fixed, by whom, why, until when."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PARTLY = "partly", _("Partly open")
        FIXED = "fixed", _("Fixed")

    activity_kind = "whats_open"

    project = models.ForeignKey(Project, models.CASCADE, related_name="parts")
    name = models.CharField(_("part of the change"), max_length=300)
    state = models.CharField(_("open or fixed"), max_length=6, choices=State.choices)
    level = models.CharField(
        _("how much say people have"), max_length=3, choices=Level.choices, blank=True
    )
    by_whom = models.CharField(_("who said so"), max_length=200, blank=True)
    because = models.TextField(_("why"), blank=True)
    look_again_on = models.DateField(_("look at it again on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('whats_open:index', args=[self.project_id])}#part-{self.pk}"

    @classmethod
    def add(cls, project, *, by, **details):
        """A new row of “What is open?”, at its end. The same row again is the one there is."""
        with project.changing():
            if already := project.parts.filter(**details).first():
                return already
            last = project.parts.aggregate(last=models.Max("position"))["last"] or 0
            part = cls.objects.create(project=project, position=last + 1, **details)
            project.record(by, gettext_noop("added to “What is open?”:"), part)
            return part

    def change(self, *, by, opened_at=None, **details):
        """Change the row. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, Part.DoesNotExist if it has
        been taken away.
        """
        with self.project.changing():
            self.refresh_from_db()
            changed = [name for name in details if getattr(self, name) != details[name]]
            if not changed:
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, details[name])
            what = gettext_noop("changed in “What is open?”:")
            self.project.record(by, what, self, saving=changed)

    def take_away(self, *, by):
        """Remove the row; the activity keeps its name. Raises Part.DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away from “What is open?”:"), self)
            self.delete()


class Move(InProject):
    """From one step to another: on, back or past others, with the reason and who was asked."""

    class Kind(models.TextChoices):
        ON = "on", _("Moved on")
        BACK = "back", _("Went back")
        SKIP = "skip", _("Skipped ahead")

    SAID = {
        Kind.ON: gettext_noop("moved on to"),
        Kind.BACK: gettext_noop("went back to"),
        Kind.SKIP: gettext_noop("skipped ahead to"),
    }
    activity_kind = "project"

    project = models.ForeignKey(Project, models.CASCADE, related_name="moves")
    from_stage = models.CharField(max_length=30, choices=Stage.choices)
    to_stage = models.CharField(max_length=30, choices=Stage.choices)
    because = models.TextField()
    asked_lived = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_staff = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.get_to_stage_display()

    def get_absolute_url(self):
        return reverse("projects:detail", args=[self.project_id])

    @property
    def kind(self):
        start, end = STEPS.index(self.from_stage), STEPS.index(self.to_stage)
        if end < start:
            return self.Kind.BACK
        return self.Kind.ON if end == start + 1 else self.Kind.SKIP

    @property
    def skipped(self):
        """The steps between, when it went past some."""
        return STEPS[STEPS.index(self.from_stage) + 1 : STEPS.index(self.to_stage)]


class StatusChange(models.Model):
    """Paused, stopped, not collaborative after all, complete, reopened: with the reason."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="status_changes")
    status = models.CharField(max_length=17, choices=Project.Status.choices)
    because = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.get_status_display()


class Activity(models.Model):
    """What happened, line by line. Written in the transaction of the change, never altered."""

    class Kind(models.TextChoices):
        PROJECT = "project", _("The project")
        WHATS_OPEN = "whats_open", _("What is open?")
        CHECKLIST = "checklist", _("Checklists")
        DECISION = "decision", _("Decisions")
        TEAM = "team", _("The team")
        NEWS = "news", _("News")

    project = models.ForeignKey(Project, models.CASCADE, related_name="activity")
    version = models.PositiveIntegerField()
    actor = models.ForeignKey(User, models.PROTECT, related_name="activity")
    what = models.CharField(max_length=100)
    """The English phrase; `_()` shows it in the reader's language."""
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        verbose_name_plural = "activity"
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="one_line_a_version"),
        ]

    def __str__(self):
        return f"{self.actor} {self.what} {self.subject}"


class ImportedCase(models.Model):
    """A case as it was imported, whole, so that rooms built later can bring in their part."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="imported_case")
    case = models.CharField(max_length=80, unique=True)
    document = models.JSONField()
    imported_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.case
