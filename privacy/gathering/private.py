"""What is private to a person, what they agreed to, and who looked at it."""

from django.utils.translation import gettext as _

from needs.models import AskedAnotherWay
from privacy.gathering.group import Group, gathers
from privacy.models import LegalHold
from projects.consents.models import Consent
from projects.ideas.models import ContactRead
from projects.models import Hand, Support
from projects.payment.models import Claim
from projects.team.models import Invitation
from proposals.models import Proposal
from ui.jinja import day


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
        "asked": _("What we asked"),
        "how": _("How you answered"),
        "given_at": _("You said yes"),
        "withdrawn_at": _("You said no, or took it back"),
        "used": _("Where it was used"),
    }
    found = Consent.objects.filter(membership__user=person)
    rows = [
        (
            one.membership.project.title,
            one.get_use_display(),
            f"{one.words.question} {one.words.means}",
            one.get_how_display(),
            one.given_at,
            one.withdrawn_at,
            "; ".join(f"{day(use.at)}: {use.in_words}" for use in one.uses.all()),
        )
        for one in found.select_related("membership__project").prefetch_related("uses")
    ]
    return Group("consents", _("What you let others use"), keys, rows)


@gathers("accounts.PrivateRead.of")
def read_by(person):
    keys = {"who": _("Who looked"), "what": _("At what"), "why": _("Why"), "at": _("When")}
    found = person.read_by.select_related("reader")
    rows = [(one.reader.name, _(one.what), one.why, one.at) for one in found]
    return Group("read_by", _("Who looked at what is private to you"), keys, rows)


@gathers("accounts.PrivateRead.reader", "ideas.ContactRead.reader")
def looked_at(person):
    """Not whose: that is private to the other person."""
    keys = {"what": _("What"), "why": _("Why"), "at": _("When")}
    rows = [(_(one.what), one.why, one.at) for one in person.private_reads.all()]
    contacts = ContactRead.objects.filter(reader=person)
    rows += [(_("how to reach someone who gave an idea"), "", one.at) for one in contacts]
    return Group("looked_at", _("When you looked at other people’s private things"), keys, rows)


@gathers("privacy.LegalHold.person")
def holds(person):
    keys = {"organisation": _("Organisation"), "since": _("Since")}
    found = LegalHold.objects.standing().filter(person=person).select_related("organisation")
    rows = [(one.organisation.name, one.since) for one in found]
    about = _("While this stands, nothing of yours may be destroyed. Ask the organisation why.")
    return Group("holds", _("Kept for a legal reason"), keys, rows, about)


@gathers("needs.Need.person")
def needs(person):
    keys = {
        "need": _("What you need"),
        "words": _("In your own words"),
        "told_by": _("Told by"),
        "told_at": _("Told"),
        "shown_to": _("Who you showed it to"),
        "arranged": _("What was arranged"),
        "ended_at": _("No longer needed since"),
    }
    found = person.needs.select_related("kind", "told_by")
    rows = [
        (
            one.title,
            one.words,
            one.told_by.name,
            one.told_at,
            ", ".join(shown.person.name for shown in one.named.all()),
            "\n".join(done.words for done in one.arrangements.all()),
            one.ended_at,
        )
        for one in found.prefetch_related("named__person", "arrangements")
    ]
    return Group("needs", _("What you need to take part"), keys, rows)


@gathers("needs.AskedAnotherWay.asker")
def asked(person):
    keys = {
        "way": _("Which way"),
        "words": _("In your own words"),
        "page": _("About which page"),
        "name": _("Name"),
        "email": _("E-mail address"),
        "phone": _("Phone number"),
        "postal_address": _("Postal address"),
        "asked_at": _("Asked"),
        "answer": _("What was done"),
        "answered_at": _("Answered"),
    }
    found = AskedAnotherWay.objects.filter(asker=person)
    rows = [
        (
            one.way_in_words,
            one.words,
            one.page,
            one.name,
            one.email,
            one.phone,
            one.post_to,
            one.asked_at,
            one.answer,
            one.answered_at,
        )
        for one in found
    ]
    return Group("requests", _("What you asked for another way"), keys, rows)


@gathers("payment.Claim.person")
def claims(person):
    keys = {
        "project": _("Project"),
        "what": _("What for"),
        "on": _("Which day"),
        "amount": _("How much"),
        "status": _("How it stands"),
        "because": _("Why"),
        "asked_at": _("Asked"),
    }
    found = Claim.objects.filter(person=person).select_related("project")
    rows = [
        (
            one.project.title,
            one.what,
            one.on,
            one.amount,
            one.get_status_display(),
            one.because,
            one.asked_at,
        )
        for one in found
    ]
    return Group("claims", _("What you claimed"), keys, rows)


@gathers("projects.Support.member", "projects.Support.helper")
def help_with(person):
    keys = {
        "project": _("Project"),
        "member": _("Who takes part"),
        "helper": _("Who helps"),
        "named_at": _("Named"),
        "agreed_at": _("Agreed"),
        "ended_at": _("Ended"),
    }
    found = Support.objects.filter(member__user=person) | Support.objects.filter(helper=person)
    rows = [
        (one.project.title, str(one.member), one.whom, one.named_at, one.agreed_at, one.ended_at)
        for one in found.with_people().select_related("project")
    ]
    return Group("help", _("Who helps you, and whom you help"), keys, rows)


@gathers("projects.Hand.member")
def written_for(person):
    keys = {"project": _("Project"), "by": _("Who wrote"), "how": _("How"), "until": _("Until")}
    found = Hand.objects.filter(member__user=person).select_related("typed_by", "project")
    rows = [
        (one.project.title, one.typed_by.name, one.get_how_display(), one.until) for one in found
    ]
    return Group("written_for", _("Who wrote for you"), keys, rows)


@gathers("team.Invitation.member", "team.Invitation.connects")
def invited(person):
    keys = {
        "project": _("Project"),
        "way": _("How you were asked"),
        "what_for": _("What for"),
        "offer": _("What was offered"),
        "made_at": _("Asked"),
        "accepted_at": _("You said yes"),
    }
    found = Invitation.objects.filter(member__user=person) | Invitation.objects.filter(
        connects__user=person
    )
    rows = [
        (
            one.project.title,
            one.get_way_display(),
            one.what_for,
            one.offer,
            one.made_at,
            one.accepted_at,
        )
        for one in found.select_related("project")
    ]
    return Group("invitations", _("Invitations to you"), keys, rows)


@gathers("proposals.Proposal.proposed_by")
def proposed(person):
    keys = {
        "organisation": _("Organisation"),
        "problem": _("The problem"),
        "idea": _("The idea"),
        "affected": _("Who it could affect"),
        "already_decided": _("Already decided"),
        "already_said": _("Already said"),
        "proposed_on": _("Proposed"),
        "state": _("What became of it"),
        "reply": _("What we answered"),
    }
    rows = [
        (
            one.organisation.name,
            one.problem,
            one.idea,
            one.affected,
            one.already_decided,
            one.already_said,
            one.proposed_on,
            one.get_state_display(),
            one.reply,
        )
        for one in Proposal.objects.filter(proposed_by=person).select_related("organisation")
    ]
    return Group("proposals", _("Big ideas you proposed"), keys, rows)


GROUPS = (
    agreements,
    consents,
    needs,
    asked,
    claims,
    help_with,
    written_for,
    invited,
    proposed,
    read_by,
    looked_at,
    holds,
)
