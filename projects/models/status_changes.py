"""When a project was paused, stopped, completed or reopened."""

from django.db import models
from django.utils import timezone

from accounts.models import User
from projects.models.project import Project


class StatusChange(models.Model):
    """Paused, stopped, not collaborative after all, complete, reopened: with the reason."""

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="status_changes")
    status = models.CharField(max_length=17, choices=Project.Status.choices)
    because = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.get_status_display()
