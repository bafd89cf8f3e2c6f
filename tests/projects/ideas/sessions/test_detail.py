import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(session):
    return session.get_absolute_url()


def test_who_typed_is_shown_and_nobody_of_those_there(signed_in, url, observer, session, first):
    page = Page(signed_in(observer).get(url))

    facts = page.text("facts")
    assert "Written down by Asha Lead" in facts
    assert "12 people" in facts
    assert page.text("points") == "Main points It is too loud. Nobody says how long it takes."
    assert "Softer doors." in page.text(f"idea-{first.pk}")
    assert "Asha brings it back to them." in page.text("answer")
    assert "Correct this" not in facts


@pytest.mark.parametrize(
    ("how_many", "breakdown", "said"),
    [
        (12, {"carer": 7, "staff": 5}, "Carer: 7, Staff: 5"),
        (12, {"carer": 9, "staff": 3}, "Carer, Staff"),
        (12, {"carer": 9}, "Carer"),
        (3, {"carer": 3}, "Carer"),
        (None, {"carer": 9, "staff": 0}, "Carer: 9"),
    ],
)
def test_no_small_number_shows_nor_is_left_over(
    signed_in, observer, project, how_many, breakdown, said
):
    session = factories.make_session(project, how_many=how_many, breakdown=breakdown)
    facts = Page(signed_in(observer).get(session.get_absolute_url())).text("facts")

    assert f" {said} Written down by" in facts


def test_of_few_people_no_word_tells_how_many(signed_in, observer, project):
    session = factories.make_session(project, how_many=3, how_many_note="Three of them came.")
    facts = Page(signed_in(observer).get(session.get_absolute_url())).text("facts")

    assert "fewer than 5 people" in facts
    assert "Three" not in facts


def test_one_idea_and_three_cost_the_same(signed_in, url, lead, session, queries):
    client = signed_in(lead)
    of_two = queries(client, url)
    session.add([{"text": "Three."}, {"text": "Four."}], by=lead)

    assert queries(client, url) == of_two


def test_a_closed_project_offers_nothing_to_press(signed_in, url, project, lead):
    project.turn("complete", by=lead, because="Done.")
    text = signed_in(lead).get(url).text

    assert "Correct this" not in text
    assert "Add more of what they said" not in text
    assert "Say that they have got it" not in text


def test_another_project_does_not_have_it(signed_in, other_lead, session):
    theirs = other_lead.memberships.get().project_id

    url = f"/projects/{theirs}/ideas/sessions/{session.pk}/"
    assert signed_in(other_lead).get(url).status_code == 404
