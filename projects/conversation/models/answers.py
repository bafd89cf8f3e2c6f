"""What was answered, line by line: nothing that was told is written over."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.conversation.models.questions import AskedQuestion
from projects.models import Hand
from projects.plan.models.actions import last_day_of
from ui.dates import as_people_write, check_partial_date


class Answer(models.Model):
    """One answer to a question, or that it is not known yet and when it will be."""

    asked = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="answers")
    text = models.TextField(_("answer"))
    easy = models.TextField(_("the same in easy words"), blank=True)
    by_when = models.DateField(null=True, blank=True)
    """The day by which there will be an answer; nothing when this is it."""
    answered_as = models.CharField(_("who answers"), max_length=100, blank=True)
    """A role in words, never a name; nothing is “the team”."""
    on = models.CharField(max_length=24, blank=True, validators=[check_partial_date])
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="an_answer_says_something")
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def day(self):
        """Its last day, to sort by."""
        last = last_day_of(self.on)
        return last and min(last, timezone.localdate())

    @property
    def who(self):
        return self.answered_as or _now("The team")

    @property
    def day_in_words(self):
        return as_people_write(self.on) if self.on else ""

    def words(self, display):
        return self.easy if display.is_easy and self.easy else self.text
