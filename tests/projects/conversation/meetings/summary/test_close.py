import pytest

from outbox.models import Message
from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.conversation.models import Captured
from tests import factories
from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}summary/close/"


@pytest.fixture
def held(lead, meeting, point, place):
    """Something was said, decided, given to do and thought of; a point had no time."""
    point.say(by=lead, opened_at=None, said="People are frightened.")
    decided = {"question": "How long?", "decision": "One page", "reason": "It is read."}
    Captured.write_down_decision(point, by=lead, status="agreed", **decided)
    Captured.write_down_action(point, by=lead, what="Ring the printer", owner=place, due="2027-05")
    Captured.write_down_idea(point, by=lead, text="A bell by the door.")
    factories.make_point(meeting, title="Parking", is_parked=True)
    meeting.note_who_came(by=lead, members=[place], guests=7, guests_from="the lunch club")
    return meeting


@pytest.fixture
def opened(signed_in, lead, held, address):
    values = Page(signed_in(lead).get(address)).values
    return {name: values[name] for name in ("text", "easy", "opened_at")}


def test_the_draft_is_written_from_the_agenda(opened):
    said = " ".join(opened["text"].split())

    for words in (
        "We met here: The library, room 2.",
        "There were 8 people: service users, guests (the lunch club).",
        "# 1. The letter People are frightened.",
        "- Decided: One page. Why: It is read.",
        "- To do: Ring the printer. Who: a service user. By: May 2027.",
        "- Idea: A bell by the door.",
        "# For another time - Parking",
    ):
        assert words in said, words
    assert "Ben Participant" not in said


def test_what_is_written_down_meanwhile_is_shown_before_it_closes(
    signed_in, lead, held, point, address
):
    client = signed_in(lead)
    values = Page(client.get(address)).values
    typed = {name: values[name] for name in ("text", "easy", "opened_at", "seen")}
    Captured.write_down_action(point, by=lead, what="Ask the bus company")
    page = Page(client.post(address, typed))

    held.refresh_from_db()
    assert held.is_planned
    assert "To do: Ask the bus company." in page.text("later")
    assert "Ring the printer" not in page.text("later")
    assert page.values["text"] == typed["text"].replace("\r\n", "\n")
    client.post(address, typed | {"seen": page.values["seen"]})
    held.refresh_from_db()
    assert held.is_closed


def test_what_came_after_a_draft_was_kept_is_shown(signed_in, lead, held, point, address):
    client = signed_in(lead)
    values = Page(client.get(address)).values
    typed = {name: values[name] for name in ("text", "easy", "opened_at", "seen")}
    client.post(address, typed | {"keep": "yes"})
    assert "in these words" not in client.get(address).text
    Captured.write_down_idea(point, by=lead, text="A larger sign.")

    assert "Idea: A larger sign." in Page(client.get(address)).text("later")


def test_who_agreed_that_their_name_may_stand_is_named(
    signed_in, lead, participant, held, place, address
):
    Consent.give(place, Use.NAME, by=participant)

    assert "Who: Ben Participant." in Page(signed_in(lead).get(address)).values["text"]


def test_few_people_have_no_number(signed_in, lead, held, place, address):
    held.note_who_came(by=lead, members=[place])
    text = Page(signed_in(lead).get(address)).values["text"]

    assert "There were fewer than 5 people: service users." in text


def test_closing_sends_it_to_the_team_and_keeps_it(
    signed_in, lead, participant, observer, project, held, opened, address
):
    easy = "# The letter\n\nIt is one page."
    response = signed_in(lead).post(address, opened | {"easy": easy}, follow=True)

    assert "The meeting is closed, and its summary goes to the team." in response.text
    held.refresh_from_db()
    assert (held.is_closed, held.summary.easy, held.on_the_day) == (True, easy, "")
    told = Message.objects.filter(subject="What came of a meeting")
    assert {message.to for message in told} == {participant, observer}
    assert not told[0].at_once
    assert "1. The letter" in told[0].text
    assert "# 1." not in told[0].text
    assert "It is one page." in told[0].text
    project.refresh_from_db()
    assert project.conversation_at is not None
    assert project.activity.latest("version").what == "closed the meeting"


def test_it_can_be_kept_and_gone_on_with(signed_in, lead, participant, held, opened, address):
    client = signed_in(lead)
    client.post(address, opened | {"text": "So far.", "keep": "yes"})

    held.refresh_from_db()
    assert (held.is_planned, held.draft) == (True, "So far.")
    assert Page(client.get(address)).values["text"] == "So far."
    assert not Message.objects.filter(subject="What came of a meeting").exists()


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, held, opened, address):
    held.keep_draft(by=lead, opened_at=None, text="Theirs.", easy="")
    response = signed_in(lead).post(address, opened | {"text": "Mine."})

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote Mine. What is there now Theirs." in page.text("meanwhile")
    assert page.values["text"] == "Mine."
    held.refresh_from_db()
    assert held.is_planned


def test_pressed_twice_it_is_sent_once(signed_in, lead, participant, held, opened, address):
    client = signed_in(lead)
    client.post(address, opened)
    response = client.post(address, opened)

    assert response.status_code == 302
    assert held.summaries.count() == 1
    assert Message.objects.filter(to=participant, subject="What came of a meeting").count() == 1


def test_without_words_nothing_is_sent(signed_in, lead, held, opened, address):
    page = Page(signed_in(lead).post(address, opened | {"text": ""}))

    assert "Write something here." in page.text("id_text-error")
    held.refresh_from_db()
    assert held.is_planned


def test_others_may_not(refuses, address):
    refuses(address, text="Done.")
