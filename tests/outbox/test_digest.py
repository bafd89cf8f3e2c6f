"""One mail a week with everything in it, and things as they happen for who wants them so."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from freezegun import freeze_time

from outbox.models import Envelope, Message
from outbox.rhythm import next_digest
from tests import factories

MONDAY = datetime(2027, 5, 3, 8, 0, tzinfo=UTC)


@pytest.fixture
def anna(db):
    return factories.make_user("Anna", email="anna@collab.example")


def news(person, subject, group="", **more):
    more.setdefault("text", f"All about {subject}.")
    return Message.write(to=person, subject=subject, group=group, **more)


def everything_is_due():
    Message.objects.update(due_at=timezone.now())


def test_nothing_leaves_before_the_day(anna):
    with freeze_time(MONDAY):
        news(anna, "A decision")
        call_command("send_due")
        assert mail.outbox == []
    with freeze_time(next_digest(anna, MONDAY)):
        call_command("send_due")

    assert [sent.to for sent in mail.outbox] == [["anna@collab.example"]]


def test_the_day_is_the_same_for_all_and_the_time_is_a_person_s_own(anna, settings):
    found = {next_digest(anna, MONDAY + timedelta(days=n)) for n in range(4)}
    [at] = {timezone.localtime(one) for one in found if one < MONDAY + timedelta(days=4)}
    others = [next_digest(factories.make_user(), MONDAY) for _n in range(20)]

    assert (at.strftime("%A"), 9 <= at.hour < 17) == ("Thursday", True)
    assert next_digest(anna, at) == at + timedelta(days=7)
    assert len({timezone.localtime(one).date() for one in others}) == 1
    assert len(set(others)) == 20


def test_the_digest_comes_at_the_same_time_in_summer_and_in_winter(anna):
    summer = timezone.localtime(next_digest(anna, MONDAY))
    winter = timezone.localtime(next_digest(anna, MONDAY + timedelta(days=200)))

    assert (summer.hour, summer.minute) == (winter.hour, winter.minute)
    assert summer.utcoffset() != winter.utcoffset()


def test_it_is_one_mail_by_project_newest_first_with_full_text_and_addresses(anna):
    for day, (subject, group) in enumerate(
        [("Old", "Quiet rooms"), ("Middle", "Saturday opening"), ("New", "Quiet rooms")]
    ):
        with freeze_time(MONDAY + timedelta(days=day)):
            news(anna, subject, group, url=f"/projects/{day}/")
    everything_is_due()
    call_command("send_due")

    [sent] = mail.outbox
    lines = [line for line in sent.body.splitlines() if line]
    assert sent.subject == "News from your projects"
    assert lines[:12] == [
        "Hello Anna,",
        "here is what is new for you.",
        "QUIET ROOMS",
        "* New (5 May 2027)",
        "All about New.",
        "http://127.0.0.1:8000/projects/2/",
        "* Old (3 May 2027)",
        "All about Old.",
        "http://127.0.0.1:8000/projects/0/",
        "SATURDAY OPENING",
        "* Middle (4 May 2027)",
        "All about Middle.",
    ]


def test_its_foot_says_why_and_how_to_change_it(anna):
    news(anna, "A decision")
    everything_is_due()
    call_command("send_due")

    [sent] = mail.outbox
    link = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.body.splitlines()[-4:] == [
        "--",
        "You get this because you are in a project team.",
        "Change how often it comes, or stop it. You do not need to sign in:",
        link,
    ]
    assert link.startswith("http://127.0.0.1:8000/outbox/stop/")


def test_a_code_has_no_greeting_no_foot_and_no_link_to_stop_it(anna):
    Message.write(to=anna, subject="Your numbers", text="123456", at_once=True, secret=True)
    call_command("send_due")

    [sent] = mail.outbox
    assert (sent.body, "List-Unsubscribe" in sent.extra_headers) == ("123456\n", False)


def test_who_wants_things_as_they_happen_gets_them_so(anna):
    anna.change(how_often="at_once")
    news(anna, "A decision")
    call_command("send_due")

    assert [sent.subject for sent in mail.outbox] == ["News from your projects"]


def test_who_wants_nothing_gets_nothing_but_the_code_they_asked_for(anna):
    anna.change(way="none")
    news(anna, "A decision")
    everything_is_due()
    asked = {"subject": "Your numbers", "text": "123456", "secret": True, "address": anna.email}
    Message.write(to=anna, at_once=True, **asked)
    call_command("send_due")

    assert [sent.subject for sent in mail.outbox] == ["Your numbers"]
    assert Message.objects.filter(state=Message.State.WITHDRAWN).count() == 1


def test_who_is_told_on_paper_gets_no_mail_and_waits_for_a_letter(anna):
    anna.change(way="post")
    news(anna, "A decision")
    everything_is_due()
    call_command("send_due")

    assert (mail.outbox, Message.objects.by_hand().count()) == ([], 1)


def test_what_its_reader_may_not_see_any_more_is_left_out(project, participant):
    decision = factories.make_decision(project)
    for subject, about in [("Gone", decision), ("Still", None)]:
        news(participant, subject, project.title, about=about)
    project.memberships.get(user=participant).leave(by=participant)
    everything_is_due()
    call_command("send_due")

    [sent] = mail.outbox
    assert ("All about Still." in sent.body, "All about Gone." in sent.body) == (True, False)


def test_people_s_words_stand_as_they_were_typed(anna):
    news(anna, "A\nquestion", text="Is <b> bold & is 100% enough?\r\nYes.")
    everything_is_due()
    call_command("send_due")

    [sent] = mail.outbox
    assert "* A question (" in sent.body
    assert "Is <b> bold & is 100% enough?\nYes." in sent.body.replace("\r\n", "\n")


def test_a_mail_says_that_a_machine_wrote_it_and_when(smtp, anna):
    news(anna, "A decision")
    everything_is_due()
    call_command("send_due")

    [sent] = smtp.mails()
    assert sent["Auto-Submitted"] == "auto-generated"
    age = timezone.now() - parsedate_to_datetime(sent["Date"]).replace(tzinfo=UTC)
    assert abs(age) < timedelta(minutes=1)
    assert (sent.get_content_type(), sent.is_multipart()) == ("text/plain", False)


def queries_of_sending(number, django_assert_max_num_queries):
    person = factories.make_user()
    project = factories.make_project()
    factories.make_member(project, user=person)
    for _n in range(number):
        news(person, "News", about=factories.make_decision(project))
    everything_is_due()
    with django_assert_max_num_queries(1000) as asked:
        call_command("send_due")
    assert Envelope.objects.filter(to=person, state=Envelope.State.SENT).count() == 1
    return len(asked)


def test_three_messages_cost_as_many_queries_as_one(db, django_assert_max_num_queries):
    queries_of_sending(1, django_assert_max_num_queries)  # content types are read once
    first = queries_of_sending(1, django_assert_max_num_queries)

    assert queries_of_sending(3, django_assert_max_num_queries) == first
