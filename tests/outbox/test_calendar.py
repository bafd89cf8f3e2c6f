"""A calendar file goes with what is sent at once, and with nothing else."""

import pytest
from django.core import mail
from django.utils import timezone

from outbox.mail import mail_of
from outbox.models import Envelope, Message
from outbox.packing import pack_at_once, pack_digests
from outbox.sending import Post
from tests import factories

FILE = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def person(db):
    return factories.make_user(how_often="weekly")


def test_with_the_method_that_it_names(person):
    Message.write(to=person, subject="s", text="t", at_once=True, calendar=FILE)
    pack_at_once(timezone.now())
    Post().go_round()
    [(name, text, kind)] = mail.outbox[0].attachments

    assert (name, text, kind) == ("meeting.ics", FILE, "text/calendar; method=CANCEL")


def test_in_a_digest_the_text_says_it_all(person):
    Message.write(to=person, subject="s", text="t", calendar=FILE)
    Message.objects.update(due_at=timezone.now())
    pack_digests(timezone.now())

    assert mail_of(Envelope.objects.get()).attachments == []


def test_without_a_file_there_is_none(person):
    Message.write(to=person, subject="s", text="t", at_once=True)
    pack_at_once(timezone.now())

    assert mail_of(Envelope.objects.get()).attachments == []
