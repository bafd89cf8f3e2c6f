"""Of the world: whom the change affects, what the team is for, and what people are paid."""

from datetime import timedelta

from django.utils import timezone

from projects.models import AffectedGroup
from projects.payment.models import Claim, PaymentKeeper, PaymentOffer, Rate


def fill_team(say, project, lead):
    for number, here in enumerate(AffectedGroup.Here):
        AffectedGroup.add(
            project, by=lead, name=say(f"group {number}")[:200], affected=say("how it affects"),
            here=here, ask=say("whom to ask"),
        )  # fmt: skip
    project.say_purpose(say("what the team is for")[:300], by=lead, was=project.purpose)
    details = {name: say(name)[:200] for name in PaymentOffer.SAID if name != "pays"}
    PaymentOffer.say(project, by=lead, pays=PaymentOffer.Pays.RATES, **details)


def fill_payment(say, world):
    """What the organisation pays, now and before; what the participant and the lead claim."""
    lead, participant, today = world.cast["lead"], world.cast["participant"], timezone.localdate()
    paid = {"amount": 20, "unit": Rate.Unit.MEETING, "note": say("what to know")}
    old = Rate.add(
        world.full.organisation, by=world.cast["administrator"], what=say("what we pay for")[:200],
        from_on=today - timedelta(days=400), **paid,
    )  # fmt: skip
    old.replace(
        by=world.cast["involvement"], what=old.what, from_on=today, **(paid | {"amount": 25})
    )
    for project in (world.full, world.other):
        PaymentKeeper.choose(project, project.started_by, by=project.started_by)
    refused = Claim.ask(world.full, participant, what=say("my claim")[:200], on=today)
    refused.turn(Claim.Status.NOT_PAID, by=lead, because=say("why it is not paid")[:500])
    Claim.ask(world.full, participant, what=say("my other claim")[:200], on=today, amount=4)
    Claim.ask(world.full, lead, what=say("what the lead claims")[:200], on=today)
    Claim.ask(world.other, world.cast["other_lead"], what=say("elsewhere")[:200], on=today)


def values_of_team(world, project):
    """What addresses may name of it: the last group, a rate in force, a claim that waits."""
    group = project.groups.last()
    rate = project.organisation.rates.filter(until=None).first()
    whose = world.cast["participant"]
    claim = project.claims.waiting().filter(person=whose).first() or project.claims.first()
    return {
        "group_id": group.pk if group else 0,
        "rate_id": rate.pk if rate else 0,
        "claim_id": claim.pk if claim else 0,
    }
