"""What anyone finds at the front door of the demonstration: public pages, and what was proposed."""

from projects.models import Project
from proposals.models import Proposal

PROPOSED = (
    {
        "problem": "The last bus goes at five. Who has an evening appointment cannot get home.",
        "idea": "Let people choose a morning, or pay for the taxi when there is no bus.",
        "affected": "People from the villages. Carers who drive them. The clinic's evening staff.",
        "already_said": "Three people said it at the carers' lunch in June.",
        "name": "Joan from the carers' lunch",
        "reach": "01632 960017",
    },
    {
        "problem": "The letters about an operation are long, and the important part comes last.",
        "idea": "Put what to bring and when to stop eating on the first page, with a picture.",
        "origin": "team",
    },
)


def open_front_door(organisation):
    """Each project that is not closed shows its page; two big ideas wait for an answer.

    No line of activity: by now the days of all that happened in them are settled.
    """
    Project.objects.open().filter(organisation=organisation).update(is_published=True)
    for number, said in enumerate(PROPOSED):
        Proposal.propose(organisation, mark=f"the demonstration's form {number}", **said)
