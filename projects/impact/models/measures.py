"""What a project measures, to see later whether the change made a difference."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from projects.impact import emails
from projects.impact.changes import with_changes
from projects.impact.numbers import DIGITS, PLACES, in_plain_digits
from projects.models import InProject, Project
from projects.plan.models import Action
from ui.dates import check_partial_date

MOST = 5
"""Measures that stand at the same time. With more, nobody keeps collecting them."""


class EnoughAlready(Exception):
    """As many measures stand as a team can keep up: one has to be retired first."""


class MeasureQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def standing(self):
        return self.filter(retired_on=None)

    def with_newest(self):
        """Each with when its newest number was written down."""
        readings = self.model.readings.rel.related_model.objects
        of_each = readings.filter(measure=models.OuterRef("pk")).order_by("-at")
        return self.annotate(newest=models.Subquery(of_each.values("at")[:1]))

    def with_numbers(self):
        """Each with the readings that stand as `numbers`, oldest first: two queries in all."""
        readings = self.model.readings.rel.related_model.objects.standing()
        return self.prefetch_related(models.Prefetch("readings", readings, to_attr="numbers"))

    def with_picture(self):
        """And with what a picture and the words about it need, in a fixed number of queries."""
        meanings = models.Prefetch("meanings", to_attr="made_of_it")
        actions = with_changes(Action.objects.all())
        return self.with_numbers().prefetch_related(
            meanings, models.Prefetch("actions", actions, to_attr="shown_actions")
        )


class Measure(InProject):
    """One thing that is counted or rated again and again, and what the team hopes to see."""

    class Kind(models.TextChoices):
        OUTCOME = "outcome", _("A result")
        PROCESS = "process", _("How the work is done")
        BALANCING = "balancing", _("A side effect")

    class Direction(models.TextChoices):
        UP = "up", _("Higher is better")
        DOWN = "down", _("Lower is better")
        NONE = "none", _("Neither: it tells us how things are")

    activity_kind = "impact"

    project = models.ForeignKey(Project, models.CASCADE, related_name="measures")
    name = models.CharField(_("what we measure"), max_length=200)
    unit = models.CharField(_("counted in"), max_length=80, blank=True)
    purpose = models.TextField(_("what it is for"), blank=True)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices, blank=True)
    direction = models.CharField(
        _("which way is better"), max_length=4, choices=Direction.choices, default=Direction.NONE
    )
    target = models.DecimalField(
        _("what we expect"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True
    )
    target_words = models.CharField(max_length=200, blank=True)
    """What is expected, where that is no number."""
    target_by = models.CharField(
        _("by when"), max_length=24, blank=True, validators=[check_partial_date]
    )
    numbers_from = models.TextField(_("where the numbers come from"), blank=True)
    collected_by = models.CharField(_("who collects them"), max_length=200, blank=True)
    """A role, or a part in the team: never a name."""
    note = models.TextField(_("what else to know"), blank=True)
    actions = models.ManyToManyField(Action, related_name="measures", blank=True)
    """What the team does, of which this shows whether it helped."""
    retired_on = models.DateField(null=True, blank=True)
    retired_because = models.TextField(_("why it is not collected any more"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_measure_has_a_name"),
            models.CheckConstraint(
                condition=Q(target=None) | Q(target_words=""), name="one_expectation_of_a_measure"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("impact:measures:detail", args=[self.project_id, self.pk])

    @classmethod
    def add(cls, project, *, by, **details):
        """A measure at the end. The same again is the one there is. Raises EnoughAlready."""
        with project.changing():
            if already := project.measures.filter(**details).first():
                return already
            cls.check_room_in(project)
            last = project.measures.aggregate(last=models.Max("position"))["last"] or 0
            measure = cls.objects.create(project=project, position=last + 1, **details)
            measure.note_down(by, gettext_noop("chose to measure"))
            emails.chosen(measure, by=by)
            return measure

    @classmethod
    def check_room_in(cls, project):
        if project.measures.standing().count() >= MOST:
            raise EnoughAlready

    def change(self, *, by, opened_at=None, **details):
        """Change what is said of it. The same again changes nothing. Raises ChangedMeanwhile."""
        with self.project.changing():
            changed = self.overwrite(details, opened_at)
            if not changed:
                return
            self.project.record(by, gettext_noop("changed the measure"), self, saving=changed)

    def retire(self, *, by, because):
        """It is not collected any more; its numbers stay. Retired already, it stays as it was."""
        with self.project.changing():
            self.refresh_from_db()
            if self.retired_on:
                return
            self.retired_on, self.retired_because = timezone.localdate(), because
            saving = ["retired_on", "retired_because"]
            what = gettext_noop("stopped collecting")
            self.note_down(by, what, saving=saving, note=because)

    def bring_back(self, *, by):
        """It is collected again. Raises EnoughAlready."""
        with self.project.changing():
            self.refresh_from_db()
            if not self.retired_on:
                return
            self.check_room_in(self.project)
            self.retired_on, self.retired_because = None, ""
            saving = ["retired_on", "retired_because"]
            self.note_down(by, gettext_noop("began again to collect"), saving=saving)

    def show(self, actions, *, by):
        """Say for which actions it shows whether they helped. The same again changes nothing."""
        with self.project.changing():
            before, now = set(self.actions.all()), set(actions)
            if before == now:
                return
            self.actions.set(now)
            self.project.record(by, gettext_noop("said what is shown by the measure"), self)

    def note_down(self, by, what, *, saving=(), note=""):
        """The line of activity, with the project's figures about numbers."""
        if saving:
            self.save(update_fields=saving)
        self.project.record(by, what, self, note=note, **self.figures_of(self.project))

    @classmethod
    def figures_of(cls, project):
        """When a number was last written down, and since when a measure has waited for one."""
        return project.measures.with_newest().aggregate(**cls.FIGURES)

    FIGURES = {
        "last_number_at": models.Max("newest"),
        "numbers_since": models.Min("newest", filter=Q(retired_on=None)),
    }

    @property
    def expected(self):
        """What is expected, as people read it: a number, words, or nothing."""
        return in_plain_digits(self.target) if self.target is not None else self.target_words

    @property
    def starting(self):
        """The numbers of before the change; of what was prefetched as `numbers`."""
        return [one for one in self.numbers if one.is_baseline]

    @property
    def later(self):
        return [one for one in self.numbers if not one.is_baseline]
