from datetime import timedelta

import pytest
from django.utils import timezone

from projects.partnership.models import Ways
from tests.factories import make_member


@pytest.fixture
def url(base):
    return f"{base}/ways/"


def test_empty_it_says_how_to_begin(signed_in, lead, observer, url):
    assert "Write it down" in signed_in(lead).get(url).text
    assert "Anyone in the team who may write can begin." in signed_in(observer).get(url).text


def test_who_agrees_who_cannot_yet_and_who_has_not_said(
    signed_in, lead, participant, observer, project, url
):
    ways = Ways.write(project, by=lead, text="We listen.\nWe end on time.")
    ways.say(by=participant, agrees=False, note="I need breaks.")
    text = signed_in(observer).get(url).text

    assert "Someone cannot agree yet." in text
    assert "I need breaks." in text
    assert "Not said yet: Asha Lead" in text
    assert "I agree" not in text


def test_everyone_agrees(signed_in, lead, participant, project, url):
    ways = Ways.write(project, by=lead, text="We listen.")
    for person in (lead, participant):
        ways.say(by=person, agrees=True)

    assert "Everyone in the team agrees." in signed_in(lead).get(url).text


def test_when_its_day_has_come_it_says_so(signed_in, lead, project, url):
    Ways.write(project, by=lead, text="We listen.", revisit_on=timezone.localdate())
    assert "It is time to look at this again." in signed_in(lead).get(url).text
    later = timezone.localdate() + timedelta(days=1)
    Ways.write(project, by=lead, text="We listen.", revisit_on=later)
    assert "It is time to look at this again." not in signed_in(lead).get(url).text


def test_the_same_queries_with_one_voice_and_with_three(
    signed_in, lead, participant, project, url, queries
):
    others = [make_member(project) for _number in range(3)]
    ways = Ways.write(project, by=lead, text="We listen.")
    ways.say(by=participant, agrees=True)
    one = queries(signed_in(lead), url)
    for member in others:
        ways.say(by=member.user, agrees=True)

    assert queries(signed_in(lead), url) == one
