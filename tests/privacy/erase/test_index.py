from django.conf import settings

from privacy.erase.views import NO_MATTER, STAYS
from privacy.erasing import erase
from privacy.gathering import everything_about
from privacy.models import Destroyed, LegalHold
from tests import factories


def test_it_says_what_goes_and_what_stays(signed_in, marigold):
    text = " ".join(signed_in(marigold).get("/privacy/erase/").text.split())

    assert 'What you need to take part <span class="quiet">(1)</span>' in text
    assert 'Answers you gave for your team <span class="quiet">(1)</span>' in text
    assert "Where your name stood, it says “a service user” from then on." in text


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
    assert "I know that this cannot be undone. Tick this box if you are sure." in response.text

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


def test_what_it_says_that_goes_is_gone_and_what_stays_is_there(busy, marigold, organisation):
    LegalHold.objects.all().delete()
    organisation.administrators.add(factories.make_user())
    organisation.projects.get(title="Begun by Bao").turn("complete", by=busy, because="Done.")
    for person in (busy, marigold):
        before = {group.key for group in everything_about(person)}
        erase(person, by=None, how=Destroyed.How.SELF)
        person.refresh_from_db()
        after = {group.key for group in everything_about(person)}

        assert before & STAYS <= after
        assert after - STAYS - NO_MATTER == set()
