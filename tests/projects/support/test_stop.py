import pytest

from projects.models import Hand


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/support/stop/"


def test_stop_and_be_oneself_again(recording, lead, project, item, url):
    client = recording()
    assert client.post(url).url == project.get_absolute_url()

    client.post(f"/projects/{project.pk}/checklist/{item.pk}/answer/", {"value": "done"})
    item.refresh_from_db()
    assert (item.answered_by, item.answered_hand) == (lead, None)
    assert "You are writing for" not in client.get(project.get_absolute_url()).text
    assert not Hand.objects.get().lasts


def test_stopped_here_it_is_stopped_on_every_computer(recording, project, url):
    here, there = recording(), recording()
    here.post(url)

    text = there.get(project.get_absolute_url()).text
    assert "You are not writing for Moira Bell any more. You are here as yourself." in text


def test_with_nothing_to_stop_nothing_happens(signed_in, lead, project, url):
    assert signed_in(lead).post(url).url == project.get_absolute_url()


def test_strangers_find_nothing(signed_in, outsider, url):
    assert signed_in(outsider).post(url).status_code == 404
