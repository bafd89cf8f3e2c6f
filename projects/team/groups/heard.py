"""Whether a group has been heard, from the sessions in which it was met."""

from django.db.models import Count
from django.utils.translation import ngettext


def with_heard(groups):
    """The groups as a list, each with `heard`: a sentence, or "" when nobody has met them.

    `sessions` is what other rooms call where a group was met: only that there were some is said
    here, never how many people came.
    """
    counted = groups.annotate(met=Count("sessions"))
    found = list(counted.order_by("position", "pk"))  # counting forgets the usual order
    for group in found:
        group.heard = in_words(group.met) if group.met else ""
    return found


def in_words(number):
    said = ngettext("Heard in %(num)s session.", "Heard in %(num)s sessions.", number)
    return said % {"num": number}
