"""A project that came from another installation, or from this one, in one file."""

from django.db import models
from django.utils import timezone

from projects.models import Project


class ImportedProject(models.Model):
    """Which file a project came from, so that the same file never comes in twice."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="came_in_as")
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of its `project.json`."""
    imported_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.digest[:12]


def was_public_elsewhere(project):
    """Its page was public where it came from, and nobody has made it public here so far."""
    if project.is_published or not ImportedProject.objects.filter(project=project).exists():
        return False
    lines = project.activity.filter(what__in=[Project.MADE_PUBLIC, Project.TOOK_DOWN])
    newest = lines.order_by("version").last()
    return newest is not None and newest.what == Project.MADE_PUBLIC
