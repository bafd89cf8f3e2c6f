from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.models import InProject, InProjectQuerySet, Project
from stages.models import Level, Sharing, Stage
from ui.dates import check_partial_date


class DecisionQuerySet(InProjectQuerySet):
    def agreed(self):
        return self.filter(status=Decision.Status.AGREED)

    def bare(self):
        """Agreed, and nobody wrote down why."""
        return self.agreed().filter(reason="")


class Decision(InProject):
    """What was agreed, why, and by whom. An agreed decision is never edited: it is replaced."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        AGREED = "agreed", _("Agreed")
        REPLACED = "replaced", _("Replaced")

    class Where(models.TextChoices):
        INSIDE = "inside", _("This team")
        OUTSIDE = "outside", _("Someone outside this team")

    activity_kind = "decision"

    project = models.ForeignKey(Project, models.CASCADE, related_name="decisions")
    question = models.CharField(_("the question"), max_length=300)
    stage = models.CharField(_("stage"), max_length=30, choices=Stage.choices, blank=True)
    options = models.TextField(_("what we could have chosen"), blank=True)
    """One option a line."""
    lived_said = models.TextField(_("what people who use services and carers said"), blank=True)
    staff_said = models.TextField(_("what staff said"), blank=True)
    decision = models.TextField(_("what was decided"))
    reason = models.TextField(_("why"), blank=True)
    by_whom = models.CharField(_("who decided"), max_length=200, blank=True)
    where = models.CharField(
        _("where it was decided"), max_length=7, choices=Where.choices, blank=True
    )
    level = models.CharField(
        _("how much say people had"), max_length=3, choices=Level.choices, blank=True
    )
    dissent = models.TextField(_("who did not agree, and why"), blank=True)
    decided = models.CharField(
        _("when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    """A year, a month or a day, as `ui.dates` keeps them."""
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PROPOSED)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(decision=""), name="a_decision_says_what"),
        ]
        indexes = [models.Index(fields=["project", "status"], name="decisions_by_status")]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("decisions:detail", args=[self.project_id, self.pk])

    @classmethod
    def record(cls, project, *, by, status=Status.AGREED, **details):
        """Write down a decision, or a proposal for one."""
        with project.changing():
            decision = cls.objects.create(project=project, recorded_by=by, status=status, **details)
            what = {
                cls.Status.PROPOSED: gettext_noop("proposed the decision"),
                cls.Status.AGREED: gettext_noop("recorded the decision"),
            }[cls.Status(status)]
            decision.note_down(by, what)
            return decision

    def change(self, *, by, opened_at=None, **details):
        """Change a proposal. Raises ChangedMeanwhile, and NotProposed for anything else."""
        with self.project.changing():
            self.refresh_from_db()
            self.is_still(opened_at)
            if self.status != self.Status.PROPOSED:
                raise NotProposed(self)
            changed = [name for name in details if getattr(self, name) != details[name]]
            for name in changed:
                setattr(self, name, details[name])
            if changed:
                self.note_down(by, gettext_noop("changed the proposal"), saving=changed)

    def agree(self, *, by, opened_at=None):
        """From proposed to agreed. Agreeing again changes nothing."""
        with self.project.changing():
            self.refresh_from_db()
            self.is_still(opened_at)
            if self.status != self.Status.PROPOSED:
                return
            self.status = self.Status.AGREED
            self.note_down(by, gettext_noop("recorded the decision"), saving=["status"])

    def replace(self, *, by, **details):
        """A new agreed decision in place of this one; both stay readable and point at each other.

        Raises NotAgreed if it is not agreed, or not any more: someone else was first.
        """
        with self.project.changing():
            self.refresh_from_db()
            if self.status != self.Status.AGREED:
                raise NotAgreed(self)
            self.status = self.Status.REPLACED
            self.save(update_fields=["status"])
            new = Decision.objects.create(
                project=self.project,
                recorded_by=by,
                status=self.Status.AGREED,
                replaces=self,
                **details,
            )
            new.note_down(by, gettext_noop("replaced a decision with"))
            return new

    def note_down(self, by, what, *, saving=()):
        """The line of activity, with the project's figures about decisions."""
        if saving:
            self.save(update_fields=saving)
        figures = self.figures_of(self.project)
        self.project.record(by, what, self, beat=self.stage, **figures)

    @classmethod
    def figures_of(cls, project):
        """Agreed decisions without a reason, and the next date to look at one again."""
        agreed = project.decisions.agreed()
        return {
            "decisions_bare": agreed.filter(reason="").count(),
            "decisions_review_on": agreed.aggregate(next=models.Min("review_on"))["next"],
        }

    @property
    def is_proposed(self):
        return self.status == self.Status.PROPOSED

    @property
    def is_agreed(self):
        return self.status == self.Status.AGREED

    @property
    def options_list(self):
        return [line.strip() for line in self.options.splitlines() if line.strip()]


class NotProposed(Exception):
    """Only a proposal can be changed; an agreed decision is replaced."""


class NotAgreed(Exception):
    """Only an agreed decision can be replaced, and only once."""
