import pytest

from outbox.models import Message
from projects.ideas.models import Idea
from tests.reading import Page

WHY = "The lease forbids it."


@pytest.fixture
def url(idea):
    return f"{idea.get_absolute_url()}became/"


def test_a_lead_says_what_became_of_it_and_everyone_behind_it_hears(
    signed_in, lead, participant, observer, idea, url
):
    idea.me_too(by=observer)
    response = signed_in(lead).post(url, {"status": "not_used", "because": WHY, "after": "0"})

    idea.refresh_from_db()
    assert response.url == idea.get_absolute_url()
    assert (idea.status, idea.because) == ("not_used", WHY)
    told = Message.objects.filter(subject="What became of an idea")
    assert {message.to for message in told} == {participant, observer}
    assert told.first().text == (
        "You gave this idea, or want it too: “A quiet corner.”\n\n"
        "Now: Not used, because…\n\nThe lease forbids it."
    )


@pytest.mark.parametrize("status", ["partly", "not_used"])
def test_a_no_and_a_half_yes_need_their_reason(signed_in, lead, idea, url, status):
    page = Page(signed_in(lead).post(url, {"status": status, "because": " ", "after": "0"}))

    assert page.text("id_because-error").endswith(
        "Write the reason. People who gave ideas will ask."
    )
    assert page.values["status"] == status
    idea.refresh_from_db()
    assert idea.status == "new"


@pytest.mark.parametrize("status", ["looking", "used", "new"])
def test_others_need_none(signed_in, lead, idea, url, status):
    response = signed_in(lead).post(url, {"status": status, "after": "0"})

    idea.refresh_from_db()
    assert response.status_code == 302
    assert idea.status == status


def test_pressed_twice_it_is_said_once(signed_in, lead, idea, url):
    client, typed = signed_in(lead), {"status": "used", "because": "Yes.", "after": "0"}
    first, second = (client.post(url, typed) for _one in range(2))

    assert first.url == second.url
    assert idea.outcomes.count() == 1
    assert Message.objects.filter(subject="What became of an idea").count() == 1


def test_two_leads_at_once_and_the_second_sees_both(signed_in, lead, participant, idea, url):
    idea.becomes("looking", by=participant)
    client = signed_in(lead)
    response = client.post(url, {"status": "not_used", "because": WHY, "after": "0"})

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Ben Participant changed this while you were writing")
    assert "What you wrote We do not use it What is there now We are looking at it" in shown
    assert Idea.objects.get().status == "looking"
    again = {name: page.values[name] for name in ("status", "because", "after")}
    assert client.post(url, again).url == idea.get_absolute_url()
    assert Idea.objects.get().because == WHY


def test_what_is_wrong_is_said(signed_in, lead, url):
    page = Page(signed_in(lead).post(url, {"status": "eaten", "because": "nul\x00l"}))

    assert "Choose one of these." in page.text("id_status-error")
    assert "There is a sign in this text" in page.text("id_because-error")


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(signed_in, others, idea, url, method):
    typed = {"status": "used", "after": "0"}

    assert others(signed_in, method, url, typed) == [403, 403, 403, 404]
    assert Idea.objects.get().status == "new"
