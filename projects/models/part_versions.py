"""How a part of “What is open?” read, and from when: nothing on the sheet is ever overwritten."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from stages.models import Level


class PartState(models.TextChoices):
    OPEN = "open", _("Open")
    PARTLY = "partly", _("Partly open")
    FIXED = "fixed", _("Fixed")


class PartDetails(models.Model):
    """What is said of a part: as it reads now (`Part`), and as it read (`PartVersion`)."""

    name = models.CharField(_("part of the change"), max_length=300)
    state = models.CharField(_("open or fixed"), max_length=6, choices=PartState.choices)
    level = models.CharField(
        _("how much say people have"), max_length=3, choices=Level.choices, blank=True
    )
    by_whom = models.CharField(_("who said so"), max_length=200, blank=True)
    because = models.TextField(_("why"), blank=True)
    look_again_on = models.DateField(_("look at it again on"), null=True, blank=True)

    class Meta:
        abstract = True

    DETAILS = ("name", "state", "level", "by_whom", "because", "look_again_on")

    def __str__(self):
        return self.name

    @property
    def details(self):
        return {name: getattr(self, name) for name in self.DETAILS}

    @property
    def is_open(self):
        return self.state == PartState.OPEN

    @property
    def is_fixed(self):
        return self.state == PartState.FIXED

    @property
    def is_bare(self):
        """Fixed, and nobody wrote down why."""
        return self.is_fixed and not self.because


class PartVersionQuerySet(models.QuerySet):
    def standing(self):
        """What the sheet says now."""
        return self.filter(until=None, is_gone=False)

    def on(self, day):
        """What the sheet said at the end of that day, in its order."""
        end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        then = self.filter(Q(until=None) | Q(until__gte=end), since__lt=end, is_gone=False)
        return then.order_by("position", "pk")

    def newest_first(self):
        """Each with what it replaced and who wrote it, in one query."""
        return self.select_related("before", "by").order_by("-pk")


class PartVersion(PartDetails):
    """A part as it read from one moment to the next. Written by the verbs of `Part` alone.

    Taking a part away is a row too, `is_gone`, with the words that went: it says who and when.
    """

    activity_kind = "whats_open"

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="part_versions")
    number = models.PositiveBigIntegerField()
    """Of the part, also when that is gone: it is never given to another."""
    before = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="after"
    )
    position = models.PositiveSmallIntegerField(default=0)
    is_gone = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = PartVersionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "number"],
                condition=Q(until=None),
                name="a_part_reads_one_way_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["project", "since"], name="part_versions_by_day")]

    def get_absolute_url(self):
        return f"{reverse('whats_open:index', args=[self.project_id])}#part-{self.number}"

    @classmethod
    def keep(cls, part, *, by, is_gone=False):
        """How the part reads from now on; what it read before ends in the same moment."""
        now = timezone.now()
        standing = cls.objects.filter(project=part.project_id, number=part.pk, until=None)
        before = standing.first()
        standing.update(until=now)
        return cls.objects.create(
            project=part.project,
            number=part.pk,
            before=before,
            position=part.position,
            is_gone=is_gone,
            by=by,
            since=now,
            **part.details,
        )

    @property
    def day(self):
        return timezone.localdate(self.since)
