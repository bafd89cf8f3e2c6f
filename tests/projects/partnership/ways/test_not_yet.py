import pytest

from projects.partnership.models import Ways
from tests.reading import Page


@pytest.fixture
def ways(project, lead):
    return Ways.write(project, by=lead, text="We listen.")


@pytest.fixture
def url(ways, base):
    return f"{base}/ways/{ways.pk}/not-yet/"


def test_who_cannot_agree_says_why(signed_in, participant, ways, url):
    client = signed_in(participant)
    assert "Write something here." in Page(client.post(url, {"note": ""})).text("id_note-error")
    client.post(url, {"note": "I need breaks."})

    voice = ways.voices.get()
    assert (voice.agrees, voice.note) == (False, "I need breaks.")


def test_it_takes_the_place_of_a_yes(signed_in, participant, ways, url):
    ways.say(by=participant, agrees=True)
    signed_in(participant).post(url, {"note": "I need breaks."})

    assert [one.agrees for one in ways.voices.all()] == [False]
