"""Mail against a real server that refuses, stalls, drops and works: nothing lost, nothing twice."""

import signal
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from outbox.models import Envelope, Message, Round
from tests import factories

State = Envelope.State


def write(person=None, **more):
    more.setdefault("subject", "Something for you")
    more.setdefault("text", "Look at it when you like.")
    return Message.write(to=person, at_once=True, **more)


def people(number):
    return [factories.make_user(email=f"p{n}@collab.example") for n in range(number)]


def try_everything_now():
    Envelope.objects.filter(state=State.WAITING).update(next_try_at=timezone.now())


def states():
    return dict(Envelope.objects.values_list("to__email", "state"))


@pytest.fixture
def anna(db):
    return factories.make_user("Anna", email="anna@collab.example")


def test_what_is_for_one_person_is_sent_at_once_and_only_once(smtp, anna):
    write(anna, url="/projects/")
    call_command("send_due")
    call_command("send_due")

    [mail] = smtp.mails()
    assert (mail["To"], mail["Subject"]) == ("anna@collab.example", "Something for you")
    assert "Look at it when you like." in mail.get_content()
    assert "http://127.0.0.1:8000/projects/" in mail.get_content()
    assert mail["Message-ID"] == Envelope.objects.get().message_id


def test_one_bad_address_holds_up_nobody(smtp, anna):
    bad = factories.make_user(email="550-gone@collab.example")
    for person in (bad, anna):
        write(person)
    call_command("send_due")

    assert smtp.recipients == ["anna@collab.example"]
    assert states() == {bad.email: State.GIVEN_UP, anna.email: State.SENT}
    assert Envelope.objects.get(to=bad).problem == "550"


def test_a_server_that_asks_to_come_back_later_is_asked_again_after_longer_and_longer(smtp, db):
    person = factories.make_user(email="450-busy@collab.example")
    write(person)
    smtp.behave("busy")
    waits = []
    for _try in range(7):
        before = timezone.now()
        call_command("send_due")
        envelope = Envelope.objects.get()
        waits.append(round((envelope.next_try_at - before).total_seconds() / 60))
        try_everything_now()

    assert waits == [1, 5, 15, 60, 240, 1440, 0]
    assert (envelope.state, envelope.problem, envelope.tries) == (State.GIVEN_UP, "450", 7)
    smtp.behave("works")
    envelope.try_again()
    call_command("send_due")
    assert smtp.taken == [(person.email, envelope.message_id)]


def test_a_mail_that_is_refused_for_what_it_says_is_not_sent_again(smtp, anna):
    write(anna)
    smtp.behave("does not like it")
    call_command("send_due")

    assert (Envelope.objects.get().state, Envelope.objects.get().problem) == (State.GIVEN_UP, "554")


@pytest.mark.parametrize(("mode", "code"), [("drops half-way", "dropped"), ("stalls", "timeout")])
def test_a_server_that_goes_away_before_it_has_the_mail_gets_it_later(smtp, db, mode, code):
    everyone = people(2)
    for person in everyone:
        write(person)
    smtp.behave(mode)
    call_command("send_due")
    assert set(Envelope.objects.values_list("state", "problem", "tries")) == {
        (State.WAITING, code, 1)
    }

    smtp.behave("works")
    try_everything_now()
    call_command("send_due")
    assert Counter(smtp.recipients) == {person.email: 1 for person in everyone}
    assert set(states().values()) == {State.SENT}


def test_after_three_in_a_row_that_were_dropped_the_rest_waits_untried(smtp, db):
    for person in people(5):
        write(person)
    smtp.behave("drops half-way")
    with pytest.raises(CommandError, match="No mail leaves: dropped"):
        call_command("send_due")

    assert Counter(Envelope.objects.values_list("tries", flat=True)) == {1: 3, 0: 2}
    assert Round.last().problem == "dropped"


def test_a_server_that_is_not_there_costs_no_mail_a_try(smtp, anna):
    write(anna)
    smtp.end()
    with pytest.raises(CommandError, match="No mail leaves: no-line"):
        call_command("send_due")

    envelope = Envelope.objects.get()
    assert (envelope.state, envelope.tries) == (State.WAITING, 0)
    assert (Round.last().problem, Round.last().since is None) == ("no-line", False)


def test_a_server_that_has_the_mail_and_says_nothing_leaves_us_unsure(smtp, anna, administrator):
    write(anna)
    smtp.behave("takes and says nothing")
    call_command("send_due")
    smtp.behave("works")
    try_everything_now()
    call_command("send_due")

    envelope = Envelope.objects.get()
    assert smtp.recipients == ["anna@collab.example"]
    assert (envelope.state, envelope.problem) == (State.UNSURE, "no-answer")
    envelope.it_arrived(by=administrator)
    envelope.refresh_from_db()
    assert (envelope.state, envelope.done_by) == (State.SENT, administrator)


def test_a_code_that_we_are_unsure_about_is_dropped_and_wiped(smtp, anna):
    write(anna, secret=True, expires_at=timezone.now() + timedelta(minutes=15))
    smtp.behave("takes and says nothing")
    call_command("send_due")

    assert Envelope.objects.get().state == State.EXPIRED
    assert Message.objects.get().sealed == ""


def test_what_is_too_late_is_not_sent_and_wiped(smtp, anna):
    write(anna, secret=True, expires_at=timezone.now() - timedelta(seconds=1))
    call_command("send_due")

    message = Message.objects.get()
    assert (smtp.taken, message.state, message.sealed) == ([], Message.State.EXPIRED, "")


def test_what_waits_for_another_try_and_becomes_too_late_is_dropped(smtp, anna):
    write(anna, secret=True, expires_at=timezone.now() + timedelta(minutes=15))
    smtp.behave("stalls")
    call_command("send_due")
    Message.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    smtp.behave("works")
    try_everything_now()
    call_command("send_due")

    assert (smtp.taken, Envelope.objects.get().state) == ([], State.EXPIRED)
    assert Message.objects.get().sealed == ""


def test_what_its_reader_may_not_see_any_more_is_withdrawn(smtp, project, participant):
    decision = factories.make_decision(project)
    write(participant, about=decision)
    still = write(participant, about=project, subject="Still theirs")
    project.memberships.get(user=participant).leave(by=participant)
    other = factories.make_member(project).user
    write(other, about=decision, subject="For the team")
    call_command("send_due")

    assert [mail["Subject"] for mail in smtp.mails()] == ["For the team"]
    still.refresh_from_db()
    assert still.state == Message.State.WITHDRAWN


def test_what_is_gone_is_told_to_nobody(smtp, project, participant):
    part = project.parts.create(name="The room", state="open")
    write(participant, about=part)
    part.delete()
    call_command("send_due")

    assert (smtp.taken, Message.objects.get().state) == ([], Message.State.WITHDRAWN)


def test_nobody_is_told_anything_after_they_have_gone(smtp, anna):
    write(anna)
    anna.change(is_active=False)
    call_command("send_due")

    assert (smtp.taken, Message.objects.get().state) == ([], Message.State.WITHDRAWN)
    assert write(anna) is None


def test_two_accounts_of_one_person_are_told_once(smtp, anna):
    old = factories.make_user(email="old@collab.example")
    write(old)
    old.change(is_active=False, merged_into=anna)
    Message.write_all([old, anna], subject="One thing", text="Once.", at_once=True)
    call_command("send_due")
    call_command("send_due")

    assert sorted(smtp.recipients) == ["anna@collab.example"] * 2
    assert sorted(mail["Subject"] for mail in smtp.mails()) == ["One thing", "Something for you"]


def test_who_changed_to_paper_meanwhile_gets_no_mail(smtp, anna):
    write(anna)
    smtp.behave("stalls")
    call_command("send_due")
    anna.change(way="post")
    smtp.behave("works")
    try_everything_now()
    call_command("send_due")

    assert (smtp.taken, Message.objects.by_hand().count()) == ([], 1)


def test_a_mail_that_cannot_be_written_holds_up_nobody(smtp, anna):
    odd = factories.make_user(email="odd@collab.example")
    factories.make_user()
    type(odd).objects.filter(pk=odd.pk).update(email="two\nlines@collab.example")
    for person in (odd, anna):
        write(person)
    call_command("send_due")

    assert smtp.recipients == ["anna@collab.example"]
    assert Envelope.objects.get(to=odd).problem == "unwritable"


# Processes

in_processes = pytest.mark.django_db(transaction=True)


@in_processes
def test_two_that_send_at_once_never_send_the_same(smtp, sender, until):
    everyone = people(60)
    for person in everyone:
        write(person)
    smtp.behave("slow")
    first, second = sender(), sender()
    until(lambda: not Envelope.objects.exclude(state=State.SENT).exists() and len(smtp.taken) >= 60)

    assert Counter(smtp.recipients) == {person.email: 1 for person in everyone}
    for process in (first, second):
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@in_processes
def test_killed_in_the_middle_nobody_is_mailed_twice_and_nobody_is_missed_silently(
    smtp, sender, until, kill
):
    everyone = people(120)
    for person in everyone:
        write(person)
    smtp.behave("slow")
    kills = 0
    for enough in (10, 40, 80):
        process = sender()
        until(lambda enough=enough: len(smtp.taken) >= enough)
        kill(process)
        kills += 1
    process = sender()
    settled = Envelope.objects.filter(state__in=(State.SENT, State.UNSURE))
    until(lambda: settled.count() == 120)

    counted = Counter(smtp.recipients)
    unsure = {envelope.goes_to for envelope in Envelope.objects.unsure().select_related("to")}
    assert max(counted.values()) == 1
    assert {person.email for person in everyone} - set(counted) <= unsure
    assert len(unsure) <= kills


@in_processes
def test_the_loop_sends_a_code_by_itself_and_ends_when_it_is_told(smtp, sender, until):
    process = sender()
    until(lambda: Round.last().at is not None)
    write(address="new@collab.example", secret=True, text="123456")
    until(lambda: smtp.recipients == ["new@collab.example"])
    process.send_signal(signal.SIGINT)

    assert process.wait(10) == 0
