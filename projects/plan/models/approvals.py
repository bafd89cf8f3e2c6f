"""Who has to say yes before the change can be made, and what they said."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.models import InProject, InProjectQuerySet, Project
from projects.plan import emails
from stages.models import Sharing, Stage


class ApprovalQuerySet(InProjectQuerySet):
    def waiting(self):
        """Nobody has said yes or no: what is needed soonest first."""
        soonest = models.F("needed_by").asc(nulls_last=True)
        return self.filter(state=Approval.State.NEEDED).order_by(soonest, "pk")

    def answered(self):
        return self.exclude(state=Approval.State.NEEDED)


class Approval(InProject):
    """A yes that the change needs, from a body: a board, who pays, the council's scrutiny."""

    class State(models.TextChoices):
        NEEDED = "needed", _("Still needed")
        HAD = "had", _("They said yes")
        REFUSED = "refused", _("They said no")
        NOT_NEEDED = "not_needed", _("Not needed after all")

    activity_kind = "plan"

    project = models.ForeignKey(Project, models.CASCADE, related_name="approvals")
    who = models.CharField(_("who must say yes"), max_length=200)
    """A body or a role: never a name."""
    what_for = models.CharField(_("what for"), max_length=300)
    needed_by = models.DateField(_("needed by"), null=True, blank=True)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEEDED)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.CharField(_("who answered"), max_length=200, blank=True)
    reference = models.CharField(_("where it is written"), max_length=200, blank=True)
    because = models.TextField(_("why"), blank=True)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(who=""), name="an_approval_says_whose"),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "not_needed"]) | ~Q(because=""),
                name="an_approval_not_had_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.who}: {self.what_for}"

    def get_absolute_url(self):
        return f"{reverse('plan:approvals:index', args=[self.project_id])}#approval-{self.pk}"

    @classmethod
    def need(cls, project, *, by, **details):
        """One more yes that is needed. The same again is the one there is."""
        with project.changing():
            if already := project.approvals.waiting().filter(**details).first():
                return already
            approval = cls.objects.create(project=project, **details)
            approval.note_down(by, gettext_noop("needs a yes from"))
            return approval

    def change(self, *, by, opened_at=None, **details):
        """Change what is said of it. The same again changes nothing. Raises ChangedMeanwhile."""
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.note_down(by, gettext_noop("changed what is needed from"), saving=changed)

    def ask(self, *, by):
        """They are asked, today. Asked or answered already, nothing changes."""
        with self.project.changing():
            self.refresh_from_db()
            if self.is_waiting and not self.asked_on:
                self.asked_on = timezone.localdate()
                self.note_down(by, gettext_noop("asked for a yes from"), saving=["asked_on"])

    def answer(self, state, *, by, opened_at=None, **answer):
        """What they said, or that it is not needed after all; the team hears.

        The same again changes nothing. Raises ChangedMeanwhile.
        """
        with self.project.changing():
            self.refresh_from_db()
            answer["state"] = state
            changed = [name for name in answer if getattr(self, name) != answer[name]]
            if not changed:
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, answer[name])
            what = self.SAID[self.State(state)]
            self.note_down(by, what, saving=changed, note=self.because)
            emails.answered(self, by=by)

    SAID = {
        State.HAD: gettext_noop("has a yes from"),
        State.REFUSED: gettext_noop("has a no from"),
        State.NOT_NEEDED: gettext_noop("does not need a yes any more from"),
    }

    def need_again(self, *, by):
        """It was no answer after all, or they are asked once more. What was said is in the past."""
        with self.project.changing():
            self.refresh_from_db()
            if self.is_waiting:
                return
            self.state, self.asked_on, self.answered_on = self.State.NEEDED, None, None
            self.answered_by = self.reference = self.because = ""
            saving = ["state", "asked_on", "answered_on", "answered_by", "reference", "because"]
            self.note_down(by, gettext_noop("needs a yes again from"), saving=saving)

    def note_down(self, by, what, *, saving=(), note=""):
        beat = Stage.MAKE_THE_CHANGE
        self.project.record(by, what, self, saving=saving, note=note, beat=beat)

    @property
    def is_waiting(self):
        return self.state == self.State.NEEDED

    @property
    def is_late(self):
        day = self.needed_by
        return self.is_waiting and day is not None and day < timezone.localdate()
