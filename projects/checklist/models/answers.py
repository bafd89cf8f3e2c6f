"""What a group can say of a checklist item, in plain words and in easy read, and what it said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Hand, said_by


class Answer(models.TextChoices):
    """What the group says of an item. An item that nobody has looked at has no answer."""

    NONE = "", _("Not answered")
    DONE = "done", _("Done")
    PARTLY = "partly", _("Partly")
    NOT_YET = "not_yet", _("Not yet")
    NOT_NEEDED = "not_needed", _("Not needed")


EASY_ANSWERS = {
    Answer.NONE: _("No answer"),
    Answer.DONE: _("Yes"),
    Answer.PARTLY: _("Some of it"),
    Answer.NOT_YET: _("Not yet"),
    Answer.NOT_NEEDED: _("We do not need this"),
}
"""The answers in easy read, from the guide."""


class GivenAnswerQuerySet(models.QuerySet):
    def with_names(self):
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("by").prefetch_related(hands)


class GivenAnswer(models.Model):
    """An answer the group gave, with who and when. Earlier ones stay readable."""

    item = models.ForeignKey("checklist.ChecklistItem", models.CASCADE, related_name="answers")
    value = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = GivenAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.get_value_display()

    def said_by(self, display):
        return said_by(self.by, self.hand, easy=display.is_easy)
