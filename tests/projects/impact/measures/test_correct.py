from decimal import Decimal

import pytest

from projects.impact.models import Reading
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def form(measure, reading):
    return f"{measure.get_absolute_url()}numbers/{reading.pk}/correct/"


@pytest.fixture
def typed(about_number):
    return about_number | {"on_month": "5", "figure": "10", "because": "Two were about parking."}


def test_the_earlier_number_stays(signed_in, participant, measure, reading, form, typed):
    client = signed_in(participant)
    assert Page(client.get(form)).values["figure"] == "12"
    response = client.post(form, typed)

    new = reading.replaced_by
    assert response.url == new.get_absolute_url()
    assert (new.value, new.because, new.by) == (
        Decimal(10), "Two were about parking.", participant,
    )  # fmt: skip
    reading.refresh_from_db()
    assert reading.value == 12
    assert list(measure.readings.standing()) == [new]
    line = measure.project.activity.first()
    assert (line.what, line.note) == ("corrected a number:", "Two were about parking.")


def test_sent_twice_or_unchanged_it_is_one(signed_in, lead, measure, reading, form, typed):
    client = signed_in(lead)
    for _press in range(2):
        assert client.post(form, typed).status_code == 302
    assert measure.readings.count() == 2


def test_whoever_comes_second_sees_the_first_ones(
    signed_in, lead, participant, measure, reading, form, typed
):
    newer = reading.correct(by=participant, because="So.", on="2026-05", value=Decimal(9))
    client = signed_in(lead)
    response = client.post(form, typed)

    page = Page(response)
    assert response.status_code == 409
    assert page.text("meanwhile").startswith("Ben Participant changed this while you were writing")
    assert "What you wrote 10 What is there now 9" in page.text("meanwhile")
    [again] = [action for action in page.actions if action and "/correct/" in action]
    client.post(again, {name: page.values[name] for name in typed})
    assert newer.replaced_by.value == 10
    assert Reading.objects.filter(measure=measure).count() == 3


def test_looking_for_one_that_was_corrected_leads_to_the_newer(
    signed_in, lead, measure, reading, form
):
    newer = reading.correct(by=lead, because="So.", on="2026-05", value=Decimal(9))

    newest = f"{measure.get_absolute_url()}numbers/{newer.pk}/correct/"
    assert signed_in(lead).get(form).url == newest


def test_not_without_a_reason(signed_in, lead, measure, form, typed):
    page = Page(signed_in(lead).post(form, typed | {"because": ""}))

    assert page.text("id_because-error").endswith("Write something here.")
    assert measure.readings.count() == 1


def test_a_number_of_another_measure_or_project_is_not_found(
    signed_in, lead, measure, reading, form, typed
):
    other = make_project(measure.project.organisation, by=lead)
    elsewhere = form.replace(f"/projects/{measure.project_id}/", f"/projects/{other.pk}/")

    assert signed_in(lead).get(elsewhere).status_code == 404
    assert signed_in(lead).post(form.replace(f"/{reading.pk}/", "/999/"), typed).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, measure, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    assert measure.readings.count() == 1
