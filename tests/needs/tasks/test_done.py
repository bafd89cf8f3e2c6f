from datetime import date, timedelta

from django.utils import timezone

from needs.models import AskedAnotherWay
from outbox.models import Message
from tests.needs.marks import has_error


def on(day):
    return {"done_on_day": day.day, "done_on_month": day.month, "done_on_year": day.year}


def test_it_says_what_was_done_and_when_and_the_asker_is_told(signed_in, task, lead, participant):
    today = timezone.localdate()
    typed = {"answer": "The Polish copy is in the post."} | on(today)
    response = signed_in(lead).post(f"/needs/tasks/{task.pk}/done/", typed)

    task.refresh_from_db()
    assert response.url == task.get_absolute_url()
    assert (task.outcome, task.done_on, task.answered_by) == ("done", today, lead)
    assert task.answer == "The Polish copy is in the post."
    told = Message.objects.latest("pk")
    assert (told.to, told.subject) == (participant, "An answer to what you asked for")
    assert "Polish" not in told.text


def test_someone_without_an_account_gets_the_answer_itself_by_email(organisation, involvement):
    task = AskedAnotherWay.ask(
        organisation, way="large_print", reach="email", email="joan@collab.example"
    )
    task.done("It waits at the desk.", timezone.localdate(), by=involvement)

    told = Message.objects.latest("pk")
    assert (told.to, told.address) == (None, "joan@collab.example")
    assert "It waits at the desk." in told.opened()[0]
    assert "desk" not in told.text


def test_who_comes_in_is_not_written_to(signed_in, organisation, involvement):
    task = AskedAnotherWay.ask(organisation, way="large_print", reach="come_in")
    before = Message.objects.count()
    typed = {"answer": "At the desk."} | on(timezone.localdate())
    response = signed_in(involvement).post(f"/needs/tasks/{task.pk}/done/", typed, follow=True)

    assert Message.objects.count() == before
    assert "please tell them yourself" in response.text


def test_a_day_to_come_is_no_day_on_which_it_was_done(signed_in, task, lead):
    typed = {"answer": "Yes"} | on(timezone.localdate() + timedelta(days=1))
    response = signed_in(lead).post(f"/needs/tasks/{task.pk}/done/", typed)

    task.refresh_from_db()
    assert task.is_open
    assert "Write a day that has come already." in response.text
    assert not has_error(response, "answer")


def test_answered_twice_the_first_answer_stays(signed_in, task, lead):
    task.done("First", date(2026, 11, 2), by=lead)
    before = Message.objects.count()
    typed = {"answer": "Second"} | on(timezone.localdate())
    signed_in(lead).post(f"/needs/tasks/{task.pk}/done/", typed)

    task.refresh_from_db()
    assert (task.answer, Message.objects.count()) == ("First", before)


def test_nobody_else_answers(signed_in, task, participant, involvement):
    typed = {"answer": "Yes"} | on(timezone.localdate())
    answers = [
        signed_in(one).post(f"/needs/tasks/{task.pk}/done/", typed).status_code
        for one in (participant, involvement)
    ]

    task.refresh_from_db()
    assert (answers, task.is_open) == ([404, 404], True)
