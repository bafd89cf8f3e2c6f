from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.conversation.models import Update
from tests.factories import make_update
from tests.reading import Page


def test_a_draft_is_written_first_and_nobody_is_told(
    signed_in, lead, participant, project, updates, typed
):
    response = signed_in(lead).post(f"{updates}new/", typed)
    update = Update.objects.get()

    assert response.url == update.get_absolute_url()
    assert (update.state, update.headline, update.what_next) == (
        "draft", "The clinic opens on Saturday", "We look for staff.",
    )  # fmt: skip
    assert not Message.objects.filter(to=participant, subject__contains="update").exists()


def test_pressed_twice_it_is_one_draft(signed_in, lead, updates, typed):
    first, second = (signed_in(lead).post(f"{updates}new/", typed) for _press in range(2))

    assert first.url == second.url


def test_not_known_yet_asks_when_it_will_be(signed_in, lead, updates, typed):
    page = Page(signed_in(lead).post(f"{updates}new/", typed | {"kind": "unknown"}))

    assert "Say on which day you will know more." in page.texts["id_promised_on-error"]
    assert page.values["text"].strip() == "From 3 May."
    day = timezone.localdate() + timedelta(days=40)
    when = {
        "promised_on_day": day.day,
        "promised_on_month": day.month,
        "promised_on_year": day.year,
    }
    signed_in(lead).post(f"{updates}new/", typed | {"kind": "unknown"} | when)
    assert Update.objects.get().promised_on == day


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"headline": ""}, "headline", "Write something here."),
        ({"headline": "x" * 201}, "headline", "This is too long"),
        ({"text": "a\u202eb"}, "text", "a sign in this text that nobody can see"),
        ({"text": "a\x00b"}, "text", "a sign in this text that nobody can see"),
        ({"easy_tested": "on"}, "easy", "Write the easy words that were read."),
        ({"audience": "world"}, "audience", "Choose one of these."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    signed_in, lead, updates, typed, change, field, said
):
    page = Page(signed_in(lead).post(f"{updates}new/", typed | change))

    assert said in page.texts[f"id_{field}-error"]
    assert not Update.objects.exists()


def test_an_update_may_keep_the_promise_of_an_earlier_one(signed_in, lead, project, updates, typed):
    today = timezone.localdate()
    promise = make_update(project, "We wait for the board", promised_on=today)
    page = Page(signed_in(lead).get(f"{updates}new/?keeps={promise.pk}"))
    assert page.values["keeps"] == str(promise.pk)
    sent = signed_in(lead).post(f"{updates}new/", typed | {"keeps": promise.pk})
    promise.refresh_from_db()
    assert promise.kept_on is None
    signed_in(lead).post(f"{sent.url}send/", {"opened_at": "0"})

    promise.refresh_from_db()
    assert promise.kept_on == today


def test_only_leads_write_one(signed_in, participant, updates, typed):
    assert signed_in(participant).get(f"{updates}new/").status_code == 403
    assert signed_in(participant).post(f"{updates}new/", typed).status_code == 403


def test_a_closed_project_takes_no_update(signed_in, lead, project, updates, typed):
    project.turn("complete", by=lead, because="Done.")
    page = signed_in(lead).post(f"{updates}new/", typed)

    assert page.status_code == 403
    assert "The clinic opens on Saturday" in page.text, "what was typed is not lost"
