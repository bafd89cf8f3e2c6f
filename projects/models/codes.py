"""The way in for members who have no e-mail address: a code on a card."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_noop

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
    def make(cls, membership, *, by, code=""):
        """A new code, returned once as text; an earlier one stops at once. Raises NotForThem.

        `code` is what the form of someone who joins has made: sent twice, it is one code.

        Also in a closed project: there is still something to read. Sessions that began with the
        earlier code end with it.
        """
        if not cls.is_for(membership):
            raise NotForThem
        code = code or new_code()
        with membership.project.changing(closed_too=True):
            if cls.objects.filter(membership=membership, digest=digest_of(code)).exists():
                return code
            fields = {"digest": digest_of(code), "made_by": by, "made_at": timezone.now()}
            cls.objects.update_or_create(
                membership=membership, defaults=fields | {"last_used_at": None}
            )
            if by != membership.user:  # their own, on joining: that they joined is said already
                what = gettext_noop("made a code for signing in for")
                membership.project.record(by, what, membership)
        return code

    @staticmethod
    def is_for(membership):
        """Whether a code may open this place: no e-mail, nobody else's keeper, still here."""
        person = membership.user
        return not (person.email or person.looks_after_others or membership.left_on)

    @classmethod
    def behind(cls, digest):
        """The code's row when it still opens a place in a team, else None."""
        rows = cls.objects.filter(digest=digest, membership__left_on=None)
        rows = rows.filter(membership__user__is_active=True, membership__user__email=None)
        row = rows.select_related("membership__user", "membership__project").first()
        return row if row and cls.is_for(row.membership) else None
