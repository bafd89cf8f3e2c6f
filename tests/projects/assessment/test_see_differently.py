import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def url(concluded):
    return f"{concluded.get_absolute_url()}see-differently/"


def test_it_stands_beside_the_choice_and_the_decision(signed_in, participant, lead, concluded, url):
    response = signed_in(participant).post(url, {"note": "Too little."})

    assert response.url == f"{concluded.get_absolute_url()}#voices"
    client = signed_in(lead)
    for address in (concluded.get_absolute_url(), concluded.decision.get_absolute_url()):
        assert "Too little." in client.get(address).text
    assert Message.objects.filter(to=lead, subject="Someone sees a decision differently").exists()


def test_a_no_takes_the_place_of_a_yes(signed_in, participant, concluded, url):
    concluded.agree(by=participant)
    signed_in(participant).post(url, {"note": "No."})

    assert not concluded.agreements.exists()
    assert Page(signed_in(participant).get(url)).values["note"] == "No."


def test_without_words_nothing_is_said(signed_in, participant, concluded, url):
    response = signed_in(participant).post(url, {"note": " "})

    assert "Write something here." in response.text
    assert not concluded.decision.views.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, concluded, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url).status_code == client.post(url, {"note": "x"}).status_code == status
