import pytest

from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}room/people/"


def test_members_are_ticked_and_guests_are_counted(
    signed_in, participant, meeting, place, url, address
):
    said = {"came": [str(place.pk)], "guests": "6", "guests_from": "Carers of the lunch club"}
    client = signed_in(participant)
    client.post(address, said)

    meeting.refresh_from_db()
    assert [(one.member, one.came) for one in meeting.coming.all()] == [(place, True)]
    assert (meeting.guests, meeting.guests_from) == (6, "Carers of the lunch club")
    page = Page(client.get(f"{url}room/"))
    assert (page.values["came"], page.values["guests"]) == (str(place.pk), "6")
    line = meeting.project.activity.latest("version")
    assert (line.what, line.note) == ("wrote down who came to the meeting", "")


def test_who_is_no_longer_ticked_did_not_come(signed_in, participant, meeting, place, address):
    client = signed_in(participant)
    client.post(address, {"came": [str(place.pk)]})
    client.post(address, {"came": []})

    assert meeting.coming.get().came is False


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("came", "999999", "Choose one of these."), ("guests", "-1", "greater than or equal to 0")],
)
def test_what_is_wrong_is_said(signed_in, participant, meeting, address, name, value, said):
    response = signed_in(participant).post(address, {name: value})

    assert response.status_code == 422
    assert said in Page(response).text(f"id_{name}-error")


def test_others_may_not(refuses, address):
    refuses(address, participant=302)
