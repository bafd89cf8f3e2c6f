"""What is due goes into envelopes: one for each thing that is said at once, one for all the rest.

Here it is decided how a person is reached, as of now. Two processes may pack at the same time: a
message goes into the envelope of whoever was first. Nothing is ever read whole: ten thousand
people are taken a hundred at a time.
"""

from django.contrib.auth import get_user_model
from django.db import transaction

from outbox.models import Envelope, Message
from outbox.models.messages import is_told, reader_of

CHUNK = 100


def pack_at_once(now, only=None):
    """An envelope for each message that is for one person alone (of `only` these, if given)."""
    due = Message.objects.due(now, at_once=True).order_by("pk")
    if only is not None:
        due = due.filter(pk__in=only)
    last = 0
    while found := list(due.filter(pk__gt=last).select_related("to__merged_into")[:CHUNK]):
        last = found[-1].pk
        with transaction.atomic():
            for message in found:
                pack_one(message, now)


def pack_one(message, now):
    this = Message.objects.filter(pk=message.pk, state=Message.State.WAITING)
    if message.is_late(now):
        this.expire()
    elif message.address or not sorted_out(message.to, this):
        put(this, Envelope.new(to=message.to, address=message.address, at_once=True))


def pack_digests(now):
    """One envelope for each person whose time has come, with all that waits for them."""
    due = Message.objects.due(now, at_once=False)
    last = 0
    while chunk := people_after(last, due):
        last = chunk[-1].pk
        with transaction.atomic():
            for person in chunk:
                pack_digest(person, now)


def people_after(last, due):
    """The next hundred people by number: two processes meet them in the same order."""
    numbers = due.filter(to__gt=last).order_by("to").values_list("to", flat=True).distinct()
    people = get_user_model().objects.select_related("merged_into")
    return list(people.filter(pk__in=list(numbers[:CHUNK])).order_by("pk"))


def pack_digest(person, now):
    theirs = Message.objects.filter(to=person, state=Message.State.WAITING, at_once=False)
    theirs.filter(expires_at__lte=now).expire()
    theirs = theirs.filter(due_at__lte=now)
    if not sorted_out(person, theirs):
        put(theirs, Envelope.new(to=person))


def sorted_out(person, messages):
    """Whether these messages go no way by mail: handed on, not wanted, or to someone who left."""
    if person.merged_into_id:
        messages.update(to=reader_of(person))
    elif not is_told(person) or person.reached_by == "none":
        messages.withdraw()
    else:
        return person.reached_by != "email"
    return True


def put(messages, envelope):
    """Into an envelope, unless another process was first with all of them."""
    with transaction.atomic():
        envelope.save(force_insert=True)
        if not messages.put_into(envelope):
            envelope.delete()
