import pytest

from projects.plan.models import Action
from tests.reading import Page


@pytest.fixture
def rows(add, place, lead, decision):
    found = {
        "mine": add("Mine", owner=place, days=3),
        "late": add("Late", days=-3, body="The estates team"),
        "nobody": add("Nobody's", decision=decision),
        "done": add("Done"),
        "stopped": add("Stopped"),
    }
    found["done"].finish(by=lead)
    found["stopped"].stop(by=lead, because="No money.")
    return found


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("", ["late", "mine", "nobody"]),
        ("mine", ["mine"]),
        ("late", ["late"]),
        ("nobody", ["nobody"]),
        ("done", ["done"]),
        ("stopped", ["stopped"]),
        ("all", ["done", "late", "mine", "nobody", "stopped"]),
        ("nonsense", ["late", "mine", "nobody"]),
    ],
)
def test_what_is_shown(signed_in, participant, url, rows, show, names):
    page = Page(signed_in(participant).get(url + f"actions/?show={show}"))

    assert sorted(name for name, row in rows.items() if f"action-{row.pk}" in page.texts) == names


def test_of_one_decision(signed_in, participant, url, rows, decision):
    page = Page(signed_in(participant).get(url + f"actions/?decision={decision.pk}"))

    shown = [row.what for row in rows.values() if f"action-{row.pk}" in page.texts]
    assert shown == ["Nobody's"]


def test_a_filter_asks_for_the_list_alone(signed_in, participant, url, rows):
    response = signed_in(participant).get(
        url + "actions/?show=mine", headers={"HX-Request": "true"}
    )

    assert "<h1" not in response.text
    assert "1 thing" in response.text


def test_empty_it_says_how_to_begin(signed_in, participant, url):
    said = signed_in(participant).get(url + "actions/").text

    assert "Nothing is planned yet" in said and "Begin with one small thing" in said


def test_one_row_or_three_ask_as_much(signed_in, lead, url, add, place, decision, queries):
    client = signed_in(lead)
    add("One", owner=place, decision=decision, days=-1)
    one = queries(client, url + "actions/")
    for number in range(2):
        add(f"More {number}", owner=place, decision=decision, days=-1)
    assert queries(client, url + "actions/") == one


def test_more_than_a_page(signed_in, lead, project, url):
    for number in range(51):
        Action.add(project, by=lead, what=f"Thing {number}")

    assert "Next page" in signed_in(lead).get(url + "actions/").text
