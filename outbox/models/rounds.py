"""When mail was last sent, for those who look after the installation."""

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Round(models.Model):
    """When `send_due` last went round, and what stopped it. One row."""

    SILENT = timedelta(minutes=10)
    """A loop that has said nothing for so long has ended, or cannot reach the database."""

    at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    """What keeps all mail from leaving, as a short code: the server refuses us or is not there."""
    since = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return str(self.at)

    @classmethod
    def last(cls):
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @classmethod
    def went(cls, *, has_sent=False, problem=""):
        """Write down that mail is looked after now, and what is in the way."""
        now = timezone.now()
        last = cls.last()
        last.at, last.problem = now, problem
        last.since = (last.since or now) if problem else None
        if has_sent:
            last.sent_at = now
        fields = ["at", "sent_at", "problem", "since"]
        cls.objects.bulk_create(
            [last], update_conflicts=True, unique_fields=["id"], update_fields=fields
        )

    @property
    def is_silent(self):
        return self.at is None or self.at < timezone.now() - self.SILENT
