"""The private address of a member's calendar in one project."""

from django.db import models
from django.utils import timezone

from accounts.codes import code_of, digest_of, tidy
from projects.models import Membership


class CalendarFeed(models.Model):
    """A calendar program reads with it what stands in one member's calendar, without signing in.

    Only a digest of its code is kept. A new address ends the one before; leaving the team ends it.
    """

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return str(self.membership)

    @classmethod
    def make(cls, membership, *, mark):
        """A new code, returned once as text; an earlier one stops at once.

        Made from the form's `mark`: sent twice, it is one code. It is nobody's news.
        """
        code = code_of("calendar", f"{membership.pk}-{mark}")
        fields = {"digest": digest_of(code), "made_at": timezone.now()}
        if not cls.objects.filter(membership=membership, digest=fields["digest"]).exists():
            cls.objects.update_or_create(membership=membership, defaults=fields)
        return code

    @classmethod
    def behind(cls, typed):
        """The row whose code this is, while the person is in the team; else None."""
        code = tidy(typed)
        rows = cls.objects.filter(digest=digest_of(code)) if code else cls.objects.none()
        here = {"membership__left_on": None, "membership__user__is_active": True}
        found = rows.filter(membership__user__erased_at=None, **here)
        return found.select_related("membership__user", "membership__project").first()

    def stop(self):
        """The address opens nothing from now on."""
        self.delete()
