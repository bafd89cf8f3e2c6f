"""“I see this differently”: what stands beside the team's answer, and beside a decision."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models.hands import Hand, said_by
from projects.models.team import Membership


class DifferingQuerySet(models.QuerySet):
    def with_perspectives(self):
        """Each with its author, and with what they bring to teams today."""
        here = models.Prefetch("by__memberships", Membership.objects.here())
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("by").prefetch_related(here, hands)

    def of(self, person, hand):
        """The person's own; that of the group when they write for one with `hand`."""
        if hand and hand.is_group:
            return self.filter(hand=hand, is_groups=True)
        return self.filter(by=person, is_groups=False)


class Differing(models.Model):
    """One member's view beside that of the team, never counted.

    A group's is written down by a member, and stands beside that member's own.
    """

    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    is_groups = models.BooleanField(default=False)
    note = models.TextField(_("how you see it"), blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = DifferingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self):
        return self.note

    @classmethod
    def say(cls, *, by, hand, note, **about):
        """Write it down, once for each member and each group; whether that changed anything."""
        view = cls.objects.filter(**about).of(by, hand).first()
        if view and view.note == note:
            return view, False
        view = view or cls(by=by, is_groups=bool(hand and hand.is_group), **about)
        view.note, view.hand, view.at = note, hand, timezone.now()
        view.save()
        return view, True

    def said_by(self, display):
        return said_by(self.by, self.hand, easy=display.is_easy)

    def is_of(self, person, hand):
        """Whether it is the person's, or that of whom they write for with `hand`."""
        if hand and hand.is_group:
            return self.is_groups and self.hand_id == hand.pk
        whose = hand.member.user_id if hand else person.pk
        return self.by_id == whose and not self.is_groups

    def perspective_in(self, project_id):
        """What its author brings to this team today, or None once they have left it.

        For a group, what its people bring, or "mixed" when that differs.
        """
        if self.is_groups:
            return self.hand.perspective or "mixed"
        places = [place for place in self.by.memberships.all() if place.left_on is None]
        here = [place for place in places if place.project_id == project_id]
        return here[0].perspective if here else None


def once_for_each(about, name):
    """The constraints: one view of a thing for each member, and one for each group."""
    return [
        models.UniqueConstraint(
            fields=[about, "by"], condition=Q(is_groups=False), name=f"one_{name}_for_each_member"
        ),
        models.UniqueConstraint(
            fields=[about, "hand"], condition=Q(is_groups=True), name=f"one_{name}_for_each_group"
        ),
    ]
