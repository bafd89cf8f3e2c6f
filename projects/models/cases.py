"""A case as it was imported."""

from django.db import models
from django.utils import timezone


class ImportedCase(models.Model):
    """A case as it was imported, whole, so that rooms built later can bring in their part."""

    project = models.OneToOneField("projects.Project", models.CASCADE, related_name="imported_case")
    case = models.CharField(max_length=80, unique=True)
    document = models.JSONField()
    imported_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.case
