from decimal import Decimal

import pytest

from outbox.models import Message
from projects.impact.models import EnoughAlready, Measure
from tests.reading import Page


def test_a_lead_chooses_what_to_measure_and_the_team_is_told(
    signed_in, lead, participant, project, url, about_measure
):
    response = signed_in(lead).post(url + "measures/new/", about_measure)

    measure = project.measures.get()
    assert response.url == measure.get_absolute_url()
    assert (measure.name, measure.target, measure.target_by, measure.kind) == (
        "How calm it is", Decimal(1250), "2027-06", "outcome",
    )  # fmt: skip
    assert project.activity.first().what == "chose to measure"
    told = Message.objects.get(to=participant)
    assert told.text.startswith("How calm it is\n\nTo see if it is calmer.\n\nHigher is better")
    assert told.text.endswith("What we expect: 1,250")


def test_what_is_expected_may_be_words(signed_in, lead, project, url, about_measure):
    signed_in(lead).post(url + "measures/new/", about_measure | {"expected": "fewer than now"})

    measure = project.measures.get()
    assert (measure.target, measure.expected) == (None, "fewer than now")


def test_sent_twice_it_is_one(signed_in, lead, project, url, about_measure):
    for _press in range(2):
        signed_in(lead).post(url + "measures/new/", about_measure)

    assert project.measures.count() == 1


def test_the_sixth_is_not_refused_harshly_and_nothing_typed_is_lost(
    signed_in, lead, project, url, about_measure
):
    for number in range(5):
        Measure.add(project, by=lead, name=f"Measure {number}")
    client = signed_in(lead)
    first = project.measures.first()
    page = client.get(url + "measures/new/").text
    assert "You measure 5 things already" in page
    assert f"{url}measures/{first.pk}/retire/" in page

    response = client.post(url + "measures/new/", about_measure)
    page = Page(response)
    assert project.measures.count() == 5
    assert page.values["name"] == "How calm it is"
    first.retire(by=lead, because="Nobody counts it.")
    client.post(url + "measures/new/", {name: page.values[name] for name in about_measure})
    assert project.measures.standing().last().name == "How calm it is"


def test_the_model_holds_the_limit(project, lead):
    for number in range(5):
        Measure.add(project, by=lead, name=f"Measure {number}")
    with pytest.raises(EnoughAlready):
        Measure.add(project, by=lead, name="One more")


WRONG = [
    ("name", "", "Write something here."),
    ("kind", "", "Choose one."),
    ("direction", "sideways", "Choose one of these."),
    ("expected", "e" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("target_by_month", "13", "This is not a real date."),
    ("unit", "nul\x00l", "There is a sign in this text that nobody can see."),
]


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, url, about_measure, name, value, said
):
    page = Page(signed_in(lead).post(url + "measures/new/", about_measure | {name: value}))

    assert said in page.text(f"id_{name.removesuffix('_month')}-error")
    assert page.values["purpose"] == "To see if it is calmer."
    assert not project.measures.exists()


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, about_measure, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(url + "measures/new/").status_code == status
    assert client.post(url + "measures/new/", about_measure).status_code == status
    assert not project.measures.exists()
