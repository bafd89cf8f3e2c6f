from datetime import timedelta

import pytest

from outbox.models import Message
from projects.conversation.models import Coming
from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}change/"


@pytest.fixture
def opened(signed_in, lead, address):
    """The form as the lead opens it."""
    page = Page(signed_in(lead).get(address))
    return {name: value for name, value in page.values.items() if name != "csrfmiddlewaretoken"}


def test_another_place_asks_why_and_tells_everybody(
    signed_in, lead, participant, meeting, address, opened
):
    client = signed_in(lead)
    page = Page(client.post(address, opened | {"place": "The town hall"}))
    assert "Say why, so that nobody has to guess." in page.text("id_because-error")

    client.post(address, opened | {"place": "The town hall", "because": "The library is closed."})
    meeting.refresh_from_db()
    assert (meeting.place, meeting.sequence) == ("The town hall", 1)
    message = Message.objects.get(to=participant, subject="A meeting has changed")
    assert "Where: The town hall" in message.text
    assert "This is what it said before:\nWhere: The library, room 2\n\n" in message.text
    assert "Why it changed: The library is closed." in message.text
    assert "Please say again" not in message.text
    assert "SEQUENCE:1" in message.calendar
    assert f"UID:{meeting.uid}" in message.calendar


def test_at_another_time_people_are_asked_again(
    signed_in, lead, participant, meeting, place, address, opened
):
    Coming.say(meeting, place, "yes")
    before = meeting.starts_at
    later = {"start": "11:00", "end": "13:00", "because": "The bus comes at half past ten."}
    signed_in(lead).post(address, opened | later)

    meeting.refresh_from_db()
    assert meeting.starts_at == before + timedelta(hours=1)
    assert meeting.coming.get(member=place).answer == ""
    message = Message.objects.get(to=participant, subject="A meeting has changed")
    assert "Please say again if you can come" in message.text


def test_other_words_for_what_it_is_for_disturb_nobody(
    signed_in, lead, participant, meeting, address, opened
):
    signed_in(lead).post(address, opened | {"what_for": "The first visit"})

    meeting.refresh_from_db()
    assert meeting.what_for == "The first visit"
    assert not Message.objects.filter(subject="A meeting has changed").exists()


def test_nothing_changed_is_no_change(signed_in, lead, project, meeting, address, opened):
    lines = project.activity.count()
    response = signed_in(lead).post(address, opened)

    assert response.url == meeting.get_absolute_url()
    assert project.activity.count() == lines


def test_who_does_what_can_be_a_member_or_words(signed_in, lead, meeting, place, address, opened):
    roles = {"chair": str(place.pk), "notes_words": "in turn"}
    signed_in(lead).post(address, opened | roles)

    meeting.refresh_from_db()
    assert meeting.roles == {"chair": place, "notes": "in turn"}
    shown = Page(signed_in(lead).get(address)).values
    assert (shown["chair"], shown["notes_words"]) == (str(place.pk), "in turn")


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, meeting, address, opened):
    meeting.change(by=lead, place="The town hall", because="More room.")
    response = signed_in(lead).post(
        address, opened | {"place": "The school", "because": "It is nearer."}
    )

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote The school What is there now The town hall" in page.text("meanwhile")
    meeting.refresh_from_db()
    assert meeting.place == "The town hall"


def test_a_closed_meeting_has_no_form(signed_in, lead, closed):
    response = signed_in(lead).get(f"{closed.get_absolute_url()}change/", follow=True)

    assert response.redirect_chain == [(closed.get_absolute_url(), 302)]


def test_what_comes_too_late_is_given_back(signed_in, lead, meeting, address, opened):
    meeting.call_off(by=lead, because="Snow.")
    why = "The library is closed for a week."
    response = signed_in(lead).post(address, opened | {"place": "Hall", "because": why})

    assert response.status_code == 409
    assert why in response.text
    assert "This meeting is over" in response.text


def test_others_may_not(refuses, address):
    refuses(address)
