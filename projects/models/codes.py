"""The way in for members who have no e-mail address: a code on a card."""

from django.db import models, transaction
from django.utils import timezone

from accounts.codes import digest_of, new_code
from accounts.models import User
from projects.models.team import Membership


class NotForThem(Exception):
    """A printed code is for people without e-mail who look after nobody else."""


class PersonalCode(models.Model):
    """What one member types to sign in. It opens their place in one project and nothing else."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="code")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return str(self.membership)

    @classmethod
    @transaction.atomic
    def make(cls, membership, *, by):
        """A new code, returned once as text; an earlier one stops at once. Raises NotForThem."""
        person = membership.user
        if person.email or person.looks_after_others or membership.left_on:
            raise NotForThem
        code = new_code()
        fields = {"digest": digest_of(code), "made_by": by, "made_at": timezone.now()}
        cls.objects.update_or_create(
            membership=membership, defaults=fields | {"last_used_at": None}
        )
        return code

    @classmethod
    def behind(cls, code):
        """The code's row when it still opens a place in a team, else None."""
        rows = cls.objects.filter(digest=digest_of(code), membership__left_on=None)
        rows = rows.filter(membership__user__is_active=True, membership__user__email=None)
        return rows.select_related("membership__user").first()
