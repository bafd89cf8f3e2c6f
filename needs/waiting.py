"""What waits for a person here: for their one next thing."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from needs.models import AskedAnotherWay, Need
from ui.jinja import day


@dataclass(frozen=True)
class Waiting:
    """Reads like a `NextThing`: one sentence, one button. Says what to do, never what is needed."""

    sentence: str
    button: str
    address: str


def waiting_for(user):
    """The first thing that waits, or None: a request to see to, then a need to look at again."""
    if not user.is_authenticated or user.confined_to:
        return None
    task = AskedAnotherWay.objects.open().filter(named=user).first()
    if task:
        return Waiting(task_in_words(task), _("Open it"), task.get_absolute_url())
    need = Need.objects.to_look_at().filter(person=user).order_by("review_on").first()
    if need:
        sentence = _("You told us what you need. Is it still right?")
        return Waiting(sentence, _("Look at it"), reverse("needs:detail", args=[need.pk]))
    return None


def task_in_words(task):
    if task.due_on < timezone.localdate():
        words = _("Someone asked for something another way. It was due on %(day)s.")
    else:
        words = _("Someone asked for something another way. Please answer by %(day)s.")
    return words % {"day": day(task.due_on)}
