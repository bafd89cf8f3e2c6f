"""The check-in: how working together feels, answered in confidence."""

from contextlib import contextmanager
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.codes import digest_of
from accounts.models import User
from projects.models import InProject, InProjectQuerySet, Membership, Project
from projects.models.hands import FEW
from projects.partnership import emails
from projects.partnership.models.contact import ContactWish
from projects.partnership.models.results import Remark, Spread, remarks_of, spreads_of
from projects.partnership.models.sealed_box import CannotOpen, Contents, SealedBox, sealed
from projects.plan.models import Action
from stages.models import Edition, Stage
from ui.jinja import day

PULSE = ("PC-3", "PC-8", "PC-11")
"""What a pulse asks, of the guide's questions: voice, words, and whether it makes a difference."""

APART = {
    ("full", "full"): timedelta(weeks=2),
    ("full", "pulse"): timedelta(weeks=1),
    ("pulse", "full"): timedelta(weeks=1),
}
"""So long lies at least between one kind and another before it that showed its numbers. Two pulses
may follow each other: each is about another meeting."""


class TooFewPeople(Exception):
    """A team of fewer than five talks the questions through: nobody sends anything in."""


class TooSoon(Exception):
    """Beside another one, or soon after it, numbers would show what one person said, by taking
    those of one from those of the other. `.beside` is open still, or `.day` is when to ask.
    """

    def __init__(self, *, beside=None, day=None):
        super().__init__(str(day))
        self.beside, self.day = beside, day


class NotAsked(Exception):
    """The check-in is over, or this person is not asked."""


class AlreadyAnswered(Exception):
    """This person's answers are in the box already."""


class OnPaperOnly(Exception):
    """They answer on paper, and papers have been typed in: theirs may be among them."""


class NoPaperLeft(Exception):
    """As many papers have been typed in as people answer on paper."""


class CheckInQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def open(self):
        """Those that can be answered today."""
        return self.filter(closed_on=None, closes_on__gte=timezone.localdate())

    def over(self):
        """Those whose last day is past, and whose box is still full."""
        return self.filter(closed_on=None, closes_on__lt=timezone.localdate())

    def closed(self):
        return self.exclude(closed_on=None)

    def in_full(self):
        return self.filter(kind=CheckIn.Kind.FULL)

    def settle(self):
        """Count out each that is over; how many there were."""
        found = list(self.over().select_related("project", "opened_by"))
        for check_in in found:
            check_in.close()
        return len(found)


class CheckIn(InProject):
    """The guide's questions, asked of everyone in the team at once, until a day.

    Its answers are in a `SealedBox` until it is closed, and then as `Spread` and `Remark`.
    """

    class Kind(models.TextChoices):
        FULL = "full", gettext_lazy("Check-in")
        PULSE = "pulse", gettext_lazy("Three questions after a meeting")

    activity_kind = "together"

    project = models.ForeignKey(Project, models.CASCADE, related_name="check_ins")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    """Of its guide are the questions: a published edition does not change."""
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.FULL)
    after = models.CharField(gettext_lazy("after which meeting"), max_length=200, blank=True)
    after_on = models.DateField(null=True, blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_on = models.DateField(default=timezone.localdate)
    closes_on = models.DateField(gettext_lazy("last day to answer"))
    reminded_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    answered = models.PositiveSmallIntegerField(null=True, blank=True)
    """How many answered, once it is closed; nothing when they were fewer than five."""
    is_lost = models.BooleanField(default=False)
    """The box could not be opened any more."""
    action = models.ForeignKey(
        Action, models.SET_NULL, null=True, blank=True, related_name="check_ins"
    )
    """The one thing to fix."""

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(closed_on=None, kind="full"),
                name="one_check_in_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered=None) | Q(answered__gte=FEW), name="few_are_not_counted"
            ),
        ]
        indexes = [
            models.Index(fields=["closed_on", "closes_on"], name="check_ins_that_are_over"),
        ]

    def __str__(self):
        if self.is_pulse:
            return _("Three questions after %(meeting)s") % {"meeting": self.after_in_words}
        return _("Check-in of %(day)s") % {"day": day(self.opened_on)}

    def get_absolute_url(self):
        page = "results" if self.closed_on else "detail"
        return reverse(f"partnership:check_in:{page}", args=[self.project_id, self.pk])

    # Opening it

    @classmethod
    def open(cls, project, *, by, closes_on, kind="full", after="", after_on=None, on_paper=()):
        """Ask everyone; the one that is open already when there is one.

        Raises TooFewPeople, TooSoon.
        """
        with project.changing():
            cls.objects.filter(project=project).settle()
            about = {"kind": kind, "after": after, "after_on": after_on}
            if already := project.check_ins.open().filter(**about).first():
                return already
            if kind == cls.Kind.FULL and (already := project.check_ins.open().in_full().first()):
                return already
            if cls.asked_in(project).count() < FEW:
                raise TooFewPeople
            cls.must_stand_alone(project, kind)
            check_in = cls.objects.create(
                project=project, edition=project.edition, opened_by=by, closes_on=closes_on, **about
            )
            SealedBox.objects.create(check_in=check_in, sealed=sealed(Contents()))
            rows = [OnPaper(check_in=check_in, member=member) for member in on_paper]
            OnPaper.objects.bulk_create(rows)
            check_in.note_down(by, gettext_noop("opened:"))
            emails.opened(check_in)
            return check_in

    @classmethod
    def must_stand_alone(cls, project, kind):
        """The three questions are among the twelve: both are not asked side by side."""
        if beside := project.check_ins.open().exclude(kind=kind).first():
            raise TooSoon(beside=beside)
        if day := cls.soonest_in(project, kind):
            raise TooSoon(day=day)

    @staticmethod
    def soonest_in(project, kind):
        """The day from which the team may be asked again, or None when that is today."""
        shown = project.check_ins.filter(answered__isnull=False).order_by().values_list("kind")
        newest = dict(shown.annotate(newest=models.Max("closed_on")))
        days = [newest[one] + APART[kind, one] for one in newest if (kind, one) in APART]
        return max((day for day in days if day > timezone.localdate()), default=None)

    @staticmethod
    def asked_in(project):
        """Everyone in the team but those who only look."""
        return project.memberships.here().exclude(role=Membership.Role.OBSERVER)

    # Answering it: nothing here is recorded, and nobody is told

    def give(self, membership, *, answers, words, side="", contact="", contact_to=""):
        """A member's answers, once. `answers` is `{question: 1 to 5}`, `words` `{question: text}`.

        Raises NotAsked, AlreadyAnswered, OnPaperOnly.
        """
        with self.opening_box() as contents:
            if membership.role == Membership.Role.OBSERVER or membership.pk is None:
                raise NotAsked
            if membership.pk in contents.given:
                raise AlreadyAnswered
            if contents.papers and self.papers.filter(member=membership).exists():
                raise OnPaperOnly
            contents.given.append(membership.pk)
            contents.put(answers, words, side)
            ContactWish.leave(self.project, words=contact, to=contact_to)

    def give_paper(self, *, mark, answers, words, side="", contact="", contact_to=""):
        """What stands on one paper form. `mark` is of the page it was typed in on: twice is once.

        Raises NotAsked, NoPaperLeft.
        """
        mark = digest_of(mark)
        with self.opening_box() as contents:
            if mark in contents.marks:
                return
            if contents.papers >= self.papers.exclude(member__in=contents.given).count():
                raise NoPaperLeft
            contents.marks.append(mark)
            contents.papers += 1
            contents.put(answers, words, side, is_paper=True)
            ContactWish.leave(self.project, words=contact, to=contact_to)

    def rather_on_paper(self, membership):
        """They take a paper form instead. Raises NotAsked, AlreadyAnswered."""
        with self.opening_box() as contents:
            if membership.role == Membership.Role.OBSERVER or membership.pk is None:
                raise NotAsked
            if membership.pk in contents.given:
                raise AlreadyAnswered
            OnPaper.objects.get_or_create(check_in=self, member=membership)

    @contextmanager
    def opening_box(self):
        """One at a time: what is put in is sealed again with all the rest. Raises NotAsked."""
        with self.project.changing():
            self.refresh_from_db(fields=["closed_on", "closes_on"])
            if not self.is_open:
                raise NotAsked
            box = SealedBox.objects.get(check_in=self)
            try:
                contents = box.open()
            except CannotOpen:
                raise NotAsked from None
            yield contents
            box.close(contents)

    def contents(self):
        """What is in the box, for a look that shows none of it; None when it cannot be opened."""
        box = SealedBox.objects.filter(check_in=self).first()
        try:
            return box and box.open()
        except CannotOpen:
            return None

    # Closing it

    def remind(self, *, by):
        """Everyone once more, also who has answered: nobody learns who has. Only once."""
        with self.project.changing():
            self.refresh_from_db(fields=["closed_on", "closes_on", "reminded_on"])
            if not self.is_open or self.reminded_on:
                return
            self.reminded_on = timezone.localdate()
            saving = ["reminded_on"]
            self.note_down(by, gettext_noop("reminded everyone of:"), saving=saving)
            emails.reminded(self, by=by)

    def close(self, *, by=None):
        """Count out the box, keep what may be shown and destroy the rest. Again changes nothing.

        With nobody as `by` its last day is over.
        """
        with self.project.changing(closed_too=True):
            self.refresh_from_db(fields=["closed_on"])
            if self.closed_on:
                return
            self.count_out()
            SealedBox.objects.filter(check_in=self).delete()
            self.papers.all().delete()
            self.closed_on = timezone.localdate()
            what = gettext_noop("closed:") if by else gettext_noop("had opened what is over now:")
            saving = ["closed_on", "answered", "is_lost"]
            self.note_down(by or self.opened_by, what, saving=saving)
            emails.closed(self, by=by)

    def count_out(self):
        contents = self.contents()
        if contents is None:
            self.is_lost = True
        elif contents.is_enough:
            self.answered = contents.number
            Spread.objects.bulk_create(spreads_of(self, contents))
            Remark.objects.bulk_create(remarks_of(self, contents))

    def fix(self, *, by, **action):
        """The one thing that the team fixes, as something to do. There is one; the first stays."""
        with self.project.changing():
            self.refresh_from_db(fields=["action", "closed_on"])
            if self.action is None and self.closed_on:
                self.action = Action.add(self.project, by=by, **action)
                self.save(update_fields=["action"])
            return self.action

    def note_down(self, by, what, *, saving=()):
        beat = Stage.COLLABORATIVE_PARTNERSHIP
        self.project.record(by, what, self, saving=saving, beat=beat)

    # Asking about it

    @property
    def is_pulse(self):
        return self.kind == self.Kind.PULSE

    @property
    def is_open(self):
        is_in_time = self.closes_on >= timezone.localdate()
        return self.closed_on is None and is_in_time and not self.project.is_closed

    @property
    def after_in_words(self):
        if self.after and self.after_on:
            return _("“%(meeting)s” on %(day)s") % {
                "meeting": self.after,
                "day": day(self.after_on),
            }
        return f"“{self.after}”" if self.after else day(self.after_on or self.opened_on)

    def questions(self):
        """`(on the scale, open, whether someone wants to be contacted)`, as the guide has them."""
        found = list(self.edition.check_in_questions.all())
        scaled = [one for one in found if not one.is_open]
        if self.is_pulse:
            chosen = [one for one in scaled if one.key in PULSE] or scaled[:3]
            return chosen, [], None
        *open_ones, contact = [one for one in found if one.is_open] or [None]
        return scaled, open_ones, contact


class OnPaper(models.Model):
    """Someone who answers on paper, so that each answers once. It goes when the check-in closes.

    It stays when they answer here after all: who has answered is told to nobody.
    """

    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="papers")
    member = models.ForeignKey(Membership, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["member"]
        constraints = [
            models.UniqueConstraint(fields=["check_in", "member"], name="on_paper_once"),
        ]

    def __str__(self):
        return f"{self.check_in_id}"
