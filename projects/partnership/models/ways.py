"""Ways of working: what the team agrees, in its own words, and who agrees with it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.models import User
from projects.models import (
    ChangedMeanwhile,
    Differing,
    Hand,
    InProject,
    InProjectQuerySet,
    Project,
    once_for_each,
    said_by,
)
from projects.partnership import emails
from stages.models import Stage


class NotNow(Exception):
    """The wording has been changed: `.ways` is what people are asked about today."""

    def __init__(self, ways):
        super().__init__(str(ways.pk))
        self.ways = ways


class WaysQuerySet(InProjectQuerySet):
    def visible_to(self, user):
        return self.filter(project__in=Project.objects.visible_to(user))

    def standing(self):
        return self.filter(is_standing=True)


class Ways(InProject):
    """One version of the ways of working. Changed wording is a new one, and asks everyone again."""

    activity_kind = "together"

    project = models.ForeignKey(Project, models.CASCADE, related_name="ways")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(gettext_lazy("ways of working"))
    """One way on each line."""
    because = models.TextField(gettext_lazy("why it was changed"), blank=True)
    revisit_on = models.DateField(gettext_lazy("when to look at it again"), null=True, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    is_standing = models.BooleanField(default=True)

    objects = WaysQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "ways"
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="ways_say_something"),
            models.UniqueConstraint(fields=["project", "number"], name="ways_are_numbered"),
            models.UniqueConstraint(
                fields=["project"], condition=Q(is_standing=True), name="one_wording_stands"
            ),
        ]

    def __str__(self):
        return _("Our ways of working")

    def get_absolute_url(self):
        if self.is_standing:
            return reverse("partnership:ways:index", args=[self.project_id])
        return reverse("partnership:ways:detail", args=[self.project_id, self.pk])

    # Writing it

    @classmethod
    def write(cls, project, *, by, text, revisit_on=None, because="", opened_at=None):
        """A new wording; everyone is asked if they agree. Only another day asks nobody again.

        Raises ChangedMeanwhile when the one that stands is not that of `opened_at`: a number, or
        0 for none.
        """
        with project.changing():
            standing = project.ways.standing().first()
            if standing and standing.text == text:
                standing.project = project
                standing.look_again(by=by, revisit_on=revisit_on)
                return standing
            if opened_at is not None and standing and standing.number != opened_at:
                raise ChangedMeanwhile(standing)
            number = standing.number + 1 if standing else 1
            project.ways.standing().update(is_standing=False)
            ways = cls.objects.create(
                project=project, number=number, text=text, because=because, revisit_on=revisit_on,
                written_by=by, hand=Hand.writing_in(project),
            )  # fmt: skip
            what = gettext_noop("changed:") if standing else gettext_noop("wrote down:")
            ways.note_down(by, what, note=because)
            emails.ways_written(ways, by=by)
            return ways

    def look_again(self, *, by, revisit_on):
        """The team has looked: the words stay, and this is the next day. The same day: nothing."""
        with self.project.changing():
            self.refresh_from_db()
            if self.revisit_on != revisit_on:
                self.revisit_on = revisit_on
                what = gettext_noop("said when to look again at:")
                self.note_down(by, what, saving=["revisit_on"])

    # What each member says of it

    def say(self, *, by, agrees, note=""):
        """A member agrees, or cannot yet and why. The same again changes nothing. Raises NotNow."""
        with self.project.changing():
            self.must_stand()
            hand = Hand.writing_in(self.project)
            before = self.voices.of(by, hand).first()
            if before and (before.agrees, before.note) == (agrees, note):
                return before
            if before:
                before.delete()
            about = {"by": by, "hand": hand, "is_groups": bool(hand and hand.is_group)}
            voice = WaysVoice.objects.create(ways=self, agrees=agrees, note=note, **about)
            what = gettext_noop("agrees:") if agrees else gettext_noop("cannot agree yet:")
            self.project.record(by, what, voice, beat=Stage.COLLABORATIVE_PARTNERSHIP)
            return voice

    def take_back(self, *, by):
        """Neither yes nor no any more. Without either, nothing changes. Raises NotNow."""
        with self.project.changing():
            self.must_stand()
            mine = self.voices.of(by, Hand.writing_in(self.project)).first()
            if mine:
                self.project.record(by, gettext_noop("took back what they said of:"), mine)
                mine.delete()

    def must_stand(self):
        self.refresh_from_db()
        if not self.is_standing:
            raise NotNow(self.project.ways.standing().get())

    def note_down(self, by, what, *, saving=(), note=""):
        beat = Stage.COLLABORATIVE_PARTNERSHIP
        self.project.record(by, what, self, saving=saving, note=note, beat=beat)

    # Asking about it

    @property
    def lines(self):
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    @property
    def is_due(self):
        return self.revisit_on is not None and self.revisit_on <= timezone.localdate()

    def said_by(self, display):
        return said_by(self.written_by, self.hand, easy=display.is_easy)


class WaysVoice(Differing):
    """“I agree”, or “I cannot agree yet, because”: once for each member, never counted."""

    activity_kind = "together"

    ways = models.ForeignKey(Ways, models.CASCADE, related_name="voices")
    agrees = models.BooleanField(default=True)

    class Meta(Differing.Meta):
        constraints = [
            *once_for_each("ways", "voice_on_ways"),
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(note=""), name="who_cannot_agree_says_why"
            ),
        ]

    def __str__(self):
        return str(self.ways)

    def get_absolute_url(self):
        return f"{self.ways.get_absolute_url()}#voices"

    @property
    def perspective(self):
        return self.perspective_in(self.ways.project_id)
