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


class CaseEntry(models.Model):
    """What an imported case says of one row of ours, so that it can be told again without loss.

    A case says more than our rows hold: where it read something, and what is only assumed.
    """

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="case_entries")
    section = models.CharField(max_length=30)
    """The field of the case that it stands in, such as `ideas`."""
    row = models.PositiveBigIntegerField()
    position = models.PositiveSmallIntegerField()
    entry = models.JSONField()
    """As the file had it."""
    said = models.JSONField()
    """What our row held of it then: what differs today was changed here."""

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "section", "position"], name="one_entry_for_each_place"
            ),
        ]

    def __str__(self):
        return f"{self.section} {self.position}"
