"""What happened in a project, line by line."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models.hands import Hand, said_by


class ActivityQuerySet(models.QuerySet):
    def with_names(self):
        """Each line with all that its sentence names; no more queries when no other hand wrote."""
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("actor").prefetch_related(hands)


class Activity(models.Model):
    """What happened, line by line. Written in the transaction of the change, never altered."""

    class Kind(models.TextChoices):
        PROJECT = "project", _("The project")
        WHATS_OPEN = "whats_open", _("What is open?")
        CHECKLIST = "checklist", _("Checklists")
        DECISION = "decision", _("Decisions")
        TEAM = "team", _("The team")
        EVIDENCE = "evidence", _("What we found out")
        IDEA = "idea", _("Ideas")
        PLAN = "plan", _("The plan")
        TOGETHER = "together", _("Working together")
        TALK = "talk", _("The conversation")
        IMPACT = "impact", _("How it was and how it is")

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="activity")
    version = models.PositiveIntegerField()
    actor = models.ForeignKey(User, models.PROTECT, related_name="activity")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the actor."""
    what = models.CharField(max_length=100)
    """The English phrase; `_()` shows it in the reader's language."""
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        verbose_name_plural = "activity"
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="one_line_a_version"),
        ]

    def __str__(self):
        return f"{self.actor} {self.what} {self.subject}"

    def said_by(self, display):
        return said_by(self.actor, self.hand, easy=display.is_easy)

    def is_by(self, person):
        """Whether this person typed it, for themselves or for someone else."""
        return person.pk == (self.hand.typed_by_id if self.hand else self.actor_id)
