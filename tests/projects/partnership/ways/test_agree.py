import pytest

from projects.models import Hand
from projects.partnership.models import Ways
from tests.reading import Page


@pytest.fixture
def ways(project, lead):
    return Ways.write(project, by=lead, text="We listen.")


@pytest.fixture
def url(ways, base):
    return f"{base}/ways/{ways.pk}/agree/"


def test_a_member_agrees_once(signed_in, participant, project, ways, url, base):
    client = signed_in(participant)
    response = client.post(url, {"note": ""})
    client.post(url, {"note": ""})

    assert response.url == f"{base}/ways/#voices"
    voice = ways.voices.get()
    assert (voice.by, voice.agrees) == (participant, True)
    assert project.activity.filter(what="agrees:").count() == 1
    client.post(url, {"note": "At last."})
    assert ways.voices.get().note == "At last."
    assert Page(client.get(url)).values["note"].strip() == "At last."


def test_it_is_written_down_for_someone_in_the_room(
    signed_in, lead, participant, project, ways, url, base
):
    hand = Hand.record_for(project.memberships.get(user=participant), by=lead)
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    client.post(url, {"note": "", "written_for": str(hand.pk)})

    voice = ways.voices.get()
    assert (voice.by, voice.hand) == (participant, hand)
    text = client.get(f"{base}/ways/").text
    assert "Ben Participant (written down by Asha Lead) agrees." in text


def test_not_to_words_that_were_changed(signed_in, participant, project, lead, ways, url):
    Ways.write(project, by=lead, text="We listen well.")
    response = signed_in(participant).post(url, {"note": ""}, follow=True)

    assert "The wording has been changed." in response.text
    assert not ways.voices.exists()


def test_others_may_not(signed_in, observer, outsider, url):
    assert signed_in(observer).post(url, {"note": ""}).status_code == 403
    assert signed_in(outsider).post(url, {"note": ""}).status_code == 404
