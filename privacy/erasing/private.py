"""What was private to someone, and what others entrusted to them."""

from django.db.models import Q

from needs.models import AskedAnotherWay
from projects.consents.models import Consent
from projects.conversation.models import Asker, Follower
from projects.conversation.models.askers import mark_of_address
from projects.ideas.models import Giver, MeToo
from projects.partnership.models import OnPaper
from proposals.models import Proposal


def erase_private(person, role, names):
    """Needs, requests, claims, agreements, who looked; and what others entrusted to them.

    Their ideas stay, like all they said to the group; that they wanted what others said goes.
    """
    consents = Consent.objects.filter(membership__user=person)
    return {
        "needs": person.needs.all().delete()[0],
        "requests": asked_by(person).delete()[0],
        "claims": person.claims.all().delete()[0],
        "agreements": person.agreements.all().delete()[0],
        "consents": consents.delete()[0],
        "private_reads": person.read_by.all().delete()[0],
        "check_ins_on_paper": OnPaper.objects.filter(member__user=person).delete()[0],
        "me_toos": MeToo.objects.filter(by=person).delete()[0],
        "trusted_with": person.named_for.all().delete()[0]
        + person.arranges.all().delete()[0]
        + person.keeps_payment.all().delete()[0],
    }


def erase_proposals(person, role, names):
    """What came to a project stays, and nothing says that it was theirs; the rest goes whole."""
    theirs = Q(proposed_by=person)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    rows = Proposal.objects.filter(theirs)
    gone = rows.filter(project=None).delete()[0]
    for proposal in rows:
        proposal.forget()
    return {"proposals": gone}


def erase_contacts(person, role, names):
    """Their address beside what they gave, asked or follow from outside.

    Not counted: nobody learns of any.
    """
    if person.email:
        for giver in Giver.objects.filter(email__iexact=person.email):
            giver.forget()
        mark = mark_of_address(person.email)
        for follower in Follower.objects.filter(address_mark=mark):
            follower.stop()
        for asker in Asker.objects.filter(address_mark=mark):
            asker.forget()
    return {}


def asked_by(person):
    """Also what they asked while they were signed out, by the address they gave."""
    theirs = Q(asker=person)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    return AskedAnotherWay.objects.filter(theirs)
