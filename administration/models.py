"""What administrators did, line by line."""

from django.db import models
from django.utils import timezone

from accounts.models import Organisation, User


class ActQuerySet(models.QuerySet):
    def in_organisations(self, organisations):
        return self.filter(organisation__in=organisations)


class Act(models.Model):
    """What an administrator did to an organisation or to an account. Never altered."""

    by = models.ForeignKey(User, models.PROTECT, related_name="acts")
    what = models.CharField(max_length=100)
    """The English phrase; `_()` shows it in the reader's language."""
    whom = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="acts"
    )
    note = models.TextField(blank=True)
    is_first = models.BooleanField(default=False)
    """The organisation did not know them before: until they sign in it knows their address only."""
    at = models.DateTimeField(default=timezone.now)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["organisation", "-at"], name="acts_in_an_organisation"),
            models.Index(fields=["whom", "-at"], name="acts_on_a_person"),
        ]

    def __str__(self):
        return self.what

    @classmethod
    def note_down(cls, by, what, *, whom=None, organisation=None, note="", is_first=False):
        """One line. Call it in the transaction of what was done."""
        return cls.objects.create(
            by=by, what=what, whom=whom, organisation=organisation, note=note, is_first=is_first
        )

    @classmethod
    def note_of_account(cls, by, what, person, organisations, *, note=""):
        """A line in each organisation that the person belongs to; one of none if they have none."""
        for organisation in organisations or [None]:
            cls.note_down(by, what, whom=person, organisation=organisation, note=note)
