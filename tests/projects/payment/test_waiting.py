from datetime import timedelta

from django.utils import timezone

from projects.next_thing import next_thing_for
from projects.payment.models import Claim
from tests.factories import make_claim, make_member
from ui.display import Display


def made_late():
    Claim.objects.update(asked_at=timezone.now() - timedelta(days=15))


def test_a_late_claim_is_the_next_thing_of_whoever_looks_after_payment(
    project, keeper, participant
):
    make_claim(project, person=participant, what="A taxi home")
    assert "payment" not in str(next_thing_for(keeper, Display()))
    made_late()
    where, thing = next_thing_for(keeper, Display())

    assert where == project
    assert thing.address == f"/projects/{project.pk}/payment/claims/"
    assert "two weeks ago" in thing.sentence
    assert "taxi" not in thing.sentence


def test_when_nobody_looks_after_payment_a_lead_is_asked_to_choose(project, keeper, participant):
    other = make_member(project, "lead", "carer")
    make_claim(project, person=participant)
    project.memberships.get(user=keeper).leave(by=keeper)
    _where, thing = next_thing_for(other.user, Display())

    assert thing.address == f"/projects/{project.pk}/payment/keeper/"


def test_what_is_passed_on_waits_for_nobody(project, keeper, participant):
    make_claim(project, person=participant).turn("passed_on", by=keeper)
    made_late()

    assert "payment" not in str(next_thing_for(keeper, Display()))
