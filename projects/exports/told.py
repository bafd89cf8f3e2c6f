"""How people were told, beside updates: letters, calls and e-mails, in numbers and never names."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outbox.models import Envelope
from projects.exports.post import messages_of
from projects.models.hands import FEW


@dataclass(frozen=True)
class ToldByHand:
    """One way in which members were told, and how many times, as it may stand on paper."""

    words: str
    messages: str


def told_of(project):
    """What really left, by way, in one query; a small number stays unsaid. Is anyone told?"""
    gone = messages_of(project).filter(envelope__state__in=GONE).order_by()
    counted = gone.values_list("envelope__way").annotate(Count("envelope", distinct=True))
    numbers = dict(counted)
    ways = [(Envelope.Way(way), numbers[way]) for way in Envelope.Way if numbers.get(way)]
    members = [ToldByHand(str(way.label), in_words(number)) for way, number in ways]
    return {"members": members, "is_public": project.is_published}


GONE = [Envelope.State.SENT, Envelope.State.TOLD]


def in_words(number):
    if number < FEW:
        return _("fewer than %(num)s times") % {"num": FEW}
    return ngettext("%(num)s time", "%(num)s times", number) % {"num": number}
