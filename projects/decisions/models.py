from django.db import models
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Coalesce, NullIf, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.decisions import emails
from projects.decisions.lines import InLinesQuerySet
from projects.ideas.models import Idea
from projects.models import (
    Differing,
    Hand,
    Project,
    Shared,
    once_for_each,
    said_by,
)
from stages.models import Level, Sharing, Stage
from ui.dates import check_partial_date

NEWEST_FIRST = [
    Coalesce(NullIf("decided", Value("")), Cast(TruncDate("recorded_at"), CharField())).desc(),
    "-pk",
]
"""By the day of the decision; by the day it was written down where that is all we know."""


class NotProposed(Exception):
    """Only a proposal can be changed or agreed; `.decision` is as it is now."""

    def __init__(self, decision):
        super().__init__(str(decision.pk))
        self.decision = decision


class NotAgreed(Exception):
    """Only an agreed decision can be replaced, and only once; `.decision` is as it is now."""

    def __init__(self, decision):
        super().__init__(str(decision.pk))
        self.decision = decision


class DecisionQuerySet(InLinesQuerySet):
    def standing(self):
        """What is not replaced: proposals first (p comes after a), then what is agreed."""
        return self.exclude(status=Decision.Status.REPLACED).order_by("-status", *NEWEST_FIRST)

    def replaced(self):
        return self.filter(status=Decision.Status.REPLACED).order_by(*NEWEST_FIRST)

    def agreed(self):
        return self.filter(status=Decision.Status.AGREED)

    def bare(self):
        """Agreed, and nobody wrote down why."""
        return self.agreed().filter(reason="")


class Decision(Shared):
    """What was agreed, why, and by whom. An agreed decision is never edited: it is replaced."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        AGREED = "agreed", _("Agreed")
        REPLACED = "replaced", _("Replaced")

    class Where(models.TextChoices):
        INSIDE = "inside", _("This team")
        OUTSIDE = "outside", _("Someone outside this team")

    activity_kind = "decision"

    project = models.ForeignKey(Project, models.CASCADE, related_name="decisions")
    question = models.CharField(_("the question"), max_length=300)
    stage = models.CharField(_("stage"), max_length=30, choices=Stage.choices, blank=True)
    options = models.TextField(_("what we could have chosen"), blank=True)
    """One option a line."""
    lived_said = models.TextField(_("what people who use services and carers said"), blank=True)
    staff_said = models.TextField(_("what staff said"), blank=True)
    decision = models.TextField(_("what was decided"))
    reason = models.TextField(_("why"), blank=True)
    by_whom = models.CharField(_("who decided"), max_length=200, blank=True)
    where = models.CharField(
        _("where it was decided"), max_length=7, choices=Where.choices, blank=True
    )
    level = models.CharField(
        _("how much say people had"), max_length=3, choices=Level.choices, blank=True
    )
    dissent = models.TextField(_("who did not agree, and why"), blank=True)
    decided = models.CharField(
        _("when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    """A year, a month or a day, as `ui.dates` keeps them."""
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PROPOSED)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    ideas = models.ManyToManyField(Idea, related_name="decisions", blank=True)
    """What people said that it answers."""
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who recorded it."""
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(decision=""), name="a_decision_says_what"),
        ]
        indexes = [models.Index(fields=["project", "status"], name="decisions_by_status")]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return reverse("decisions:detail", args=[self.project_id, self.pk])

    @classmethod
    def record(cls, project, *, by, status=Status.AGREED, ideas=(), **details):
        """Write down a decision, or a proposal for one, with the ideas that it answers.

        The same words again from the same person (pressed twice, sent again) are the one that
        is there already: nothing is recorded.
        """
        with project.changing():
            same = project.decisions.filter(recorded_by=by, status=status, **details)
            if already := same.first():
                return already
            decision = cls.objects.create(
                project=project,
                recorded_by=by,
                hand=Hand.writing_in(project),
                status=status,
                **details,
            )
            decision.ideas.set(ideas)
            what = {
                cls.Status.PROPOSED: gettext_noop("proposed the decision"),
                cls.Status.AGREED: gettext_noop("recorded the decision"),
            }[cls.Status(status)]
            decision.note_down(by, what)
            said = emails.proposed if decision.is_proposed else emails.recorded
            said(decision)
            return decision

    def change(self, *, by, opened_at=None, ideas=None, **details):
        """Change a proposal; its ideas too, when they are given. The same again changes nothing.

        Raises NotProposed when it has been agreed, ChangedMeanwhile when it reads differently
        from what it was at `opened_at`.
        """
        with self.project.changing():
            self.refresh_from_db()
            if not self.is_proposed:
                raise NotProposed(self)
            changed = [name for name in details if getattr(self, name) != details[name]]
            others = ideas is not None and set(ideas) != set(self.ideas.all())
            if not changed and not others:
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, details[name])
            if others:
                self.ideas.set(ideas)
            self.note_down(by, gettext_noop("changed the proposal"), saving=changed)

    def agree(self, *, by, opened_at=None):
        """From proposed to agreed: today, unless it says when.

        Raises NotProposed when it is agreed already, ChangedMeanwhile when it reads differently
        from what it was at `opened_at`.
        """
        with self.project.changing():
            self.refresh_from_db()
            if not self.is_proposed:
                raise NotProposed(self)
            self.is_still(opened_at)
            self.status = self.Status.AGREED
            self.decided = self.decided or timezone.localdate().isoformat()
            what = gettext_noop("agreed the decision")
            self.note_down(by, what, saving=["status", "decided"])
            emails.agreed(self, by=by)

    def replace(self, *, by, ideas=None, **details):
        """A new agreed decision in place of this one; both stay readable and point at each other.

        It answers the same ideas, unless others are given.

        Raises NotAgreed if it is not agreed, or not any more: someone else was first. The same
        words again from the same person are the new decision that is there already.
        """
        with self.project.changing():
            self.refresh_from_db()
            if self.newer and self.newer.recorded_by == by and self.newer.says(details):
                return self.newer
            if not self.is_agreed:
                raise NotAgreed(self)
            self.status = self.Status.REPLACED
            self.version = self.project.version + 1  # that of the line which `new` records
            self.save(update_fields=["status", "version"])
            new = Decision.objects.create(
                project=self.project,
                recorded_by=by,
                status=self.Status.AGREED,
                replaces=self,
                **details,
            )
            new.ideas.set(self.ideas.all() if ideas is None else ideas)
            new.note_down(by, gettext_noop("replaced a decision with"))
            emails.replaced(new, self)
            return new

    def answer(self, ideas, *, by, no_more=()):
        """It answers these ideas too, and those in `no_more` not. Its words stay as they are.

        What is so already changes nothing. Everyone behind an idea that an agreed decision
        answers hears it. Raises NotAgreed when it has been replaced.
        """
        with self.project.changing():
            self.refresh_from_db()
            if self.is_replaced:
                raise NotAgreed(self)
            linked = set(self.ideas.all())
            new = [idea for idea in ideas if idea not in linked]
            gone = [idea for idea in no_more if idea in linked and idea not in ideas]
            if not new and not gone:
                return
            self.ideas.add(*new)
            self.ideas.remove(*gone)
            self.note_down(by, gettext_noop("said which ideas are answered by"))
            if self.is_agreed:
                emails.answers(self, new, by=by)

    SAID_OF_SHARING = {
        Sharing.PUBLIC: gettext_noop("lets anyone read the decision"),
        Sharing.TEAM: gettext_noop("keeps in the team the decision"),
        Sharing.PRIVATE: gettext_noop("keeps private the decision"),
    }

    def see_differently(self, *, by, note):
        """A member's own view, or a group's, beside the decision, agreed or not.

        It is no change of the decision. Saying the same again changes nothing.
        """
        with self.project.changing():
            hand = Hand.writing_in(self.project)
            view, is_new = OtherView.say(decision=self, by=by, hand=hand, note=note)
            if is_new:
                what = gettext_noop("sees this differently:")
                self.project.record(by, what, view, beat=self.stage)
                emails.seen_differently(self, view)
            return view

    def take_back(self, *, by):
        """Withdraw one's own view. Without one, nothing changes."""
        with self.project.changing():
            mine = self.views.of(by, Hand.writing_in(self.project)).first()
            if mine:
                what = gettext_noop("took back a different view of")
                self.project.record(by, what, mine, beat=self.stage)
                mine.delete()

    def note_down(self, by, what, *, saving=()):
        """The line of activity, with the project's figures about decisions."""
        if saving:
            self.save(update_fields=saving)
        figures = self.figures_of(self.project)
        self.project.record(by, what, self, beat=self.stage, **figures)

    @classmethod
    def figures_of(cls, project):
        """Agreed decisions without a reason, and the next date to look at one again."""
        agreed = project.decisions.agreed()
        return {
            "decisions_bare": agreed.filter(reason="").count(),
            "decisions_review_on": agreed.aggregate(next=models.Min("review_on"))["next"],
        }

    @cached_property
    def other_views(self):
        """Who sees it differently, with what each of them brings; read once."""
        return list(self.views.with_perspectives())

    def view_of(self, user, hand=None):
        """The different view of the person, or of whom they write for with `hand`; else None."""
        return next((view for view in self.other_views if view.is_of(user, hand)), None)

    @property
    def is_proposed(self):
        return self.status == self.Status.PROPOSED

    @property
    def is_agreed(self):
        return self.status == self.Status.AGREED

    @property
    def is_replaced(self):
        return self.status == self.Status.REPLACED

    @property
    def is_private(self):
        """For the team's eyes only: on no paper, and told to nobody outside it."""
        return self.sharing == Sharing.PRIVATE

    @property
    def is_bare(self):
        """Agreed, and nobody wrote down why."""
        return self.is_agreed and not self.reason

    @property
    def is_due(self):
        """The day to look at it again has come, and it still stands."""
        day = self.review_on
        return self.is_agreed and day is not None and day <= timezone.localdate()

    @property
    def newer(self):
        """The decision that replaced this one, or None."""
        return getattr(self, "replaced_by", None)

    def newest(self):
        """The last of those that replaced each other: this one if nothing did."""
        decision = self
        while decision.newer:
            decision = decision.newer
        return decision

    def said_by(self, display):
        return said_by(self.recorded_by, self.hand, easy=display.is_easy)

    def says(self, details):
        return all(getattr(self, name) == value for name, value in details.items())

    @property
    def options_list(self):
        return [line.strip() for line in self.options.splitlines() if line.strip()]


class OtherView(Differing):
    """“I see this differently”, beside a decision, in the member's own words."""

    activity_kind = "decision"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="views")
    note = models.TextField(_("how you see it"))

    class Meta(Differing.Meta):
        constraints = once_for_each("decision", "dissent")

    def __str__(self):
        return str(self.decision)

    def get_absolute_url(self):
        return f"{self.decision.get_absolute_url()}#views"

    @property
    def perspective(self):
        return self.perspective_in(self.decision.project_id)
