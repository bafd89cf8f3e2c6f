import pytest

from tests.reading import Page


@pytest.fixture
def form(small_test):
    return small_test.get_absolute_url() + "change/"


def test_the_plan_may_change_until_something_was_seen(
    signed_in, participant, small_test, form, about_test
):
    sent = about_test | {"prediction": "Two ask.", "opened_at": str(small_test.version)}
    response = signed_in(participant).post(form, sent)

    assert response.url == small_test.get_absolute_url()
    assert small_test.cycles.get().prediction == "Two ask."


def test_what_was_predicted_stays_once_something_was_seen(
    signed_in, participant, lead, small_test, form, about_test
):
    small_test.write_down(by=lead, happened="It was off.", saw="Calm.")
    client = signed_in(participant)
    assert "stays as it is" in client.get(form).text
    sent = about_test | {"prediction": "I knew it.", "name": "No radio"}
    client.post(form, sent | {"opened_at": str(small_test.version)})

    small_test.refresh_from_db()
    assert small_test.name == "No radio"
    assert small_test.cycles.get().prediction == "Nobody misses it."


def test_a_day_that_has_come_may_stay(signed_in, lead, small_test, form, about_test, days):
    type(small_test).objects.update(look_on=days(-2))
    sent = about_test | days.typed("look_on", days(-2)) | {"name": "No radio"}
    signed_in(lead).post(form, sent | {"opened_at": str(small_test.version)})

    small_test.refresh_from_db()
    assert small_test.name == "No radio"


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, small_test, form, about_test):
    sent = about_test | {"name": "No music", "opened_at": str(small_test.version)}
    small_test.change(by=lead, name="Silence")
    response = signed_in(lead).post(form, sent)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote No music What is there now Silence" in page.text("meanwhile")
    signed_in(lead).post(form, {name: page.values.get(name, "") for name in sent})
    small_test.refresh_from_db()
    assert small_test.name == "No music"


def test_who_only_looks_may_not(signed_in, observer, form, about_test):
    assert signed_in(observer).post(form, about_test).status_code == 403
