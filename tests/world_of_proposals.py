"""What people proposed: one waits, and one of each answer."""

from proposals.models import ContactRead
from tests import factories


def fill_proposals(say, world):
    """What an address may name: the number of the one that waits, and its code."""
    involvement, organisation = world.cast["involvement"], world.full.organisation
    words = {
        name: say(name)
        for name in ("problem", "idea", "affected", "already_decided", "already_said")
    }
    words |= {"name": say("who proposes")[:80], "reach": say("how to reach them")[:400]}
    waits, proposal_code = factories.make_proposal(organisation, **words)
    for reply in ("yes", "given", "no"):
        proposal, _code = factories.make_proposal(organisation, **words)
        if reply == "yes":
            title, lead = say("what it became")[:200], world.cast["lead"]
            proposal.accept(title, by=involvement, lead=lead, reply=say(reply))
        elif reply == "given":
            proposal.join_to(world.empty, by=involvement, reply=say(reply))
        else:
            proposal.refuse(by=involvement, because=say(reply))
    ContactRead.objects.create(proposal=waits, reader=involvement)
    factories.make_proposal(organisation, by=world.cast["participant"], **words)
    return {"proposal_id": waits.pk, "proposal_code": proposal_code}
