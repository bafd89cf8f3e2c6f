from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_rate

URL = "/projects/payment/rates/"


def test_it_says_what_is_paid_now_later_and_before(signed_in, administrator, organisation):
    today = timezone.localdate()
    old = make_rate(organisation, what="A meeting", amount=10, from_on=today - timedelta(days=99))
    now = {"what": "A meeting", "unit": "meeting", "note": "", "from_on": today}
    old.replace(by=administrator, amount=20, **now)
    make_rate(organisation, what="A day", unit="day", from_on=today + timedelta(days=9))
    text = signed_in(administrator).get(URL).text

    assert text.index("£20.00 for a meeting") < text.index("From a later day")
    assert text.index("From a later day") < text.index("£20.00 for a day")
    assert text.index("What we paid before") < text.index("£10.00 for a meeting")


def test_empty_it_says_how_to_begin(signed_in, involvement):
    assert "Begin with what you pay for a meeting" in signed_in(involvement).get(URL).text


@pytest.mark.parametrize("who", ["lead", "participant", "outsider"])
def test_there_is_none_for_others(request, signed_in, who):
    assert signed_in(request.getfixturevalue(who)).get(URL).status_code == 404


def test_nobody_sees_another_organisation(signed_in, other_involvement, rate):
    assert "A meeting</strong>" not in signed_in(other_involvement).get(URL).text


def test_one_and_three_rates_ask_the_same(signed_in, involvement, organisation, rate, queries):
    client = signed_in(involvement)
    client.get(URL)
    one = queries(client, URL)
    for _number in range(2):
        make_rate(organisation)

    assert queries(client, URL) == one
