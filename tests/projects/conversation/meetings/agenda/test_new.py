import pytest

from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}agenda/new/"


def test_any_member_puts_something_on_it_in_their_words(
    signed_in, participant, meeting, place, address
):
    said = {"title": "The letter frightens people", "minutes": "15"}
    response = signed_in(participant).post(address, said)

    point = meeting.points.get()
    assert response.url == point.get_absolute_url()
    assert (point.title, point.minutes, point.member) == (said["title"], 15, place)
    assert meeting.project.activity.latest("version").what == "added to the agenda:"


def test_it_stands_among_their_own_words(signed_in, participant, point):
    text = signed_in(participant).get("/projects/words/").text

    assert "What you brought to a meeting" in text
    assert "The letter" in text


def test_pressed_twice_it_stands_there_once(signed_in, participant, meeting, address):
    client = signed_in(participant)
    client.post(address, {"title": "The letter", "minutes": ""})
    client.post(address, {"title": "The letter", "minutes": ""})

    assert meeting.points.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("title", "", "Write something here."),
        ("title", "t" * 301, "This is too long: 301 letters. Use 300 or fewer."),
        ("minutes", "0", "greater than or equal to 1"),
        ("minutes", "9999", "less than or equal to 600"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    signed_in, participant, meeting, address, name, value, said
):
    typed = {"title": "The letter", "minutes": ""} | {name: value}
    page = Page(signed_in(participant).post(address, typed))

    assert said in page.text(f"id_{name}-error")
    assert not meeting.points.exists()


def test_to_a_closed_meeting_nothing_is_added_and_nothing_lost(signed_in, participant, closed):
    address = f"{closed.get_absolute_url()}agenda/new/"
    title = "The letter frightens people a lot"
    response = signed_in(participant).post(address, {"title": title, "minutes": ""})

    assert response.status_code == 409
    assert title in response.text


def test_others_may_not(refuses, address):
    refuses(address, participant=302, title="The letter")
