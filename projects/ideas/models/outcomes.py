"""What became of an idea, step by step."""

from django.db import models
from django.utils import timezone

from accounts.models import User
from projects.ideas.models.ideas import Idea


class Outcome(models.Model):
    """What became of an idea, step by step, each with its reason."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="outcomes")
    status = models.CharField(max_length=8, choices=Idea.Status.choices)
    because = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.get_status_display()
