import pytest

from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}room/park/"


def test_what_has_no_time_is_kept(signed_in, participant, meeting, url, address):
    client = signed_in(participant)
    response = client.post(address, {"title": "Parking"})

    assert response.url == f"{url}room/#parked"
    assert [str(one) for one in meeting.points.parked()] == ["Parking"]
    assert "Parking" in Page(client.get(url)).text("project-content")


def test_nothing_is_not_kept(signed_in, participant, meeting, address):
    response = signed_in(participant).post(address, {"title": ""})

    assert response.status_code == 422
    assert "Write something here." in Page(response).text("id_title-error")
    assert not meeting.points.exists()


def test_others_may_not(refuses, address):
    refuses(address, participant=302, title="Parking")
