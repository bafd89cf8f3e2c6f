"""From one step to another."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models.in_project import InProject
from projects.models.team import Membership
from stages.models import STEPS, Stage


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

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="moves")
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

    def in_words(self):
        """The reason, and who was asked first."""
        asked = [str(who) for who in (self.asked_lived, self.asked_staff) if who]
        if not asked:
            return self.because
        return "\n".join([self.because, gettext("Asked first: %s") % ", ".join(asked)])

    @property
    def skipped(self):
        """The steps between, when it went past some."""
        return STEPS[STEPS.index(self.from_stage) + 1 : STEPS.index(self.to_stage)]
