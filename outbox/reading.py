"""Whether someone may still read what a message is about: asked again before they are told."""

from itertools import groupby

from django.contrib.contenttypes.models import ContentType


def may_still_read(person, messages):
    """Those of the messages whose subject is still there, and still for this person to see.

    One query for each kind of thing they are about. `person` is None for an address without an
    account: there it only has to be there still.
    """
    about = [message for message in messages if message.about_type_id]
    by_kind = sorted(about, key=lambda message: message.about_type_id)
    seen = {
        (kind, number)
        for kind, those in groupby(by_kind, key=lambda message: message.about_type_id)
        for number in visible(person, kind, [message.about_id for message in those])
    }
    return [
        message
        for message in messages
        if not message.about_type_id or (message.about_type_id, message.about_id) in seen
    ]


def visible(person, kind, numbers):
    """Which of the things of one kind the person may see."""
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None:
        return []
    rows = model._default_manager.all()
    if person is not None and hasattr(rows, "visible_to"):
        rows = rows.visible_to(person)
    return list(rows.filter(pk__in=numbers).values_list("pk", flat=True))
