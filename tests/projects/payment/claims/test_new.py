from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.models import Hand
from projects.payment.models import Claim, PaymentKeeper


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/payment/claims/new/"


def test_a_member_claims_and_whoever_looks_after_it_is_told(
    signed_in, participant, keeper, project, typed, url
):
    before = project.activity.count()
    client = signed_in(participant)
    for _press in range(2):
        response = client.post(url, typed)

    claim = Claim.objects.get()
    assert response.url == f"/projects/{project.pk}/payment/"
    assert (claim.person, claim.what, claim.amount, claim.status) == (
        participant,
        "The meeting in the library",
        Decimal("4.50"),
        "asked",
    )
    assert claim.on == timezone.localdate() - timedelta(days=3)
    message = Message.objects.get(subject="Someone would like to claim")
    assert (message.to, message.at_once) == (keeper, True)
    assert "library" not in message.text and participant.name not in message.text
    assert project.activity.count() == before


def test_when_nobody_was_chosen_the_first_lead_looks_after_it(
    signed_in, participant, lead, project, typed, url
):
    response = signed_in(participant).post(url, typed, follow=True)

    assert PaymentKeeper.of(project) == lead
    assert "Asha Lead has been told." in response.text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("what", "", "Write something here."),
        ("what", "Pay 12-34-56, 12345678", "we never keep such numbers here"),
        ("what", "QQ 12 34 56 C", "we never keep such numbers here"),
        ("amount", "lots", "Write an amount in pounds, like 4.50."),
        ("amount", "-1", "greater than or equal to 0"),
        ("amount", "NaN", "Write an amount in pounds, like 4.50."),
        ("on_year", "", "Write the day, the month and the year."),
        ("on_year", "1999", "Choose a day within two years of today."),
    ],
)
def test_what_is_wrong_is_said(signed_in, participant, keeper, typed, url, name, value, said):
    assert said in signed_in(participant).post(url, typed | {name: value}).text
    assert Claim.objects.count() == 0


def test_the_form_says_what_never_belongs_here(signed_in, participant, keeper, url):
    text = signed_in(participant).get(url).text

    assert "Never write a bank account" in text
    assert "Asha Lead looks after payment." in text


def test_someone_writes_it_down_for_a_member(
    signed_in, lead, participant, keeper, project, typed, url
):
    member = project.memberships.get(user=participant)
    hand = Hand.record_for(member, by=lead)
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    client.post(url, typed | {"written_for": str(hand.pk)})

    claim = Claim.objects.get()
    assert (claim.person, claim.hand) == (participant, hand)


def test_a_group_does_not_claim(signed_in, lead, keeper, project, typed, url):
    hand = Hand.record_group(project, by=lead, group="Tuesday group")
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()

    assert client.post(url, typed | {"written_for": str(hand.pk)}).status_code == 404


def test_also_when_the_project_is_over(signed_in, participant, lead, keeper, project, typed, url):
    project.turn("complete", by=lead, because="Done.")
    signed_in(participant).post(url, typed)

    assert Claim.objects.count() == 1


def test_who_may(signed_in, observer, involvement, outsider, typed, url):
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, typed).status_code == status
    assert Claim.objects.count() == 0
