from datetime import timedelta

import pytest
from django.utils import timezone

from projects.payment.models import Rate
from tests.factories import make_offer


@pytest.fixture
def url(rate):
    return f"/projects/payment/rates/{rate.pk}/change/"


def test_a_new_version_is_paid_from_a_day_and_the_old_one_stays(
    signed_in, administrator, project, rate, typed, url
):
    Rate.objects.update(from_on=timezone.localdate() - timedelta(days=30))
    client = signed_in(administrator)
    for _press in range(2):
        client.post(url, typed)

    old, new = Rate.objects.order_by("pk")
    yesterday = timezone.localdate() - timedelta(days=1)
    assert (old.amount, old.until, new.amount, new.until) == (20, yesterday, 25, None)
    assert new.replaces == old
    offer = make_offer(project)
    assert [one.how_much for one in offer.rates] == ["£25.00 for a meeting"]
    assert [one.amount for one in Rate.objects.in_force(yesterday)] == [20]


def test_two_at_once_both_are_shown(signed_in, administrator, involvement, rate, typed, url):
    signed_in(involvement).post(url, typed | {"amount": "22"})
    response = signed_in(administrator).post(url, typed)

    newest = Rate.objects.get(amount=22)
    assert response.status_code == 409
    assert f"/projects/payment/rates/{newest.pk}/change/" in response.text
    assert Rate.objects.count() == 2


def test_others_may_not(signed_in, lead, other_involvement, rate, typed, url):
    for person in (lead, other_involvement):
        assert signed_in(person).post(url, typed).status_code == 404
    assert Rate.objects.count() == 1
