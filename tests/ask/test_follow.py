"""What became of one's idea, for whoever has its code."""

import re

import pytest
from django.core import mail
from django.core.management import call_command

from accounts.codes import digest_of
from outbox.models import Envelope, Message
from projects.decisions.models import Decision
from projects.ideas.models import Giver
from tests.factories import make_decision
from tests.reading import Page

EMAIL = "joan@collab.example"


@pytest.fixture
def at(client):
    """The words of the page of a code."""
    return lambda code: client.get(f"/ask/follow/{code}/").text


def test_it_waits_it_is_in_it_has_an_answer(at, lead, given):
    idea, code = given()
    assert "It waits to be read." in at(code)

    idea.let_in(by=lead)
    assert "Nobody has said yet what becomes of it." in at(code)

    idea.becomes("partly", by=lead, because="Two chairs fit, a bench does not.")
    text = at(code)
    assert "Partly used" in text
    assert "Two chairs fit, a bench does not." in text
    assert lead.name not in text


def test_why_it_was_not_taken_in(at, lead, given):
    idea, code = given()
    idea.refuse(by=lead, because="Your idea names a person.")

    text = at(code)
    assert "The team could not take it in." in text
    assert "Your idea names a person." in text
    assert lead.name not in text


def test_decisions_that_answer_it_and_none_that_is_only_proposed(at, lead, project, given):
    idea, code = given()
    idea.let_in(by=lead)
    agreed = make_decision(project, question="Which chairs?", decision="Two by the door.")
    proposed = make_decision(
        project, question="Which clock?", status=Decision.Status.PROPOSED, decision="A big one."
    )
    agreed.answer([idea], by=lead)
    proposed.answer([idea], by=lead)

    text = at(code)
    assert "Which chairs?" in text
    assert "Two by the door." in text
    assert "Which clock?" not in text


def test_every_step_with_its_reason(at, lead, given):
    idea, code = given()
    idea.let_in(by=lead)
    idea.becomes("looking", by=lead, because="We ask the builder.")
    idea.becomes("not_used", by=lead, because="The wall is too weak.")

    text = at(code)
    assert text.index("The wall is too weak.") < text.index("We ask the builder.")


def test_only_the_digest_of_a_code_is_kept(given):
    _idea, code = given()
    giver = Giver.objects.get()

    assert code not in str(Giver.objects.values())
    assert giver.digest == digest_of(code)
    assert giver.sealed == ""


def test_a_code_of_no_idea_is_unknown_and_trying_many_stops(settings, client, db):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_wrong_code": "3/5m/ip"}
    answers = [client.get(f"/ask/follow/{'A' * 11}{n}/") for n in range(2, 6)]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 429]
    assert "We do not know this code" in answers[0].text


def test_the_page_leaves_no_copy_and_passes_its_address_to_no_other_page(client, given):
    _idea, code = given()
    response = client.get(f"/ask/follow/{code}/")

    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert f"page=/ask/follow/{code}" not in response.text


def test_someone_hears_by_e_mail_from_now_on(client, lead, given):
    idea, code = given()
    page = client.post(f"/ask/follow/{code}/", {"email": "Joan@Collab.example"}, follow=True)

    assert "Saved. We write to you when something happens." in page.text
    assert "j•••@c•••.example" in page.text
    assert EMAIL not in page.text
    idea.let_in(by=lead)
    call_command("send_due")
    [sent] = [one for one in mail.outbox if one.to == [EMAIL]]
    assert sent.subject == "Your idea has been read"
    assert "You gave an idea: “A seat by the door.”" in sent.body
    [link] = re.findall(rf"http://\S+/ask/follow/{code}/$", sent.body, re.MULTILINE)
    assert client.get(link.split("/", 3)[3].join(["/", ""])).status_code == 200


def test_the_mail_is_sealed_until_it_leaves_and_wiped_then(client, lead, given):
    idea, code = given(email=EMAIL)
    idea.let_in(by=lead)
    row = Message.objects.filter(address=EMAIL).values().get()
    assert code not in str(row)
    assert "seat" not in str(row)

    call_command("send_due")
    assert Message.objects.get(address=EMAIL).sealed == ""


@pytest.mark.parametrize("typed", ["", "joan", "joan@"])
def test_what_is_wrong_is_said(client, given, typed):
    _idea, code = given()
    page = Page(client.post(f"/ask/follow/{code}/", {"email": typed}))

    assert page.text("id_email-error")
    assert page.values["email"] == typed
    assert Giver.objects.get().email == ""


def test_everything_that_happens_reaches_a_giver_with_e_mail_once(lead, project, given):
    idea, _code = given(email=EMAIL)
    idea.let_in(by=lead)
    idea.becomes("used", by=lead, because="Yes.")
    idea.becomes("used", by=lead, because="Yes.")
    make_decision(project, decision="Two by the door.").answer([idea], by=lead)
    call_command("send_due")

    sent = [one for one in mail.outbox if one.to == [EMAIL]]
    assert [one.subject for one in sent] == [
        "Your idea has been read",
        "What became of an idea",
        "A decision answers an idea",
    ]
    assert "Now: Used\n\nYes." in sent[1].body
    assert "Two by the door." in sent[2].body
    assert {one.to for one in Message.objects.filter(address=EMAIL)} == {None}


def test_why_it_was_not_taken_in_reaches_them_too(lead, given):
    idea, _code = given(email=EMAIL)
    idea.refuse(by=lead, because="Your idea names a person.")
    call_command("send_due")

    [sent] = [one for one in mail.outbox if one.to == [EMAIL]]
    assert "Your idea names a person." in sent.body


def test_a_new_address_takes_the_place_of_the_old(client, lead, given):
    idea, code = given(email="old@collab.example")
    idea.let_in(by=lead)
    client.post(f"/ask/follow/{code}/", {"email": EMAIL})
    idea.becomes("used", by=lead)
    call_command("send_due")

    assert [one.to for one in mail.outbox if one.to != [lead.email]] == [[EMAIL]]
    assert not Message.objects.filter(address="old@collab.example").exists()
    assert not Envelope.objects.filter(address="old@collab.example").exists()


def test_a_key_that_is_lost_leaves_the_code_that_was_written_down(settings, lead, given):
    idea, _code = given(email=EMAIL)
    settings.SECRET_KEY = "another key"
    idea.let_in(by=lead)
    call_command("send_due")

    [sent] = [one for one in mail.outbox if one.to == [EMAIL]]
    assert "Type your code here to read it:" in sent.body
    assert sent.body.rstrip().endswith("/ask/")


def test_one_step_or_three_ask_the_same_number_of_queries(queries, client, lead, given):
    idea, code = given()
    idea.let_in(by=lead)
    idea.becomes("looking", by=lead)
    address = f"/ask/follow/{code}/"
    client.get(address)
    one = queries(client, address)
    for because in ("First.", "Second."):
        idea.becomes("partly", by=lead, because=because)

    assert queries(client, address) == one
