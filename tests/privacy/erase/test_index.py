from django.conf import settings

from privacy.models import Destroyed, LegalHold


def test_it_says_what_goes_and_what_stays(signed_in, marigold):
    text = " ".join(signed_in(marigold).get("/privacy/erase/").text.split())

    assert 'What you need to take part <span class="quiet">(1)</span>' in text
    assert 'Answers you gave for your team <span class="quiet">(1)</span>' in text
    assert "Where the name stood, “a service user” stands from then on." in text


def test_with_a_tick_it_is_done_and_they_are_signed_out(signed_in, marigold):
    client = signed_in(marigold)
    response = client.post("/privacy/erase/", {"sure": "on"})

    marigold.refresh_from_db()
    assert response.url == "/privacy/erase/done/"
    assert (marigold.name, marigold.email) == ("a service user", None)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value == ""
    assert client.get("/privacy/me/").status_code == 302


def test_without_the_tick_nothing_happens(signed_in, marigold):
    response = signed_in(marigold).post("/privacy/erase/", {"sent": "yes"})

    marigold.refresh_from_db()
    assert "Tick this box if you are sure." in response.text
    assert marigold.erased_at is None


def test_the_last_lead_is_told_which_project_and_gets_no_button(signed_in, project, lead):
    client = signed_in(lead)
    text = client.get("/privacy/erase/").text
    client.post("/privacy/erase/", {"sure": "on"})

    lead.refresh_from_db()
    assert "You are the only lead of “A calmer waiting room”." in text
    assert 'name="sure"' not in text
    assert (lead.name, Destroyed.objects.count()) == ("Asha Lead", 0)


def test_under_a_legal_hold_nothing_happens(signed_in, participant, administrator, organisation):
    LegalHold.begin(organisation, participant, by=administrator, why="A secret inquiry.")
    response = signed_in(participant).post("/privacy/erase/", {"sure": "on"})

    participant.refresh_from_db()
    assert "There is a legal reason to keep this at the moment." in response.text
    assert "A secret inquiry." not in response.text
    assert participant.erased_at is None


def test_nobody_gets_there_without_signing_in(client, db):
    assert client.get("/privacy/erase/").url == "/accounts/login/?next=/privacy/erase/"
