"""The numbers of a measure, each with its day."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from projects.impact.models.measures import Measure
from projects.impact.numbers import DIGITS, PLACES, in_plain_digits
from projects.models import ChangedMeanwhile, Hand, InProject, Project, said_by
from ui.dates import as_people_write, check_partial_date


class ReadingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(measure__project__in=Project.objects.visible_to(user))

    def standing(self):
        """Without what was corrected since, oldest first; those with no day come last."""
        return self.filter(replaced_by=None).in_order()

    def in_order(self):
        has_no_day = models.Case(models.When(on="", then=1), default=0)
        return self.order_by(has_no_day, "on", "pk")

    def with_people(self):
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("by", "replaced_by").prefetch_related(hands)


class Reading(InProject):
    """One number of a measure, or the words in its place. A correction is a row of its own."""

    activity_kind = "impact"

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="readings")
    on = models.CharField(_("when"), max_length=24, blank=True, validators=[check_partial_date])
    """A year, a month or a day, as `ui.dates` keeps them."""
    period = models.CharField(_("for which time"), max_length=200, blank=True)
    value = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    words = models.CharField(max_length=200, blank=True)
    """What was found, where that is no number: “300 to 350”, “Good”."""
    note = models.TextField(_("what else to know"), blank=True)
    is_baseline = models.BooleanField(_("from before the change"), default=False)
    replaces = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="replaced_by"
    )
    because = models.TextField(_("why it was corrected"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who typed it, when that was not the one who wrote it down."""
    at = models.DateTimeField(default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value=None, words__gt="") | Q(value__isnull=False, words=""),
                name="a_reading_is_a_number_or_words",
            ),
            models.CheckConstraint(
                condition=~Q(on="", period=""), name="a_reading_has_a_day_or_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.measure}: {self.in_words}"

    def get_absolute_url(self):
        address = reverse("impact:measures:detail", args=[self.project.pk, self.measure_id])
        return f"{address}#reading-{self.pk}"

    @property
    def project(self):
        return self.measure.project

    @classmethod
    def write_down(cls, measure, *, by, **details):
        """A number of the measure. The same again (pressed twice) is the one there is."""
        with measure.project.changing():
            if already := measure.readings.filter(replaced_by=None, **details).first():
                return already
            hand = Hand.writing_in(measure.project)
            reading = cls.objects.create(measure=measure, by=by, hand=hand, **details)
            figures = Measure.figures_of(measure.project)
            measure.project.record(by, gettext_noop("wrote down a number:"), reading, **figures)
            return reading

    @classmethod
    def write_down_many(cls, measure, rows, *, by):
        """Many numbers at once, all or none: those that are written now.

        What stands there already, with the same day and number, is not written a second time; a
        row that says no period is the same as one that does.
        One line of activity tells of them all.
        """
        with measure.project.changing():
            project, hand = measure.project, Hand.writing_in(measure.project)
            names, there, new = ("on", "value", "words", "period"), set(), []
            standing = measure.readings.filter(replaced_by=None).values_list(*names)
            for on, value, words, period in standing:
                there |= {(on, value, words, period), (on, value, words, "")}
            for row in rows:
                key = (row["on"], row["value"], row.get("words", ""), row.get("period", ""))
                if key not in there:
                    there.add(key)
                    more = {"hand": hand, "version": project.version + 1}  # of the line below
                    new.append(cls(measure=measure, by=by, **more, **row))
            if new:
                cls.objects.bulk_create(new)
                measure.note_down(by, gettext_noop("wrote down several numbers of"))
            return new

    def correct(self, *, by, because, **details):
        """Another number in place of this one, which stays to be read.

        The same number again is no correction. Raises ChangedMeanwhile, with the number that
        stands now, when somebody has corrected it already.
        """
        with self.project.changing():
            newest = self.newest()
            same = all(getattr(newest, name) == value for name, value in details.items())
            if same:
                return newest
            if newest != self:
                raise ChangedMeanwhile(newest)
            new = Reading.objects.create(
                measure=self.measure,
                by=by,
                hand=Hand.writing_in(self.project),
                because=because,
                replaces=self,
                **details,
            )
            what = gettext_noop("corrected a number:")
            figures = Measure.figures_of(self.project)
            self.project.record(by, what, new, note=because, **figures)
            return new

    def newest(self):
        """The last of those that replaced each other: this one if nothing did."""
        reading = self
        while newer := Reading.objects.filter(replaces=reading).first():
            newer.measure = self.measure
            reading = newer
        return reading

    def said_by(self, display):
        return said_by(self.by, self.hand, easy=display.is_easy)

    @property
    def time(self):
        return "before" if self.is_baseline else "later"

    @property
    def figure(self):
        """The number as people write it, or the words in its place."""
        return in_plain_digits(self.value) if self.value is not None else self.words

    @property
    def when(self):
        """The day, the time it is for, or both."""
        return ", ".join(part for part in (as_people_write(self.on), self.period) if part)

    @property
    def in_words(self):
        return f"{self.figure} ({self.when})"
