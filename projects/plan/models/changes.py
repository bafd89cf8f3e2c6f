"""A change of plan: what is stopped, delayed or different now, why, and what happens next."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.decisions.models import Decision
from projects.models import Hand, InProject, InProjectQuerySet, Project, said_by
from projects.plan import emails
from stages.models import Sharing, Stage


class PlanChange(InProject):
    """A change of plan, told to the team and to everyone behind an idea that it touches."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("We do it another way")
        DELAY = "delay", _("It will be later")
        STOP = "stop", _("We stop")

    activity_kind = "plan"

    project = models.ForeignKey(Project, models.CASCADE, related_name="plan_changes")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    what = models.TextField(_("what changes"))
    because = models.TextField(_("why"))
    next_step = models.TextField(_("what happens next"))
    decisions = models.ManyToManyField(Decision, related_name="plan_changes", blank=True)
    """What was decided that it touches: whoever is behind an idea of it hears."""
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    writer = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the writer."""
    at = models.DateTimeField(auto_now_add=True)

    objects = InProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(because="") & ~Q(next_step=""),
                name="a_change_of_plan_says_why_and_what_next",
            ),
        ]

    def __str__(self):
        return Truncator(" ".join(self.what.split())).chars(100)

    def get_absolute_url(self):
        return f"{reverse('plan:changes:index', args=[self.project_id])}#change-{self.pk}"

    @classmethod
    def tell(cls, project, *, by, decisions=(), **details):
        """Write it down and tell everyone concerned. The same again is the one there is."""
        with project.changing():
            same = project.plan_changes.filter(writer=by, **details)
            if already := same.first():
                return already
            change = cls.objects.create(
                project=project, writer=by, hand=Hand.writing_in(project), **details
            )
            change.decisions.set(decisions)
            beat = Stage.MAKE_THE_CHANGE
            what = gettext_noop("told everyone that the plan changes:")
            project.record(by, what, change, note=change.because, beat=beat)
            emails.replanned(change, by=by)
            return change

    def said_by(self, display):
        return said_by(self.writer, self.hand, easy=display.is_easy)
