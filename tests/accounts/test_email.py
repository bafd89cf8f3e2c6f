import re

import pytest
from django.core import mail

from tests.factories import make_user
from tests.hands import signed_in_ago

URL, CODE = "/accounts/email/", "/accounts/email/code/"


@pytest.fixture
def signed_in(signed_in):
    """`signed_in(person, minutes=31)` is a browser in which they signed in so long ago."""

    def before(person, minutes=0):
        return signed_in_ago(signed_in(person), person, minutes)

    return before


@pytest.fixture
def ask(signed_in, participant):
    """`ask(address)` is a browser of the participant's that has asked for it, and the numbers."""

    def for_numbers(address):
        client = signed_in(participant)
        client.post(URL, {"email": address})
        found = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
        return client, found and found[1]

    return for_numbers


def test_a_new_address_counts_once_it_is_proved(ask, participant):
    earlier = participant.email
    client, code = ask("Ben.New@collab.example")
    participant.refresh_from_db()
    assert participant.email == earlier
    assert mail.outbox[-1].to == ["ben.new@collab.example"]

    assert client.post(CODE, {"code": f" {code[:3]} {code[3:]}"}).url == "/accounts/"
    participant.refresh_from_db()
    assert participant.email == "ben.new@collab.example"
    assert mail.outbox[-1].to == [earlier]
    assert "ben.new" not in mail.outbox[-1].body


def test_a_taken_address_looks_the_same_and_leads_nowhere(ask, participant, lead):
    client, code = ask(lead.email.upper())

    assert code is None
    assert "It is in use here already" in mail.outbox[-1].body
    page = client.get(CODE).text
    assert f"We have sent an e-mail to {lead.email}." in page
    assert "These are not the numbers we sent." in client.post(CODE, {"code": "000000"}).text


def test_someone_else_was_faster(ask, participant):
    client, code = ask("new@collab.example")
    make_user("Fast", email="new@collab.example")

    assert "These are not the numbers we sent." in client.post(CODE, {"code": code}).text
    participant.refresh_from_db()
    assert participant.email != "new@collab.example"


def test_five_wrong_tries_and_the_numbers_are_worth_nothing(ask, participant):
    client, code = ask("new@collab.example")
    wrong = "000000" if code != "000000" else "111111"
    for _try in range(5):
        assert "These are not the numbers" in client.post(CODE, {"code": wrong}).text

    assert client.post(CODE, {"code": code}).url == URL
    participant.refresh_from_db()
    assert participant.email != "new@collab.example"


def test_after_fifteen_minutes_they_are_worth_nothing(ask, participant):
    client, code = ask("new@collab.example")
    session = client.session
    session["new_address"] |= {"at": "2026-01-01T10:00:00+00:00"}
    session.save()

    assert client.post(CODE, {"code": code}).url == URL


def test_asking_again_and_again_is_refused(signed_in, participant):
    client = signed_in(participant)
    answers = [
        client.post(URL, {"email": f"new{number}@collab.example"}).status_code
        for number in range(4)
    ]
    assert answers == [302, 302, 302, 429]


def test_an_address_is_needed(signed_in, participant):
    assert "Type your new e-mail address." in signed_in(participant).post(URL, {"email": ""}).text
    page = signed_in(participant).post(URL, {"email": "no"}).text
    assert "This is not a whole e-mail address." in page
    assert mail.outbox == []


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get(URL).url == f"/accounts/login/?next={URL}"


def test_it_ends_every_other_session(ask, signed_in, participant):
    other = signed_in(participant)
    client, code = ask("new@collab.example")
    assert other.get("/accounts/").status_code == 200
    client.post(CODE, {"code": code})

    assert client.get("/accounts/").status_code == 200
    assert other.get("/accounts/").status_code == 302


def test_whoever_signed_in_a_while_ago_signs_in_again_first(signed_in, participant):
    client = signed_in(participant, minutes=31)

    assert "Please sign in again first" in client.get(URL).text
    assert "Please sign in again first" in client.post(URL, {"email": "new@x.example"}).text
    assert mail.outbox == []
