"""How to reach someone goes at one press: theirs to say, with the code and no account."""

import pytest
from django.core import mail
from django.core.management import call_command

from outbox.models import Envelope, Message
from projects.ideas.models import Giver

CONTACT = {"name": "Joan", "email": "joan@collab.example", "reach": "By the bridge"}


def nothing_left():
    giver = Giver.objects.get()
    return not (giver.name or giver.email or giver.reach or giver.sealed)


def test_opening_it_changes_nothing_and_one_press_forgets(client, given):
    _idea, code = given(**CONTACT)
    assert "Forget how to reach me" in client.get(f"/ask/follow/{code}/").text
    assert "Your idea stays." in client.get(f"/ask/follow/{code}/forget/").text
    assert not nothing_left()

    page = client.post(f"/ask/follow/{code}/forget/", follow=True)
    assert nothing_left()
    assert "We do not know any more how to reach you." in page.text
    assert "A seat by the door." in page.text
    assert "Forget how to reach me" not in page.text


def test_pressed_twice_it_is_done_once(client, given):
    _idea, code = given(**CONTACT)
    first, second = (client.post(f"/ask/follow/{code}/forget/") for _press in range(2))

    assert first.url == second.url
    assert nothing_left()


@pytest.mark.parametrize("sent", ["waiting", "sent"])
def test_what_was_to_leave_does_not_and_what_left_names_no_address(client, lead, given, sent):
    idea, code = given(**CONTACT)
    idea.let_in(by=lead)
    if sent == "sent":
        call_command("send_due")
        mail.outbox.clear()
    client.post(f"/ask/follow/{code}/forget/")
    call_command("send_due")

    assert [one for one in mail.outbox if one.to == [CONTACT["email"]]] == []
    assert not Message.objects.filter(address__contains="joan").exists()
    assert not Envelope.objects.filter(address__contains="joan").exists()
    idea.becomes("used", by=lead)
    assert not Message.objects.filter(to=None, state="waiting").exists()


def test_the_stop_button_of_a_mail_reader_is_one_press(lead, given, anyone):
    idea, _code = given(**CONTACT)
    idea.let_in(by=lead)
    call_command("send_due")
    [sent] = [one for one in mail.outbox if one.to == [CONTACT["email"]]]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert stop in sent.body

    strict = anyone(enforce_csrf_checks=True)
    answer = strict.post("/" + stop.split("/", 3)[3], {"List-Unsubscribe": "One-Click"})
    assert answer.text == "ok\n"
    assert nothing_left()


def test_a_page_of_another_site_cannot_press_it(given, anyone):
    _idea, code = given(**CONTACT)
    answer = anyone(enforce_csrf_checks=True).post(f"/ask/follow/{code}/forget/")

    assert answer.status_code == 403
    assert not nothing_left()


def test_a_code_of_no_idea_is_unknown(client, db):
    assert client.post(f"/ask/follow/{'A' * 12}/forget/").status_code == 404
