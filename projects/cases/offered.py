"""For the demonstration: what the organisation pays, and what people proposed to it."""

from datetime import timedelta

from django.utils import timezone

from projects.cases.working_tools import propose
from projects.payment.models import Rate
from proposals.models import Proposal

NOTE = "The same for everyone who is not paid by us already."
LAST_YEAR, THIS_YEAR = 500, 200
"""Days ago."""


def say_what_is_paid(organisation, cast):
    """Rates, one of them raised since."""
    iris, today = cast["iris"], timezone.localdate()
    began, raised = (today - timedelta(days=days) for days in (LAST_YEAR, THIS_YEAR))
    meeting = {"what": "A meeting of up to two hours", "unit": Rate.Unit.MEETING, "note": NOTE}
    old = Rate.add(organisation, by=iris, amount=20, from_on=began, **meeting)
    old.replace(by=iris, amount=25, from_on=raised, **meeting)
    more = [
        ("Reading papers or trying something out", 12, Rate.Unit.HOUR, "Agree the hours first."),
        ("A mile in your own car", "0.45", Rate.Unit.MILE, "Or the bus or train, as it costs."),
        ("Someone who looks after a person meanwhile", None, Rate.Unit.COST, "Tell us before."),
    ]
    for what, amount, unit, note in more:
        about = {"what": what, "amount": amount, "unit": unit, "note": note}
        Rate.add(organisation, by=iris, from_on=began, **about)


WAITING = (
    (5, {
        "problem": "The lift to the memory clinic is out of order about once a month. Then my "
        "husband and I go home again, because he cannot do the stairs.",
        "idea": "Tell people on the phone, the evening before, when the lift is out. And keep one "
        "room on the ground floor for those days.",
        "affected": "Everyone who cannot climb stairs, and those who bring them.",
        "already_said": "The woman at the desk told me that three people had asked that week.",
        "name": "Pat",
        "reach": "01632 960188, best after four",
    }),
    (2, {
        "problem": "On Fridays there is never anyone who signs. My deaf neighbour has stopped "
        "coming.",
        "idea": "One morning a week when a sign language interpreter is there for everyone.",
        "affected": "Deaf people, and staff who would like to talk with them.",
    }),
)  # fmt: skip
REFUSED = (
    {
        "problem": "The car park at the hospital costs more than the bus.",
        "idea": "Make parking free for everyone.",
        "affected": "Everyone who drives here.",
    },
    "Parking belongs to the council, so this is not ours to change. We have sent your words to "
    "them. What we can do: whoever comes three times a week pays nothing. Ask at the front desk.",
)


def receive_proposals(organisation, cast):
    """One that waits with a way to reach the proposer, one without, and one that got a no."""
    today = timezone.localdate()
    words, because = REFUSED
    refused = propose(organisation, today - timedelta(days=34), **words)
    refused.refuse(by=cast["iris"], because=because)
    answered = timezone.now() - timedelta(days=30)
    Proposal.objects.filter(pk=refused.pk).update(answered_at=answered)
    for days_ago, said in WAITING:
        propose(organisation, today - timedelta(days=days_ago), **said)
