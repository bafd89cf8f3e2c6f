"""Small tests: a change is tried in a small way, looked at, and chosen again. Cycle after cycle."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.decisions.models import Decision
from projects.models import Hand, InProject, InProjectQuerySet, Project, said_by
from projects.plan import emails
from projects.plan.models.actions import Action
from stages.models import Sharing, Stage
from ui.dates import check_partial_date


class NotNow(Exception):
    """Its cycle is not at this point, or not any more; `.test` is as it is now."""

    def __init__(self, test):
        super().__init__(str(test.pk))
        self.test = test


class SmallTestQuerySet(InProjectQuerySet):
    def going(self):
        """Those that go on; what is to be looked at soonest comes first."""
        soonest = models.F("look_on").asc(nulls_last=True)
        return self.filter(state=SmallTest.State.GOING).order_by(soonest, "pk")

    def to_look_at(self):
        """The day to look again has come, also of what was kept: no trial stays unnoticed."""
        kept_or_going = (SmallTest.State.GOING, SmallTest.State.KEPT)
        today = timezone.localdate()
        return self.filter(state__in=kept_or_going, look_on__lte=today).order_by("look_on", "pk")

    def with_cycles(self):
        return self.select_related("decision", "action").prefetch_related("cycles")


class SmallTest(InProject):
    """Something that is tried in a small way before it grows. What happens is in its cycles."""

    class State(models.TextChoices):
        GOING = "going", _("We are trying it")
        KEPT = "kept", _("We keep it")
        STOPPED = "stopped", _("We stopped it")

    activity_kind = "plan"

    project = models.ForeignKey(Project, models.CASCADE, related_name="small_tests")
    name = models.CharField(_("what is tried"), max_length=200)
    stop_if = models.TextField(_("what would make us stop"), blank=True)
    look_on = models.DateField(_("when to look again"), null=True, blank=True)
    """By then people look at it and choose again, so that it does not become permanent unseen."""
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="small_tests"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="small_tests"
    )
    state = models.CharField(max_length=7, choices=State.choices, default=State.GOING)
    sharing = models.CharField(max_length=10, choices=Sharing.choices, default=Sharing.TEAM)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who added it."""
    added_at = models.DateTimeField(auto_now_add=True)

    objects = SmallTestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_test_has_a_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("plan:trials:detail", args=[self.project_id, self.pk])

    @classmethod
    def begin(cls, project, *, by, first, **details):
        """A small test with its `first` cycle, as `Cycle.PLAN` names it. The team hears.

        The same again from the same person is the one there is.
        """
        with project.changing():
            same = project.small_tests.filter(added_by=by, state=cls.State.GOING, **details)
            if already := same.first():
                return already
            test = cls.objects.create(
                project=project, added_by=by, hand=Hand.writing_in(project), **details
            )
            test.cycles.create(number=1, **first)
            test.note_down(by, gettext_noop("tries in a small way:"))
            emails.tried(test, by=by)
            return test

    def change(self, *, by, opened_at=None, plan=None, **details):
        """Change what is said of it, and of the cycle's `plan` until something was seen.

        The same again changes nothing. Raises ChangedMeanwhile.
        """
        with self.project.changing():
            self.refresh_from_db()
            cycle = self.cycle
            plan = plan if plan and cycle.is_planned else {}
            changed = [name for name in details if getattr(self, name) != details[name]]
            planned = [name for name in plan if getattr(cycle, name) != plan[name]]
            if not changed and not planned:
                return
            self.is_still(opened_at)
            for name in changed:
                setattr(self, name, details[name])
            for name in planned:
                setattr(cycle, name, plan[name])
            if planned:
                cycle.save(update_fields=planned)
            self.note_down(by, gettext_noop("changed the small test:"), saving=changed)

    def write_down(self, *, by, opened_at=None, **seen):
        """What happened and what was seen, in the cycle that goes on (`Cycle.SEEN`).

        The same again changes nothing. Raises NotNow once it has been chosen what next,
        ChangedMeanwhile when someone else wrote meanwhile.
        """
        with self.project.changing():
            self.refresh_from_db()
            cycle = self.cycle
            changed = [name for name in seen if getattr(cycle, name) != seen[name]]
            if not changed:
                return
            if cycle.choice:
                raise NotNow(self)
            self.is_still(opened_at)
            for name in changed:
                setattr(cycle, name, seen[name])
            cycle.save(update_fields=changed)
            self.note_down(by, gettext_noop("wrote down what was seen in"))

    STATE_AFTER = {"keep": State.KEPT, "change": State.GOING, "stop": State.STOPPED}

    def choose(self, choice, *, by, next_step, look_on=None):
        """Keep it, change it or stop; everyone behind its decision hears, and the team.

        The same again changes nothing. Raises NotNow when another choice was made already.
        """
        with self.project.changing():
            self.refresh_from_db()
            cycle = self.cycle
            if (cycle.choice, cycle.next_step, self.look_on) == (choice, next_step, look_on):
                return
            if cycle.choice:
                raise NotNow(self)
            cycle.choice, cycle.next_step = choice, next_step
            cycle.chosen_on = timezone.localdate()
            cycle.save(update_fields=["choice", "next_step", "chosen_on"])
            self.state, self.look_on = self.STATE_AFTER[choice], look_on
            what = self.SAID[choice]
            self.note_down(by, what, saving=["state", "look_on"], note=next_step)
            emails.chosen(self, cycle, by=by)

    SAID = {
        "keep": gettext_noop("keeps what was tried:"),
        "change": gettext_noop("changes what was tried:"),
        "stop": gettext_noop("stopped the small test:"),
    }

    def again(self, *, by, look_on, **plan):
        """The next cycle, which begins from what the last one showed. The same again is that one.

        Raises NotNow while the last one is not closed by a choice.
        """
        with self.project.changing():
            self.refresh_from_db()
            last = self.cycle
            if not last.choice:
                if all(getattr(last, name) == value for name, value in plan.items()):
                    return last
                raise NotNow(self)
            cycle = self.cycles.create(number=last.number + 1, **plan)
            self.state, self.look_on = self.State.GOING, look_on
            what = gettext_noop("tries again in a small way:")
            self.note_down(by, what, saving=["state", "look_on"])
            emails.tried(self, by=by)
            return cycle

    def note_down(self, by, what, *, saving=(), note=""):
        beat = Stage.MAKE_THE_CHANGE
        self.project.record(by, what, self, saving=saving, note=note, beat=beat)

    @property
    def cycle(self):
        """The newest cycle; of what was prefetched, where it was."""
        return list(self.cycles.all())[-1]

    @property
    def is_going(self):
        return self.state == self.State.GOING

    @property
    def is_due(self):
        """The day to look again has come."""
        day = self.look_on
        is_over = self.state == self.State.STOPPED
        return not is_over and day is not None and day <= timezone.localdate()

    def said_by(self, display):
        return said_by(self.added_by, self.hand, easy=display.is_easy)


class Cycle(models.Model):
    """Once round: plan with a prediction, do, study what was seen, act on it."""

    class Choice(models.TextChoices):
        KEEP = "keep", _("Keep it")
        CHANGE = "change", _("Change it and try again")
        STOP = "stop", _("Stop it")

    PLAN = ("plan", "where", "who", "how_long", "prediction")
    SEEN = ("happened", "happened_on", "saw")

    test = models.ForeignKey(SmallTest, models.CASCADE, related_name="cycles")
    number = models.PositiveSmallIntegerField()
    plan = models.TextField(_("what we try"))
    where = models.CharField(_("where"), max_length=200, blank=True)
    who = models.CharField(_("with whom"), max_length=200, blank=True)
    """Roles, or how many: never a name."""
    how_long = models.CharField(_("for how long"), max_length=200, blank=True)
    prediction = models.TextField(_("what we think will happen"))
    happened = models.TextField(_("what happened"), blank=True)
    happened_on = models.CharField(
        _("when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    saw = models.TextField(_("what we saw"), blank=True)
    """Beside what was predicted."""
    choice = models.CharField(max_length=6, choices=Choice.choices, blank=True)
    next_step = models.TextField(_("what comes next"), blank=True)
    chosen_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["test", "number"], name="one_cycle_of_a_number"),
            models.CheckConstraint(
                condition=Q(choice="") | ~Q(next_step=""), name="a_choice_says_what_next"
            ),
        ]

    def __str__(self):
        return gettext("Try %(number)s") % {"number": self.number}

    @property
    def is_planned(self):
        """Nothing was seen yet, so what is planned and predicted may still change."""
        return not (self.happened or self.saw or self.choice)

    def begins_with(self):
        """What the form of the next cycle says at first: all but what is predicted."""
        return {name: getattr(self, name) for name in self.PLAN if name != "prediction"}
