import pytest

from projects.payment.models import Claim, PaymentKeeper
from tests.factories import make_claim, make_member


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/keeper/"


def test_a_lead_chooses_which_lead_looks_after_payment(
    signed_in, lead, participant, project, keeper, url
):
    other = make_member(project, "lead", "carer")
    claim = make_claim(project, person=participant)
    signed_in(lead).post(url, {"member": other.pk})

    assert PaymentKeeper.of(project) == other.user
    assert list(Claim.objects.visible_to(other.user)) == [claim]
    assert list(Claim.objects.visible_to(lead)) == []


def test_only_leads_can_be_chosen(signed_in, lead, participant, project, url):
    member = project.memberships.get(user=participant)

    assert signed_in(lead).post(url, {"member": member.pk}).status_code == 200
    assert PaymentKeeper.of(project) is None


def test_one_who_leads_no_more_sees_nothing_more(participant, project, lead, keeper):
    make_member(project, "lead", "carer")
    make_claim(project, person=participant)
    project.memberships.get(user=lead).change(by=lead, role="participant")

    assert PaymentKeeper.of(project) is None
    assert list(Claim.objects.visible_to(lead)) == []


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, {}).status_code == status
