import pytest
from django.utils import timezone


@pytest.fixture
def press(url, row):
    return f"{url}{row.pk}/done/"


def test_a_participant_says_that_it_is_done_and_takes_it_back(
    signed_in, participant, lead, row, press
):
    row.change(by=lead, action="Ask them.")
    client = signed_in(participant)
    for _press in range(2):
        response = client.post(press, {"done": "yes"})
    row.refresh_from_db()
    assert (row.done_on, response.url) == (timezone.localdate(), row.get_absolute_url())
    said = "did what the equality check asks for:"
    assert row.project.activity.filter(what=said).count() == 1

    client.post(press, {"done": ""})
    row.refresh_from_db()
    assert row.done_on is None
    assert row.project.activity.first().what == "took up again in the equality check:"


def test_nothing_to_do_is_not_done(signed_in, lead, row, press):
    signed_in(lead).post(press, {"done": "yes"})

    row.refresh_from_db()
    assert row.done_on is None


def test_gone_meanwhile_leads_to_the_check(signed_in, lead, row, press, url):
    row.take_away(by=lead)

    assert signed_in(lead).post(press, {"done": "yes"}).url == url


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, lead, row, press, who, status):
    row.change(by=lead, action="Ask them.")

    assert signed_in(request.getfixturevalue(who)).post(press, {"done": "1"}).status_code == status
    row.refresh_from_db()
    assert row.done_on is None
