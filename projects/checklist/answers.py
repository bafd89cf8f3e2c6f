"""What a group can say of a checklist item, in plain words and in easy read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
