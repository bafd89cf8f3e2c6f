"""What an organisation pays people who take part: each rate from a day on, none ever rewritten."""

from datetime import timedelta

from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from ui.jinja import day


class ReplacedAlready(Exception):
    """Someone else has given this rate a new version. `.rate` is the newest one."""

    def __init__(self, rate):
        super().__init__(str(rate.pk))
        self.rate = rate


class RateQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """What is paid on that day, today when no day is given."""
        on = on or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=on), from_on__lte=on)

    def to_come(self):
        return self.filter(
            Q(until=None) | Q(until__gte=models.F("from_on")), from_on__gt=timezone.localdate()
        )

    def earlier(self):
        """Rates of the past, newest first: what was promised then can still be read."""
        over = self.filter(until__lt=timezone.localdate(), until__gte=models.F("from_on"))
        return over.order_by("-until", "-pk")


class Rate(models.Model):
    """One thing an organisation pays for, so much for so much, from a day on."""

    class Unit(models.TextChoices):
        HOUR = "hour", _("for an hour")
        HALF_DAY = "half_day", _("for half a day")
        DAY = "day", _("for a day")
        MEETING = "meeting", _("for a meeting")
        MILE = "mile", _("for a mile")
        COST = "cost", _("what it costs")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="rates")
    what = models.CharField(_("what for"), max_length=200)
    amount = models.DecimalField(
        _("amount"), max_digits=7, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    """In pounds. Nothing when what it costs is paid back."""
    unit = models.CharField(_("for how much"), max_length=8, choices=Unit.choices)
    note = models.TextField(_("what people should know"), max_length=1000, blank=True)
    from_on = models.DateField(_("from when"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)
    """The last day; a day before `from_on` when it never came into force."""
    replaces = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaced_by"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = RateQuerySet.as_manager()

    class Meta:
        ordering = ["what", "from_on", "pk"]

    def __str__(self):
        return self.what

    @classmethod
    @transaction.atomic
    def add(cls, organisation, *, by, **details):
        """A further rate. The same again is the one there is."""
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        same = organisation.rates.filter(until=None, **details).first()
        return same or cls.objects.create(organisation=organisation, by=by, **details)

    @transaction.atomic
    def replace(self, *, by, **details):
        """A new version from its `from_on`; this one can still be read. The same changes nothing.

        Raises ReplacedAlready when there is a newer one.
        """
        Organisation.objects.select_for_update().get(pk=self.organisation_id)
        newest = self.newest()
        said = {name: value for name, value in details.items() if name != "from_on"}
        if all(getattr(newest, name) == value for name, value in said.items()):
            return newest
        if newest != self:
            raise ReplacedAlready(newest)
        self.stop(details["from_on"] - timedelta(days=1))
        return Rate.objects.create(organisation=self.organisation, replaces=self, by=by, **details)

    def stop(self, last_day):
        """Its last day; what was promised until then can still be read."""
        self.until = last_day
        self.save(update_fields=["until"])

    def newest(self):
        """This rate, or the version that came after it, or the one after that."""
        rate = Rate.objects.get(pk=self.pk)
        while following := Rate.objects.filter(replaces=rate).first():
            rate = following
        return rate

    @property
    def how_much(self):
        """“£25.00 for half a day”, or “what it costs”."""
        if self.amount is None:
            return str(self.get_unit_display())
        amount = number_format(self.amount, 2, force_grouping=True)
        return gettext("£%(amount)s %(unit)s") % {
            "amount": amount,
            "unit": self.get_unit_display() if self.unit != self.Unit.COST else gettext("at most"),
        }

    @property
    def when(self):
        """From which day to which, as people read it."""
        if self.until is None:
            return gettext("From %(day)s") % {"day": day(self.from_on)}
        return gettext("From %(day)s to %(last)s") % {
            "day": day(self.from_on),
            "last": day(self.until),
        }
