import pytest

from tests import factories


@pytest.fixture
def address(room):
    return f"{room}later/"


def test_without_time_it_waits_and_the_next_one_comes(
    signed_in, participant, meeting, point, url, address
):
    after = factories.make_point(meeting, title="The door")
    response = signed_in(participant).post(address)

    assert response.url == f"{url}room/{after.pk}/"
    assert list(meeting.points.parked()) == [point]
    assert list(meeting.points.in_order()) == [after]


def test_there_is_time_after_all(signed_in, participant, meeting, point, room, address):
    client = signed_in(participant)
    client.post(address)
    response = client.post(address, {"parked": "no"})

    assert response.url == room
    assert list(meeting.points.in_order()) == [point]


def test_the_last_one_leads_back_to_all(signed_in, participant, point, url, address):
    assert signed_in(participant).post(address).url == f"{url}room/"


def test_others_may_not(refuses, address):
    refuses(address, participant=302)
