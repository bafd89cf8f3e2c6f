"""What someone was told, and what others were told about them."""

from collections import defaultdict
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from outbox.models import Envelope, Message
from privacy.erasing.names import without
from projects.models import Activity, Support

A_MOMENT = timedelta(minutes=1)


def erase_messages(person, role, names):
    """To them, also at an address they gave; one that is on its way may still arrive."""
    messages, envelopes = Q(to=person), Q(to=person)
    if person.email:
        messages |= Q(address__iexact=person.email)
        envelopes |= Q(address__iexact=person.email)
    gone = Message.objects.filter(messages).delete()[0]
    gone += Envelope.objects.filter(envelopes).delete()[0]
    for message in [*messages_about(person), *messages_of_deeds(person)]:
        told = without(names, message.text, role)
        Message.objects.filter(pk=message.pk).update(text=told)
    return {"messages": gone}


def messages_about(person):
    """What others were told about this person: their place, their help, what they need."""
    places = [place.get_absolute_url() for place in person.memberships.all()]
    found = Q(url__in=places)
    for rows in (person.needs.all(), Support.objects.filter(member__user=person)):
        kind = ContentType.objects.get_for_model(rows.model)
        found |= Q(about_type=kind, about_id__in=list(rows.values_list("pk", flat=True)))
    for support in person.supports.exclude(agreed_at=None).select_related("member"):
        found |= Q(
            to=support.member.user_id,
            url=support.get_absolute_url(),
            written_at__range=(support.agreed_at, support.agreed_at + A_MOMENT),
        )
    return Message.objects.filter(found)


def messages_of_deeds(person):
    """What others were told of something this person did: it was written in the same moment."""
    deeds = defaultdict(list)
    kinds = Activity.Kind.CHECKLIST, Activity.Kind.DECISION, Activity.Kind.TEAM
    lines = Activity.objects.filter(actor=person, kind__in=kinds)
    for project, url, at in lines.values_list("project", "url", "at"):
        deeds[project, url].append(at)
    places = {project for project, _url in deeds}
    told = Message.objects.filter(in_project__in=places, url__in={url for _place, url in deeds})
    return [
        message
        for message in told
        if any(
            abs(at - message.written_at) < A_MOMENT for at in deeds[message.in_project, message.url]
        )
    ]
