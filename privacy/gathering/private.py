"""What is private to a person, what they agreed to, and who looked at it."""

from django.utils.translation import gettext as _

from privacy.gathering.group import Group, gathers
from privacy.models import LegalHold
from projects.consents.models import Consent


@gathers("privacy.Agreement.person")
def agreements(person):
    keys = {
        "organisation": _("Organisation"),
        "words": _("Which words"),
        "version": _("Version"),
        "at": _("You said yes"),
    }
    rows = [
        (one.statement.organisation.name, str(one.statement), one.statement.number, one.at)
        for one in person.agreements.select_related("statement__organisation")
    ]
    return Group("agreements", _("What you agreed to"), keys, rows)


@gathers("consents.Consent.membership")
def consents(person):
    keys = {
        "project": _("Project"),
        "question": _("About what"),
        "how": _("How you answered"),
        "given_at": _("You said yes"),
        "withdrawn_at": _("You said no, or took it back"),
    }
    found = Consent.objects.filter(membership__user=person)
    rows = [
        (
            one.membership.project.title,
            one.get_use_display(),
            one.get_how_display(),
            one.given_at,
            one.withdrawn_at,
        )
        for one in found.select_related("membership__project")
    ]
    return Group("consents", _("What you let others use"), keys, rows)


@gathers("accounts.PrivateRead.of")
def read_by(person):
    keys = {"who": _("Who looked"), "what": _("At what"), "why": _("Why"), "at": _("When")}
    found = person.read_by.select_related("reader")
    rows = [(one.reader.name, _(one.what), one.why, one.at) for one in found]
    return Group("read_by", _("Who looked at what is private to you"), keys, rows)


@gathers("accounts.PrivateRead.reader")
def looked_at(person):
    """Not whose: that is private to the other person."""
    keys = {"what": _("What"), "why": _("Why"), "at": _("When")}
    rows = [(_(one.what), one.why, one.at) for one in person.private_reads.all()]
    return Group("looked_at", _("When you looked at other people’s private things"), keys, rows)


@gathers("privacy.LegalHold.person")
def holds(person):
    keys = {"organisation": _("Organisation"), "since": _("Since")}
    found = LegalHold.objects.standing().filter(person=person).select_related("organisation")
    rows = [(one.organisation.name, one.since) for one in found]
    about = _("While this stands, nothing of yours may be destroyed. Ask the organisation why.")
    return Group("holds", _("Kept for a legal reason"), keys, rows, about)


GROUPS = (agreements, consents, read_by, looked_at, holds)
