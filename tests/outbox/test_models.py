from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from outbox.models import Envelope, Message, Round
from outbox.models.envelopes import mask
from outbox.sealing import CannotOpen, seal, unseal
from tests import factories


@pytest.fixture
def anna(db):
    return factories.make_user("Anna", email="anna@collab.example")


def everything_in_the_database():
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found += cursor.fetchall()
    return repr(found)


def test_a_secret_text_and_its_address_are_nowhere_in_the_database(anna):
    message = Message.write(
        to=anna, subject="Your numbers", text="code 814253", url="/join/K7QP4M2X9TRD/",
        at_once=True, secret=True,
    )  # fmt: skip
    kept = everything_in_the_database()

    assert ("814253" in kept, "K7QP4M2X9TRD" in kept, "Your numbers" in kept) == (
        False,
        False,
        True,
    )
    assert message.opened() == ("code 814253", "/join/K7QP4M2X9TRD/")


def test_a_secret_is_wiped_when_it_is_sent(anna, mailoutbox):
    Message.write(to=anna, subject="Your numbers", text="814253", at_once=True, secret=True)
    call_command("send_due")

    assert (mailoutbox[0].body, Message.objects.get().sealed) == ("814253\n", "")


def test_what_was_sealed_opens_with_an_earlier_key_and_not_with_a_lost_one(settings):
    settings.SECRET_KEY = "the old key"
    sealed = seal("the text", "/address/")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the new key", ["the old key"]
    assert unseal(sealed) == ["the text", "/address/"]

    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(CannotOpen):
        unseal(sealed)


def test_a_secret_of_a_lost_key_is_dropped_and_holds_up_nobody(anna, settings, mailoutbox):
    Message.write(to=anna, subject="Your numbers", text="814253", at_once=True, secret=True)
    settings.SECRET_KEY = "another key"
    Message.write(to=anna, subject="Hello", text="Hello.", at_once=True)
    call_command("send_due")

    assert [sent.subject for sent in mailoutbox] == ["Hello"]


def test_no_message_of_a_change_that_was_rolled_back(anna):
    with transaction.atomic():
        Message.write(to=anna, subject="Hello", text="Hello.")
        transaction.set_rollback(True)

    assert Message.objects.count() == 0


def test_a_team_is_told_with_one_query(db, django_assert_num_queries):
    team = [factories.make_user() for _n in range(30)]
    with django_assert_num_queries(1):
        Message.write_all([*team, team[0]], subject="Hello", text="Hello.")

    assert Message.objects.count() == 30


def test_someone_with_no_account_and_no_address_is_told_nothing(db):
    assert Message.write(to=None, subject="Hello", text="Hello.") is None


def test_a_message_knows_the_project_of_what_it_is_about(project, anna):
    decision = factories.make_decision(project)
    messages = [
        Message.write(to=anna, subject="Hello", text="Hello.", about=about)
        for about in (project, decision, project.organisation, None)
    ]

    assert [(one.in_project, one.in_organisation) for one in messages] == [
        (project.pk, project.organisation_id),
        (project.pk, project.organisation_id),
        (None, project.organisation_id),
        (None, None),
    ]


def test_an_address_is_shown_so_that_only_who_knows_it_recognises_it():
    assert mask("anna.smith@nhs.example") == "a•••@n•••.example"
    assert (mask(""), mask("no address")) == ("", "")


def test_an_envelope_is_claimed_by_one(anna):
    Message.write(to=anna, subject="Hello", text="Hello.", at_once=True)
    envelope = Envelope.new(to=anna)
    envelope.save()
    again = Envelope.objects.get()

    assert (envelope.take(), again.take()) == (True, False)


def test_what_was_sent_after_all_is_noted_unless_someone_decided_meanwhile(anna):
    envelope = Envelope.new(to=anna)
    envelope.save()
    envelope.take()
    envelope.not_known("killed")
    envelope.sent()
    envelope.refresh_from_db()
    assert envelope.state == Envelope.State.SENT

    Envelope.objects.update(state=Envelope.State.UNSURE)
    Envelope.objects.get().try_again()
    envelope.sent()
    envelope.refresh_from_db()
    assert envelope.state == Envelope.State.WAITING


def test_what_a_dead_process_left_is_found_after_a_while(anna, settings):
    Message.write(to=anna, subject="Hello", text="Hello.", at_once=True)
    envelope = Envelope.new(to=anna)
    envelope.save()
    Message.objects.all().put_into(envelope)
    envelope.take()
    call_command("send_due")
    envelope.refresh_from_db()
    assert envelope.state == Envelope.State.HANDING_OVER

    long_ago = timezone.now() - timedelta(seconds=settings.OUTBOX_UNSURE_AFTER + 1)
    Envelope.objects.update(claimed_at=long_ago)
    call_command("send_due")
    envelope.refresh_from_db()
    assert (envelope.state, envelope.problem) == (Envelope.State.UNSURE, "killed")


def test_a_round_is_noted_and_grows_silent(db):
    assert Round.last().is_silent
    call_command("send_due")
    assert not Round.last().is_silent
    Round.objects.update(at=timezone.now() - timedelta(minutes=11))

    assert Round.last().is_silent
