from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from projects.conversation.models import Asker
from tests.factories import make_asked, make_follower
from tests.reading import Page

TYPED = {"is_known": "yes", "text": "In May.", "sharing": "team", "answered_as": "", "easy": ""}


def answer(browser, asked, **change):
    return browser.post(f"{asked.get_absolute_url()}answer/", TYPED | change)


def test_whoever_asked_hears_at_once_and_the_team_in_its_digest(
    signed_in, lead, participant, observer, project
):
    asked = make_asked(project, "When?", by=participant)
    for _press in range(2):
        response = answer(signed_in(lead), asked, answered_as="The ward manager")

    assert response.url == asked.get_absolute_url()
    asked.refresh_from_db()
    assert (asked.state, asked.answers.get().who) == ("answered", "The ward manager")
    theirs = Message.objects.get(to=participant, subject="An answer to your question")
    assert theirs.at_once
    assert theirs.text == "The question: When?\n\nThe ward manager: In May."
    assert not Message.objects.get(to=observer, subject="A question was answered").at_once
    assert not Message.objects.filter(to=participant, subject="A question was answered").exists()


def test_easy_words_go_to_who_reads_such_and_along_to_who_is_outside(
    client, signed_in, lead, participant, project
):
    project.publish(by=lead)
    User.objects.filter(pk=participant.pk).update(wording="easy")
    make_follower(project, "joan@collab.example")
    asked, _code = Asker.ask(project, mark="m", question="When?", email="sam@collab.example")
    answer(signed_in(lead), asked, easy="It is in May.", sharing="public")

    assert "The team: It is in May." in Message.objects.get(to=participant).text
    call_command("send_due")
    said = "The team: In May.\n\nIn easy words: It is in May."
    theirs = {one.to[0] for one in mail.outbox if said in one.body}
    assert theirs == {"joan@collab.example", "sam@collab.example"}


def test_not_known_yet_says_by_when(signed_in, lead, participant, project):
    asked = make_asked(project, by=participant)
    page = Page(answer(signed_in(lead), asked, is_known="no"))
    assert "Say by when you will know" in page.texts["id_by_when-error"]
    day = timezone.localdate() + timedelta(days=30)
    parts = {"day": day.day, "month": day.month, "year": day.year}
    when = {f"by_when_{part}": number for part, number in parts.items()}
    answer(signed_in(lead), asked, is_known="no", text="We ask.", **when)

    asked.refresh_from_db()
    assert (asked.state, asked.by_when) == ("unknown", day)
    told = Message.objects.get(to=participant, subject="An answer to your question").text
    assert "We do not know yet. We will say by" in told
    answer(signed_in(lead), asked)
    asked.refresh_from_db()
    assert (asked.state, asked.by_when, asked.answers.count()) == ("answered", None, 2)


def test_a_day_that_is_over_is_no_promise(signed_in, lead, project):
    asked = make_asked(project)
    when = {"by_when_day": "1", "by_when_month": "2", "by_when_year": "2020"}
    page = Page(answer(signed_in(lead), asked, is_known="no", **when))

    assert "This day is over." in page.texts["id_by_when-error"]


def test_a_public_answer_goes_to_those_who_follow(signed_in, lead, project):
    project.publish(by=lead)
    make_follower(project, "joan@collab.example")
    asked, _code = Asker.ask(project, mark="a form", question="Does it close?")
    answer(signed_in(lead), asked, sharing="team")
    joan = Message.objects.filter(address="joan@collab.example", subject__contains="answered")
    assert not joan.exists()
    answer(signed_in(lead), asked, sharing="public")
    assert joan.count() == 1


@pytest.mark.parametrize("who", ["participant", "observer", "involvement"])
def test_others_do_not_answer_until_it_is_given_to_them(request, signed_in, lead, project, who):
    person, asked = request.getfixturevalue(who), make_asked(project)

    assert answer(signed_in(person), asked).status_code == 403
    if who == "participant":
        asked.hand_to(project.memberships.get(user=person), by=lead)
        assert answer(signed_in(person), asked).status_code == 302
