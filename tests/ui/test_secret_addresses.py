"""An address with a code in it lets someone in: it is in no log, no copy and no other address."""

import logging
import re

import pytest
from django.test import Client

from outbox.models import Message
from outbox.stop import stop_url
from projects.ideas.models import Giver
from projects.models import Support
from tests import factories
from tests.routes import routes
from ui.secret_addresses import SECRETS

OPEN = {"word", "asked_word", "stage", "roster", "record_kind", "statement_kind", "key"}
"""Words in addresses that open nothing."""


@pytest.fixture
def addresses(project, participant):
    """`{address: the code in it}`, each of which opens something."""
    _invitation, code = factories.make_invitation(project)
    member = project.memberships.get(user=participant)
    Support.ask(member, by=participant, email="nia@collab.example")
    _proposal, follow_code = factories.make_proposal(project.organisation)
    question = factories.make_question(project)
    _idea, follow = Giver.give(question, mark="a mark", text="A seat by the door.")
    helping = Message.objects.get(address="nia@collab.example").opened()[1]
    return {
        f"/ask/follow/{follow}/": follow,
        f"/ask/follow/{follow}/forget/": follow,
        f"/join/invitation/{code}/": code,
        f"/join/invitation/{code}/accept/": code,
        f"/join/answer/{code}/": code,
        f"/proposals/follow/{follow_code}/": follow_code,
        f"/proposals/follow/{follow_code}/take-back/": follow_code,
        helping: helping.split("/")[-2],
        stop_url(participant): stop_url(participant).split("/")[-2],
    }


def test_every_word_in_an_address_is_known_to_be_secret_or_open():
    words = {
        word
        for route in routes()
        if route.is_ours
        for word in re.findall(r"<(?:str|slug):(\w+)>", route.path)
    }

    assert words >= SECRETS
    assert words - SECRETS - OPEN == set()


def test_no_copy_is_kept_and_no_other_page_hears_of_it(client, addresses):
    for address in addresses:
        headers = client.get(address).headers
        found = [headers.get(name) for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")]

        assert found == ["private, no-store", "same-origin", "noindex"], address


def test_the_link_to_ask_another_way_does_not_say_it(client, addresses):
    for address, code in addresses.items():
        for asked in re.findall(r'another-way/\?page=([^"]*)"', client.get(address).text):
            assert code not in asked, address


def test_what_goes_wrong_is_logged_without_it(addresses, settings, caplog):
    caplog.set_level(logging.DEBUG)
    strict = Client(enforce_csrf_checks=True)
    for address in addresses:
        strict.post(address, {"answer": "yes"})  # no token: refused
    usual = settings.ACCOUNT_RATE_LIMITS
    settings.ACCOUNT_RATE_LIMITS = usual | {"join_code": "0/m/ip"}
    for address in addresses:
        Client().get(address)  # too often
    settings.ACCOUNT_RATE_LIMITS = usual
    Support.objects.all().delete()
    for address in addresses:
        Client().get(address)  # some are not found
    said = "\n".join(record.getMessage() for record in caplog.records)

    assert "Forbidden" in said and "Not Found" in said and "Too Many Requests" in said
    assert "/join/invitation/…/" in said
    assert [code for code in addresses.values() if code in said] == []
