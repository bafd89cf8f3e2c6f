"""What we wrote to a person."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers


@gathers("outbox.Message.to")
def messages(person):
    """A secret message, such as a code to sign in with, keeps its words to itself here too."""
    keys = {
        "subject": _("About"),
        "text": _("What it says"),
        "written_at": _("Written"),
        "state": _("What became of it"),
    }
    found = person.messages.select_related("envelope")
    rows = [
        (one.subject, "" if one.is_secret else one.text, one.written_at, became_of(one))
        for one in found
    ]
    return Group("messages", _("Messages to you"), keys, rows)


def became_of(message):
    return (message.envelope or message).get_state_display()


@gathers("outbox.Envelope.to")
def envelopes(person):
    keys = {
        "way": _("How"),
        "address": _("To which address"),
        "state": _("What became of it"),
        "made_at": _("Made"),
        "done_at": _("Done"),
    }
    rows = [
        (one.get_way_display(), one.goes_to, one.get_state_display(), one.made_at, one.done_at)
        for one in person.envelopes.select_related("to")
    ]
    return Group("envelopes", _("E-mails, letters and calls to you"), keys, rows)


GROUPS = (messages, envelopes)
