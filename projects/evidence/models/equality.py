"""The equality check: whom the change could help or harm, and what the team will do about it.

It is a living document. `EqualityVersion` is the whole of it as it was one day; `EqualityLook` says
that people looked again and found nothing to change. It never says that a duty is met.
"""

from datetime import date
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.evidence.equality import emails
from projects.evidence.equality.starting import IN_THE_LAW, STARTING
from projects.models import AffectedGroup, ChangedMeanwhile, InProject, Project
from stages.models import Stage

REOPENED_AT = (
    Stage.UNDERSTAND_WHATS_AROUND,
    Stage.MAKE_THE_CHANGE,
    Stage.CHECKING_THE_IMPACT,
)
"""Moving to one of these makes it time to look at the check again."""


class EqualityCheck:
    """The check as a whole, which has no row of its own: the subject of a line of activity."""

    activity_kind = "evidence"

    def __init__(self, project):
        self.project = project

    def __str__(self):
        return gettext("Equality check")

    def get_absolute_url(self):
        return reverse("evidence:equality:index", args=[self.project.pk])


class InTeamQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))


class CheckedGroupQuerySet(InTeamQuerySet):
    def planned(self):
        """Something is to be done, and nobody has said that it is done."""
        return self.exclude(action="").filter(done_on=None)

    def overdue(self):
        """Whose day has gone by, the longest ago first."""
        return self.planned().filter(due_on__lt=timezone.localdate()).order_by("due_on", "pk")


class CheckedGroup(InProject):
    """A row of the check: what the change could mean for one group, and what the team will do."""

    TEXTS = ("name", "good", "harm", "known", "action", "who")
    activity_kind = "evidence"

    project = models.ForeignKey(Project, models.CASCADE, related_name="checked_groups")
    group = models.ForeignKey(
        AffectedGroup, models.SET_NULL, null=True, blank=True, related_name="checked"
    )
    """The group of the team's own list that this row is about, where it is one."""
    key = models.CharField(max_length=20, blank=True)
    """Which of the groups that a check begins with it is; nothing for one of the team's own."""
    name = models.CharField(_("the group"), max_length=200)
    good = models.TextField(_("possible good"), blank=True)
    harm = models.TextField(_("possible harm"), blank=True)
    known = models.TextField(_("what we know, and from where"), blank=True)
    action = models.TextField(_("what we will do"), blank=True)
    who = models.CharField(_("who does it"), max_length=200, blank=True)
    """A role, or a part in the team: never a name."""
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = CheckedGroupQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_checked_group_has_a_name"),
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(action=""), name="only_an_action_is_done"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('evidence:equality:index', args=[self.project_id])}#checked-{self.pk}"

    @classmethod
    def lay_out(cls, project, *, by):
        """Begin the check: the groups of the law, the usual further ones, and the team's own.

        A check that has begun already stays as it is.
        """
        with project.changing():
            if project.checked_groups.exists():
                return
            starting = [cls(key=key, name=name) for key, (name, _hint) in STARTING.items()]
            own = [cls(group=group, name=group.name) for group in project.groups.all()]
            for position, row in enumerate([*starting, *own], start=1):
                row.project, row.position = project, position
                row.version = project.version + 1  # that of the line below
            cls.objects.bulk_create([*starting, *own])
            what = gettext_noop("began to look at who could be helped or harmed:")
            project.record(by, what, EqualityCheck(project))

    @classmethod
    def bring(cls, project, *, by):
        """The groups on the team's list that the check does not have yet, each a row; how many."""
        with project.changing():
            missing = missing_groups(project)
            for group in missing:
                cls.add(project, by=by, name=group.name, group=group)
            return len(missing)

    @classmethod
    def add(cls, project, *, by, **details):
        """A row at the end. The same again is the one there is."""
        with project.changing():
            if already := project.checked_groups.filter(**details).first():
                return already
            last = project.checked_groups.aggregate(last=models.Max("position"))["last"] or 0
            row = cls.objects.create(project=project, position=last + 1, **details)
            project.record(by, gettext_noop("added to the equality check:"), row)
            return row

    def change(self, *, by, opened_at=None, **details):
        """Change what the row says. The same again changes nothing.

        Raises ChangedMeanwhile if it is not at version `opened_at`, CheckedGroup.DoesNotExist if
        it has been taken away.
        """
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            if not self.action:
                self.done_on = None
            what = gettext_noop("changed in the equality check:")
            self.project.record(by, what, self, saving=[*changed, "done_on"])

    def finish(self, *, by):
        """What we said we would do is done, today. Without anything to do, nothing happens."""
        with self.project.changing():
            self.refresh_from_db()
            if self.action and not self.done_on:
                self.done_on = timezone.localdate()
                what = gettext_noop("did what the equality check asks for:")
                self.project.record(by, what, self, saving=["done_on"])

    def take_up_again(self, *, by):
        """It is not done after all."""
        with self.project.changing():
            self.refresh_from_db()
            if self.done_on:
                self.done_on = None
                what = gettext_noop("took up again in the equality check:")
                self.project.record(by, what, self, saving=["done_on"])

    def take_away(self, *, by):
        """Remove the row; the activity and earlier versions keep it. DoesNotExist if it is gone."""
        with self.project.changing():
            self.refresh_from_db()
            self.project.record(by, gettext_noop("took away from the equality check:"), self)
            self.delete()

    @property
    def is_empty(self):
        said = (self.good, self.harm, self.known, self.action, self.who, self.due_on)
        return not any(said)

    @property
    def is_overdue(self):
        is_planned = bool(self.action) and self.done_on is None
        return is_planned and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def is_in_the_law(self):
        return self.key in IN_THE_LAW

    def as_kept(self):
        """The row as a version keeps it: words and dates, and nothing that can change later."""
        kept = {name: getattr(self, name) for name in self.TEXTS}
        dates = {"due_on": iso(self.due_on), "done_on": iso(self.done_on)}
        return {"row": self.pk, **kept, **dates}


def iso(day):
    return day.isoformat() if isinstance(day, date) else ""


def missing_groups(project):
    """Groups on the team's list that the check has no row for."""
    there = project.checked_groups.exclude(group=None).values("group")
    return list(project.groups.exclude(pk__in=there))


def rows_as_kept(project):
    return [row.as_kept() for row in project.checked_groups.all()]


def mark_of(rows):
    """A short mark of kept rows: two marks differ if any word does."""
    return sha256(repr(rows).encode()).hexdigest()[:16]


class EqualityVersion(InProject):
    """The whole check as it was on one day. It never changes, and is never taken away."""

    class Why(models.TextChoices):
        FIRST = "first", _("The first check")
        DECIDING = "deciding", _("Before we decide")
        AFTER = "after", _("After the change")
        OTHER = "other", _("For another reason")

    activity_kind = "evidence"

    project = models.ForeignKey(Project, models.CASCADE, related_name="equality_versions")
    number = models.PositiveSmallIntegerField()
    why = models.CharField(_("why now"), max_length=8, choices=Why.choices)
    note = models.TextField(_("more about it"), blank=True)
    stage = models.CharField(max_length=30, choices=Stage.choices)
    kept_on = models.DateField(default=timezone.localdate)
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    rows = models.JSONField()
    """Each row as `CheckedGroup.as_kept` gives it, in order."""

    objects = InTeamQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"], name="one_equality_version_of_a_number"
            ),
        ]

    def __str__(self):
        return gettext("Version %(number)s") % {"number": self.number}

    def get_absolute_url(self):
        return reverse("evidence:equality:versions:detail", args=[self.project_id, self.pk])

    @classmethod
    def keep(cls, project, *, by, why, note="", mark=None):
        """Freeze the check as it is. The same person keeping the same again is the one there is.

        Raises ChangedMeanwhile if the check does not read as it did at `mark` (`mark_of`).
        """
        with project.changing():
            rows = rows_as_kept(project)
            if mark is not None and mark != mark_of(rows):
                raise ChangedMeanwhile(project)
            last = project.equality_versions.first()
            same = last and (last.rows, last.why, last.note, last.kept_by) == (rows, why, note, by)
            if same and not reopened_by(project):
                return last
            kept = cls.objects.create(
                project=project,
                number=last.number + 1 if last else 1,
                why=why,
                note=note,
                stage=project.stage,
                kept_by=by,
                rows=rows,
            )
            project.record(by, gettext_noop("kept the equality check as"), kept, note=note)
            emails.kept(kept)
            return kept


class EqualityLook(InProject):
    """People looked at the check again and found nothing to change."""

    activity_kind = "evidence"

    project = models.ForeignKey(Project, models.CASCADE, related_name="equality_looks")
    stage = models.CharField(max_length=30, choices=Stage.choices)
    note = models.TextField(_("what you looked at"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    looked_on = models.DateField(default=timezone.localdate)

    objects = InTeamQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return gettext("Equality check")

    def get_absolute_url(self):
        return reverse("evidence:equality:index", args=[self.project_id])

    @classmethod
    def nothing_changed(cls, project, *, by, note=""):
        """Looked again today, and nothing changed. Pressed twice it is one look."""
        with project.changing():
            today = {"stage": project.stage, "looked_on": timezone.localdate(), "by": by}
            already = project.equality_looks.filter(note=note, **today).first()
            if already and not reopened_by(project):
                return already
            look = cls.objects.create(project=project, note=note, **today)
            what = gettext_noop("looked again and nothing changed:")
            project.record(by, what, look, note=note)
            return look


def reopened_by(project):
    """The stage that made it time to look at the check (again), or None once someone has."""
    moves = project.moves.filter(to_stage__in=REOPENED_AT).order_by("-pk")
    move = moves.values("to_stage", "version").first()
    if move is None and project.stage not in REOPENED_AT:
        return None
    since = move["version"] if move else 0
    looked = project.equality_versions.filter(version__gt=since).exists()
    looked = looked or project.equality_looks.filter(version__gt=since).exists()
    return None if looked else Stage(move["to_stage"] if move else project.stage)
