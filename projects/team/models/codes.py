"""The code of an invitation: the link in the e-mail, and the letters on paper."""

from django.db import models
from django.utils import timezone


class InvitationCode(models.Model):
    """One way of saying yes. Only its digest is kept; what has ended can still explain itself."""

    invitation = models.ForeignKey("team.Invitation", models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)
    proves = models.EmailField(blank=True)
    """The mailbox it was sent to and shown to nobody else; whoever has it reads that mailbox."""
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.pk}"

    @classmethod
    def behind(cls, digest):
        """The code with this digest, with its invitation and project, or None."""
        rows = cls.objects.filter(digest=digest)
        return rows.select_related("invitation__project__organisation", "invitation__by").first()

    @property
    def opens(self):
        return self.ended_at is None and self.invitation.is_open
