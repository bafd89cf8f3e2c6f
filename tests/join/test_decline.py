import pytest
from django.core.management import call_command

from accounts.models import User
from outbox.models import Envelope, Message
from tests.factories import make_invitation


@pytest.fixture
def made(project):
    return make_invitation(
        project, name="Joan", email="joan@collab.example", phone="01632 960111", speaks_for="Ma"
    )


@pytest.fixture
def url(made):
    return f"/join/invitation/{made[1]}/decline/"


def test_a_no_is_told_to_the_asker_alone_and_the_person_is_forgotten(
    client, lead, participant, project, made, url
):
    lines = project.activity.count()
    response = client.post(url, {"because": "I have no time."})

    invitation, _code = made
    invitation.refresh_from_db()
    assert response.url == "/join/declined/"
    assert (invitation.email, invitation.phone, invitation.speaks_for) == ("", "", "")
    assert invitation.declined_because == "I have no time."
    [message] = Message.objects.filter(is_secret=False)
    assert (message.to, message.subject) == (lead, "An answer to an invitation")
    assert "Joan" not in message.text and "no time" not in message.text
    assert project.activity.count() == lines
    assert not User.objects.filter(email="joan@collab.example").exists()


def test_their_address_is_not_kept_in_what_was_sent_to_it_either(client, made, url):
    to_joan = {"address": "joan@collab.example"}
    call_command("send_due")
    assert Message.objects.filter(**to_joan).exists()
    client.post(url, {})

    assert not Message.objects.filter(**to_joan).exists()
    assert not Envelope.objects.filter(**to_joan).exists()


def test_the_reason_may_stay_away_and_twice_is_once(client, made, url):
    client.post(url, {})
    again = client.post(url, {"because": "Again"})

    made[0].refresh_from_db()
    assert made[0].declined_because == ""
    assert again.status_code == 404
    assert "You said no. That is all right" in again.text
    assert Message.objects.filter(is_secret=False).count() == 1


def test_looking_at_the_page_says_nothing(client, made, url):
    assert "Nothing changes in your care" in client.get(url).text
    made[0].refresh_from_db()
    assert made[0].declined_at is None


def test_nobody_says_no_after_a_yes(client, lead, outsider, made, url):
    made[0].accept(outsider)

    assert client.post(url, {}).status_code == 404
    made[0].refresh_from_db()
    assert made[0].declined_at is None
