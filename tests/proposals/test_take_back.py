import pytest

from proposals.models import Proposal


@pytest.fixture
def url(code):
    return f"/proposals/follow/{code}/take-back/"


def test_it_asks_first_and_then_what_waited_is_gone(client, proposal, url):
    assert "Yes, take it back" in client.get(url).text
    client.post(url)
    assert Proposal.objects.count() == 1
    assert "Your idea is gone." in client.post(url, {"take_back": "yes"}).text
    assert Proposal.objects.count() == 0
    assert client.get(url).status_code == 404


def test_what_was_answered_stays_without_who_it_was(client, involvement, proposal, url):
    proposal.refuse(by=involvement, because="No.")
    client.post(url, {"take_back": "yes"})

    proposal.refresh_from_db()
    assert (proposal.name, proposal.email, proposal.reach) == ("", "", "")
    assert proposal.idea == "Soft shoes for everyone."
    assert "Forget who I am" not in client.get(url.replace("take-back/", "")).text


def test_an_answer_that_came_a_moment_before_is_kept(client, involvement, proposal, url):
    """The page was opened while it waited."""
    late = Proposal.objects.get()
    proposal.refuse(by=involvement, because="No.")
    late.take_back()

    assert Proposal.objects.get().state == "refused"
