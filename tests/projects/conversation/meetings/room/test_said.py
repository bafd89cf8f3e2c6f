import pytest

from tests.reading import Page


@pytest.fixture
def address(room):
    return f"{room}said/"


def test_what_was_said_is_written_down(signed_in, participant, point, room, address):
    said = {"said": "People are frightened.", "opened_at": str(point.version)}
    response = signed_in(participant).post(address, said)

    point.refresh_from_db()
    assert response.url == room
    assert point.said == "People are frightened."


def test_two_people_at_once_both_texts_are_shown_and_both_can_stand(
    signed_in, lead, participant, point, address
):
    opened_at = str(point.version)
    signed_in(lead).post(address, {"said": "It is long.", "opened_at": opened_at})
    client = signed_in(participant)
    response = client.post(address, {"said": "It frightens.", "opened_at": opened_at})

    page = Page(response)
    assert response.status_code == 409
    shown = page.text("meanwhile")
    assert shown.startswith("Asha Lead changed this while you were writing")
    assert "What you wrote It frightens. What is there now It is long." in shown
    assert page.values["said"] == "It is long.\nIt frightens."
    assert "The form has both texts now" in shown
    again = {name: page.values[name] for name in ("said", "opened_at")}
    assert client.post(address, again).status_code == 302
    point.refresh_from_db()
    assert point.said == "It is long.\nIt frightens."


def test_lines_that_both_have_stand_once(signed_in, lead, participant, point, address):
    opened_at = str(point.version)
    signed_in(lead).post(address, {"said": "It is long.\nIt is dark.", "opened_at": opened_at})
    typed = {"said": "It is long.\nIt frightens.", "opened_at": opened_at}
    page = Page(signed_in(participant).post(address, typed))

    assert page.values["said"] == "It is long.\nIt is dark.\nIt frightens."


def test_closed_meanwhile_nothing_that_was_typed_is_lost(
    signed_in, lead, participant, meeting, point, address
):
    meeting.close(by=lead, opened_at=None, text="Done.")
    said = {"said": "People are frightened of the letter.", "opened_at": str(point.version)}
    response = signed_in(participant).post(address, said)

    assert response.status_code == 409
    assert said["said"] in response.text


def test_too_much_is_said_so_and_kept(signed_in, participant, address):
    response = signed_in(participant).post(address, {"said": "w" * 20_001, "opened_at": "1"})

    assert response.status_code == 422
    assert "This is too long: 20001 letters." in Page(response).text("id_said-error")


def test_others_may_not(refuses, address):
    refuses(address, participant=302, said="", opened_at="")
