import pytest

from projects.models import Activity
from tests.reading import Page


@pytest.fixture
def url(idea):
    return f"/projects/{idea.project_id}/ideas/waiting/{idea.pk}/refuse/"


def test_a_reason_of_ones_own(signed_in, participant, idea, url):
    typed = {"reason": "own", "because": "We asked about chairs."}
    response = signed_in(participant).post(url, typed, follow=True)

    assert "It is not taken in." in response.text
    idea.refresh_from_db()
    assert (idea.door, idea.refused_because) == ("refused", "We asked about chairs.")
    line = Activity.objects.latest("pk")
    assert line.what == "did not take in an idea"
    assert "seat" not in f"{line.subject} {line.note}"


def test_a_reason_that_is_suggested_brings_its_words(signed_in, participant, idea, url):
    assert "Your idea names a person." in signed_in(participant).get(url).text
    signed_in(participant).post(url, {"reason": "person", "because": ""})

    idea.refresh_from_db()
    assert idea.refused_because == (
        "Your idea names a person. Please send it again without names, and we can take it in."
    )


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "reason", "Choose one."),
        ({"reason": "eaten"}, "reason", "Choose one of these."),
        ({"reason": "own", "because": " "}, "because", "Write the reason in your own words."),
        ({"reason": "own", "because": "x" * 20_001}, "because", "This is too long"),
    ],
)
def test_what_is_wrong_is_said_and_it_waits_still(
    signed_in, participant, idea, url, typed, field, said
):
    page = Page(signed_in(participant).post(url, typed))

    assert said in page.text(f"id_{field}-error")
    assert page.values.get("because", "").strip() == typed.get("because", "").strip()
    idea.refresh_from_db()
    assert idea.is_waiting


def test_answered_meanwhile_it_is_answered_once(signed_in, lead, participant, idea, url):
    idea.let_in(by=lead)

    typed = {"reason": "harm", "because": ""}
    assert signed_in(participant).post(url, typed).status_code == 404
    idea.refresh_from_db()
    assert idea.is_shown


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(signed_in, request, idea, url, method):
    answers = [
        getattr(signed_in(request.getfixturevalue(who)), method)(url).status_code
        for who in ("observer", "involvement", "outsider")
    ]

    assert answers == [403, 403, 404]
