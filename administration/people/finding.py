"""Finding people by name or address, and those who may be here twice."""

from django.db.models import Count, Q
from django.db.models.functions import Lower, Trim


def matching(people, words):
    """Those in whose name or address every word stands. Someone who waits has no name yet."""
    for word in words.split():
        in_name = Q(name__icontains=word, is_waiting=False)
        people = people.filter(in_name | Q(email__icontains=word))
    return people


def namesakes(people):
    """Those of them who share their name with another: perhaps one person with two accounts."""
    known = people.filter(is_waiting=False).annotate(plain=Lower(Trim("name")))
    shared = known.order_by().values("plain").annotate(number=Count("pk")).filter(number__gt=1)
    return known.filter(plain__in=shared.values("plain")).order_by("plain", "date_joined", "pk")


def namesakes_of(people, person):
    return people.filter(name__iexact=person.name.strip()).exclude(pk=person.pk)
