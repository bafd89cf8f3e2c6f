from decimal import Decimal

import pytest

from projects.models import Hand
from tests.reading import Page


@pytest.fixture
def form(measure):
    return measure.get_absolute_url() + "add-number/"


def test_a_participant_writes_down_a_number(signed_in, participant, measure, form, about_number):
    response = signed_in(participant).post(form, about_number | {"figure": "1,250.5"})

    reading = measure.readings.get()
    assert response.url == reading.get_absolute_url()
    assert (reading.value, reading.words, reading.on, reading.is_baseline, reading.by) == (
        Decimal("1250.5"), "", "2026-06", True, participant,
    )  # fmt: skip
    line = measure.project.activity.first()
    assert (line.what, line.subject) == ("wrote down a number:", "Complaints: 1,250.5 (June 2026)")


def test_words_and_a_time_will_do(signed_in, lead, measure, form, about_number):
    typed = {"figure": "300 to 350", "on_year": "", "on_month": "", "period": "the first year"}
    signed_in(lead).post(form, about_number | typed | {"time": "later"})

    reading = measure.readings.get()
    assert (reading.value, reading.words, reading.on, reading.period) == (
        None, "300 to 350", "", "the first year",
    )  # fmt: skip
    assert reading.is_baseline is False


@pytest.mark.parametrize(
    ("stage", "time"), [("gather-ideas", "before"), ("make-the-change", "later")]
)
def test_the_form_guesses_from_the_step_whether_it_is_from_before(
    signed_in, lead, project, form, stage, time
):
    project.move_to(stage, by=lead, because="So.")

    assert Page(signed_in(lead).get(form)).values["time"] == time


def test_what_is_written_down_for_a_member_says_who_typed(
    signed_in, lead, participant, project, measure, form, about_number
):
    member = project.memberships.get(user=participant)
    client = signed_in(lead)
    hand = Hand.record_for(member, by=lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    client.post(form, about_number | {"written_for": str(hand.pk)})

    reading = measure.readings.get()
    assert (reading.by, reading.hand) == (participant, hand)
    page = client.get(measure.get_absolute_url()).text
    assert "From Ben Participant (written down by Asha Lead)" in page


def test_sent_twice_it_is_one(signed_in, lead, measure, form, about_number):
    for _press in range(2):
        signed_in(lead).post(form, about_number)

    assert measure.readings.count() == 1


WRONG = [
    ("figure", "", "Write something here.", "figure"),
    ("on_year", "", "Write at least the year", "on"),
    ("time", "", "Choose one.", "time"),
    ("on_month", "13", "This is not a real date.", "on"),
]


@pytest.mark.parametrize(("name", "value", "said", "field"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, measure, form, about_number, name, value, said, field
):
    page = Page(signed_in(lead).post(form, about_number | {name: value}))

    assert said in page.text(f"id_{field}-error")
    assert page.values["note"] == "From the book."
    assert not measure.readings.exists()


def test_neither_a_day_nor_a_time_is_said_so(signed_in, lead, measure, form, about_number):
    page = Page(signed_in(lead).post(form, about_number | {"on_year": "", "on_month": ""}))

    assert "or say below which time it is for" in page.text("id_on-error")


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, measure, form, about_number, who, status):
    response = signed_in(request.getfixturevalue(who)).post(form, about_number)

    assert response.status_code == status
    assert not measure.readings.exists()
