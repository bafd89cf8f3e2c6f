from datetime import timedelta

import pytest
from django.utils import timezone

from projects.payment.models import Rate


@pytest.fixture
def url(rate):
    return f"/projects/payment/rates/{rate.pk}/stop/"


def test_today_is_the_last_day(signed_in, involvement, rate, url):
    client = signed_in(involvement)
    assert "Today is the last day." in client.get(url).text
    for _press in range(2):
        client.post(url)

    today = timezone.localdate()
    assert list(Rate.objects.in_force(today)) == [rate]
    assert list(Rate.objects.in_force(today + timedelta(days=1))) == []


def test_others_may_not(signed_in, lead, other_involvement, rate, url):
    for person in (lead, other_involvement):
        assert signed_in(person).post(url).status_code == 404
    rate.refresh_from_db()
    assert rate.until is None
