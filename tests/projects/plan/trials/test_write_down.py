import pytest

from tests.reading import Page


@pytest.fixture
def form(small_test):
    return small_test.get_absolute_url() + "write-down/"


@pytest.fixture
def seen(small_test):
    return {
        "happened": "It was off on two Fridays.", "happened_on_day": "", "happened_on_month": "5",
        "happened_on_year": "2026", "saw": "Two asked for it.",
        "opened_at": str(small_test.version),
    }  # fmt: skip


def test_what_happened_and_what_was_seen(signed_in, participant, small_test, form, seen):
    client = signed_in(participant)
    assert "Nobody misses it." in client.get(form).text
    response = client.post(form, seen)

    cycle = small_test.cycles.get()
    assert response.url == small_test.get_absolute_url()
    assert (cycle.happened_on, cycle.saw) == ("2026-05", "Two asked for it.")
    lines = small_test.project.activity.count()
    client.post(form, seen)
    assert small_test.project.activity.count() == lines
    assert Page(client.get(form)).values["saw"] == "Two asked for it."


def test_what_happened_has_to_be_said(signed_in, lead, small_test, form, seen):
    page = Page(signed_in(lead).post(form, seen | {"happened": ""}))

    assert "Write something here." in page.text("id_happened-error")
    assert page.values["saw"] == "Two asked for it."
    assert small_test.cycles.get().saw == ""


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, small_test, form, seen):
    small_test.write_down(by=lead, happened="It was off once.", saw="Calm.")
    response = signed_in(lead).post(form, seen)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote Two asked for it. What is there now Calm." in page.text("meanwhile")
    signed_in(lead).post(form, {name: page.values[name] for name in seen})
    assert small_test.cycles.get().saw == "Two asked for it."


def test_after_a_choice_it_is_closed(signed_in, lead, small_test, form, seen):
    small_test.choose("stop", by=lead, next_step="Upset.")
    response = signed_in(lead).post(form, seen, follow=True)

    assert "This small test has gone on meanwhile." in response.text
    assert small_test.cycles.get().happened == ""


def test_who_only_looks_may_not(signed_in, observer, form, seen):
    assert signed_in(observer).post(form, seen).status_code == 403
