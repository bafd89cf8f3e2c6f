"""What is told on paper and by phone: who waits for what, and that someone has told them."""

from dataclasses import dataclass, field
from itertools import groupby

from django.contrib import messages as notices
from django.utils.translation import ngettext

from outbox.mail import grouped, opened
from outbox.models import Envelope, Message
from outbox.reading import may_still_read

AT_ONCE = 40
"""So many people stand on one page and in one document; when they are told, the next come."""


@dataclass
class Letter:
    """What one person is told, on paper or by phone."""

    person: object
    messages: list
    needs: list = field(default_factory=list)
    """What this person told the one who prints or rings that they need for it."""

    @property
    def way(self):
        return "phone" if self.person.reached_by == "phone" else "post"

    @property
    def is_large(self):
        """Printed in large print, because its person told the one who prints it."""
        return self.way == "post" and any(need.is_large_print for need in self.needs)

    @property
    def groups(self):
        return grouped(self.messages)

    @property
    def numbers(self):
        """Which messages it carries, for the form that says they have been told."""
        return ",".join(str(message.pk) for message in self.messages)

    @property
    def since(self):
        return min(message.written_at for message in self.messages)


def letters_of(waiting):
    """`(letters, how many people wait in all)`, by name; what is withdrawn meanwhile is left out.

    A fixed number of queries, and a few for each person: each may see other things.
    """
    people = waiting.order_by("to__name", "to").values_list("to", flat=True).distinct()
    first = list(people[:AT_ONCE])
    found = waiting.filter(to__in=first).select_related("to")
    found = found.order_by("to__name", "to", "-written_at", "-pk")
    by_person = groupby(found, key=lambda message: message.to)
    letters = [Letter(person, still_to_tell(person, list(those))) for person, those in by_person]
    return [letter for letter in letters if letter.messages], people.count()


def still_to_tell(person, messages):
    kept = may_still_read(person, messages)
    gone = {message.pk for message in messages} - {message.pk for message in kept}
    if gone:
        Message.objects.filter(pk__in=gone).withdraw()
    return [message for message in kept if opened(message)]


def note_told(waiting, form, *, by):
    """Someone says that people have been told; returns how many people.

    `form` holds `messages`, the numbers each letter carried ("12,15", any number of them), and
    `way`. What is not among `waiting` any more stays as it is.
    """
    said = ",".join(form.getlist("messages")).split(",")
    numbers = [int(number) for number in said if number.isdecimal() and len(number) < 19]
    way = Envelope.Way.PHONE if form.get("way") == "phone" else Envelope.Way.POST
    found = waiting.filter(pk__in=numbers).select_related("to").order_by("to")
    told = 0
    for person, those in groupby(found, key=lambda message: message.to):
        theirs = Message.objects.filter(pk__in=[message.pk for message in those])
        told += Envelope.tell(theirs, to=person, way=way, by=by) is not None
    return told


def told_lately(messages, many=10):
    """The last envelopes with any of these messages that someone told by hand."""
    carried = messages.filter(state=Message.State.PACKED).values("envelope")
    told = Envelope.objects.filter(pk__in=carried, state=Envelope.State.TOLD)
    return list(told.select_related("to", "done_by").order_by("-done_at", "-pk")[:many])


def put_needs_beside(letters, reader):
    """Each letter and call with what its person chose to show this reader of their needs.

    For paper what matters on paper, for a call what matters when people talk.
    """
    needs = reader.needs.model.objects  # the app lies above us
    shown = needs.shown_to(reader).of_each([letter.person for letter in letters])
    for letter in letters:
        theirs = shown.get(letter.person.pk, [])
        matters = "is_for_papers" if letter.way == "post" else "is_for_meetings"
        letter.needs = [need for need in theirs if getattr(need, matters)]


def note_reads(reader, letters):
    """Write down whose address, whose number and whose needs this person is shown."""
    reads = reader.private_reads.model  # accounts lies above us
    needing = [letter.person for letter in letters if letter.needs]
    reads.note(reader, needing, "access needs")
    here = [letter.person for letter in letters if letter.way == "post" and letter.person.post_to]
    reads.note(reader, here, "postal address")
    phones = [letter.person for letter in letters if letter.way == "phone" and letter.person.phone]
    reads.note(reader, phones, "phone number")


def say_told(request, people):
    """Say on the next page how many people were told."""
    if people:
        said = ngettext("Noted: %(num)s person told.", "Noted: %(num)s people told.", people)
        notices.success(request, said % {"num": people})
