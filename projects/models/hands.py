"""Whose words, and whose hands: writing for someone who cannot or would rather not type."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from projects.models.support import Support
from projects.models.team import Membership
from ui.dates import as_people_write, check_partial_date

LASTS = timedelta(hours=4)
"""Then it ends by itself: a workshop is over by then, and a computer may have gone on to others."""
FEW = 5
"""Smaller numbers of people are not shown, so that nobody is found by them."""

in_use: ContextVar["Hand | None"] = ContextVar("hand", default=None)


class HandQuerySet(models.QuerySet):
    def with_people(self):
        return self.select_related("typed_by", "support", "member__user")


class Hand(models.Model):
    """A person who writes for a member, or for a group, in one project, for a few hours.

    What is written meanwhile keeps it, so that the record always says who really typed. Writing
    for the same people again is the same hand.
    """

    class How(models.TextChoices):
        HELP = "help", gettext_lazy("With help")
        RECORD = "record", gettext_lazy("Written down")

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="hands")
    typed_by = models.ForeignKey(User, models.PROTECT, related_name="hands")
    how = models.CharField(max_length=6, choices=How.choices)
    support = models.ForeignKey(Support, models.PROTECT, null=True, blank=True, related_name="+")
    member = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="hands"
    )
    """Nobody when it is a group's."""
    group = models.CharField(gettext_lazy("the group"), max_length=150, blank=True)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    met = models.CharField(max_length=24, blank=True, validators=[check_partial_date])
    perspective = models.CharField(
        max_length=12, choices=Membership.Perspective.choices, blank=True
    )
    """What the people of a group bring; nothing when they bring different things."""
    until = models.DateTimeField()

    objects = HandQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.whose

    # Beginning and ending

    @classmethod
    def help(cls, support):
        """The helper writes for the member. Raises SupportEnded via `support` being no more."""
        return cls.take_up(
            support.member.project,
            typed_by=support.helper,
            how=cls.How.HELP,
            support=support,
            member=support.member,
        )

    @classmethod
    def record_for(cls, member, *, by):
        """Write down what a member says, who asked for it or is sitting there."""
        return cls.take_up(member.project, typed_by=by, how=cls.How.RECORD, member=member)

    @classmethod
    def record_group(cls, project, *, by, group, people=None, met="", perspective=""):
        """Write down what a group says that is not in the team."""
        about = {"group": group, "people": people, "met": met, "perspective": perspective}
        return cls.take_up(project, typed_by=by, how=cls.How.RECORD, member=None, **about)

    @classmethod
    def take_up(cls, project, **whose):
        until = timezone.now() + LASTS
        same = cls.objects.filter(project=project, **whose).first()
        hand = same or cls(project=project, **whose)
        hand.until = until
        hand.save()
        return hand

    def lay_down(self):
        self.until = timezone.now()
        self.save(update_fields=["until"])

    # Writing with it

    @contextmanager
    def writing(self):
        """What is recorded inside carries this hand; nothing before or after does."""
        before = in_use.set(self)
        try:
            yield
        finally:
            in_use.reset(before)

    @classmethod
    def writing_in(cls, project):
        """The hand that writes in this project right now, or None.

        Raises ValueError if it belongs to another project: nothing is written in two.
        """
        hand = in_use.get()
        if hand is not None and hand.project_id != project.pk:
            raise ValueError("this hand writes in another project")
        return hand

    # Asking about it

    @property
    def is_group(self):
        return self.member_id is None

    @property
    def lasts(self):
        """Nobody has stopped it, its time is not over, and the people are still there."""
        if self.until <= timezone.now():
            return False
        if self.member and self.member.left_on:
            return False
        return self.support is None or self.support.is_agreed

    @property
    def whose(self):
        """Whose words they are: a member's name, or the group in words."""
        return self.member.user.name if self.member else self.group_in_words

    @property
    def group_in_words(self):
        """“Tuesday carers' group, 12 people, 3 May 2026”; small numbers stay unsaid."""
        people = self.people
        said = [self.group]
        if people is not None and people < FEW:
            said.append(_("fewer than %(num)s people") % {"num": FEW})
        elif people is not None:
            said.append(ngettext("%(num)s person", "%(num)s people", people) % {"num": people})
        if self.met:
            said.append(as_people_write(self.met))
        return ", ".join(said)


def said_by(person, hand=None, *, easy=False, named=True):
    """Who said it, in words: the name, and whose hands wrote it when they were another's.

    The one place for these words, on pages and on paper. With `named=False` the one who typed
    stays unnamed, because they have not agreed to stand there. `person` may be other words.
    """
    whose = hand.group_in_words if hand and hand.is_group else getattr(person, "name", person)
    if hand is None:
        return whose
    says = SAID[hand.how, bool(easy), named]()
    return says % {"name": whose, "by": hand.typed_by.name}


HELP, RECORD = Hand.How.HELP, Hand.How.RECORD
SAID = {
    (HELP, False, True): lambda: _("%(name)s, with help from %(by)s"),
    (HELP, True, True): lambda: _("%(name)s (%(by)s helped)"),
    (HELP, False, False): lambda: _("%(name)s, with help"),
    (HELP, True, False): lambda: _("%(name)s (someone helped)"),
    (RECORD, False, True): lambda: _("%(name)s (written down by %(by)s)"),
    (RECORD, True, True): lambda: _("%(name)s (%(by)s wrote it down)"),
    (RECORD, False, False): lambda: _("%(name)s (written down by someone else)"),
    (RECORD, True, False): lambda: _("%(name)s (someone wrote it down)"),
}
