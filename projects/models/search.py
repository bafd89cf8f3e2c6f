"""What projects are found by."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from ui.search import plain_letters


class SearchText(models.Model):
    """What a project is found by: the words of Project.SEARCHED in plain letters.

    It stands beside the project's row because that one is written again with every tick, and
    an index of words is slow to write.
    """

    project = models.OneToOneField(
        "projects.Project", models.CASCADE, primary_key=True, related_name="search_text"
    )
    text = models.TextField()

    class Meta:
        indexes = [
            # Finds any part of a word. PostgreSQL needs its extension first: the migration's
            # first line. On SQLite this is a plain index that nothing uses.
            GinIndex(fields=["text"], name="words_of_projects", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.text

    @staticmethod
    def of(project):
        return plain_letters(" ".join(getattr(project, name) for name in project.SEARCHED))

    @classmethod
    def keep(cls, projects):
        """Write what each of the projects is found by as of now."""
        rows = [cls(project=project, text=cls.of(project)) for project in projects]
        cls.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["project"], update_fields=["text"]
        )
