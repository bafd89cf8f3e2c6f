import pytest

from outbox.models import Message


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/close/"


def test_it_asks_first_and_says_when_too_few_have_answered(signed_in, lead, members, check_in, url):
    text = signed_in(lead).get(url).text
    assert "Too few people have answered." in text
    check_in.refresh_from_db()
    assert check_in.closed_on is None


def test_a_lead_closes_it_and_the_team_is_told(signed_in, lead, members, check_in, url, answer_all):
    answer_all(members[:6], [4] * 6)
    client = signed_in(lead)
    response = client.post(url)
    client.post(url)

    check_in.refresh_from_db()
    assert response.url == check_in.get_absolute_url()
    told = Message.objects.filter(subject="What people say about working together")
    assert told.count() == 11
    assert "choose one thing to fix" in told.first().text


def test_with_fewer_than_five_the_team_hears_that_nothing_is_shown(
    signed_in, lead, members, check_in, url
):
    signed_in(lead).post(url)

    told = Message.objects.filter(subject="What people say about working together").first()
    assert "nothing is shown" in told.text


def test_only_leads(signed_in, members, url):
    assert signed_in(members[3].user).post(url).status_code == 403
