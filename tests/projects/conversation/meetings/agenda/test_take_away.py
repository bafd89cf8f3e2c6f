import pytest


@pytest.fixture
def address(url, point):
    return f"{url}agenda/{point.pk}/take-away/"


def test_a_lead_takes_it_off(signed_in, lead, meeting, address):
    response = signed_in(lead).post(address, follow=True)

    assert "It is off the agenda." in response.text
    assert not meeting.points.exists()
    assert meeting.project.activity.latest("version").subject == "The letter"


def test_what_something_is_written_under_stays(signed_in, lead, meeting, point, address):
    point.say(by=lead, opened_at=None, said="It is too long.")
    response = signed_in(lead).post(address, follow=True)

    assert "Something is written down under it, so it stays." in response.text
    assert meeting.points.get() == point


def test_pressed_twice_the_second_finds_nothing(signed_in, lead, address):
    client = signed_in(lead)
    client.post(address)

    assert client.post(address).status_code == 404


def test_others_may_not(refuses, address):
    refuses(address)
