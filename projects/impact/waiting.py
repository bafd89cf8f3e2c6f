"""What waits for a lead here: the day on which the team wanted to look again has passed."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ui.jinja import day


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`."""

    sentence: str
    button: str
    address: str


def look_again_in(project):
    """What the newest agreement asks for by now, or None."""
    newest = project.what_next.first()
    if newest is None or not newest.is_due:
        return None
    sentence = _("You wanted to look at the numbers again on %(day)s.")
    return Waiting(
        sentence % {"day": day(newest.look_on)},
        _("Look at them together"),
        reverse("impact:index", args=[project.pk]),
    )
