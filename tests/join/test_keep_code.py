import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from join import shown
from tests.factories import make_invitation

CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")
PAPER = {"name": "Joan", "way": "none", "agreed": "on", "mark": "a mark"}


@pytest.fixture
def joined(client, project):
    _invitation, code = make_invitation(project)
    client.post(f"/join/invitation/{code}/accept/", PAPER)
    return client


def test_the_code_stays_when_the_page_is_opened_again(joined, project):
    first = CODE.search(joined.get("/join/keep-code/").text).group()
    again = CODE.search(joined.get("/join/welcome/", follow=True).text).group()

    assert first == again
    assert Client().post("/join/", {"code": again}).url == project.get_absolute_url()


def test_nothing_but_the_button_leads_away_and_it_says_to_print(joined):
    page = joined.get("/join/keep-code/").text

    assert page.count('class="nhsuk-button"') == 1
    assert "I have written it down" in page
    assert "Write it down or print this page now." in page


def test_written_down_it_is_forgotten_and_not_made_anew(joined):
    code = CODE.search(joined.get("/join/keep-code/").text).group()
    assert joined.post("/join/keep-code/").url == "/join/welcome/"

    assert joined.get("/join/keep-code/").url == "/join/welcome/"
    assert "Welcome, Joan" in joined.get("/join/welcome/").text
    assert Client().post("/join/", {"code": code}).status_code == 302


def test_after_a_quarter_of_an_hour_it_is_not_shown(joined, monkeypatch):
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(shown.timezone, "now", lambda: later)

    assert joined.get("/join/keep-code/").url == "/join/welcome/"


def test_in_the_session_it_is_sealed_and_other_sessions_have_none(joined, signed_in, lead):
    code = CODE.search(joined.get("/join/keep-code/").text).group()

    assert code not in str(dict(joined.session))
    assert signed_in(lead).get("/join/keep-code/").url == "/join/welcome/"
