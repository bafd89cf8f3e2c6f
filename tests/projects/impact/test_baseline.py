from decimal import Decimal

import pytest

from projects.impact.models import Measure, Reading
from tests.reading import Page


@pytest.fixture
def address(url):
    return url + "baseline/"


def test_it_is_honest_when_there_is_nothing_and_says_how_to_begin(
    signed_in, lead, observer, url, address
):
    page = signed_in(lead).get(address).text

    assert ("Nothing is measured yet" in page, "No story can be read here yet" in page) == (1, 1)
    assert (f"{url}measures/new/" in page, f"{url}stories/new/" in page) == (True, True)
    page = signed_in(observer).get(address).text
    assert (f"{url}measures/new/" in page, f"{url}stories/new/" in page) == (False, False)


def test_a_measure_shows_its_starting_numbers_with_days_and_the_newest(
    signed_in, lead, measure, reading, address
):
    for on, value in (("2026-09", 9), ("2026-10", 7)):
        Reading.write_down(measure, by=lead, on=on, value=Decimal(value))
    shown = Page(signed_in(lead).get(address)).text(f"measure-{measure.pk}")

    assert "May 2026 Before the change 12 The book." in shown
    assert "October 2026 The newest number 7" in shown
    assert "September" not in shown


def test_a_measure_without_numbers_says_so(signed_in, lead, measure, address):
    shown = Page(signed_in(lead).get(address)).text(f"measure-{measure.pk}")

    assert "No figure yet. It is counted in: a month." in shown


def test_only_a_later_number_says_that_the_start_is_missing(signed_in, lead, measure, address):
    Reading.write_down(measure, by=lead, on="2026-10", value=Decimal(7))

    assert "There is no number from before the change." in signed_in(lead).get(address).text


def test_with_five_measures_the_page_says_kindly_that_it_is_enough(
    signed_in, lead, project, url, address
):
    for number in range(5):
        Measure.add(project, by=lead, name=f"Measure {number}")
    page = signed_in(lead).get(address).text

    assert "You have 5 measures." in page
    assert f"{url}measures/new/" not in page


def test_a_story_for_the_team_alone_is_read_by_the_team_alone(
    signed_in, observer, participant, involvement, told, address
):
    told("Only for the team.")
    told("For everyone.", sharing="public")

    for person in (observer, participant):
        page = signed_in(person).get(address).text
        assert ("Only for the team." in page, "For everyone." in page) == (True, True)
    page = signed_in(involvement).get(address).text
    assert ("Only for the team." in page, "For everyone." in page) == (False, True)
    assert "There is 1 more story, for the team only." in page


def test_a_story_says_whose_words_it_is_and_that_they_agreed(signed_in, lead, told, address):
    story = told()
    shown = Page(signed_in(lead).get(address)).text(f"story-{story.pk}")

    assert shown.startswith("A carer’s story, April 2026 We waited for two hours.")
    assert "Written down by Asha Lead." in shown
    assert "They agreed that we may use it: Said yes in May." in shown


def test_twenty_five_stories_are_on_a_page(signed_in, lead, told, address):
    for number in range(27):
        told(f"Story {number};")
    first, second = (signed_in(lead).get(address + query).text for query in ("", "?page=2"))

    assert ("Story 2;" in first, "Story 1;" in first) == (True, False)
    assert ("Story 2;" in second, "Story 1;" in second) == (False, True)


def test_one_and_three_ask_as_often(signed_in, lead, project, told, address, queries):
    def one_more(number):
        measure = Measure.add(project, by=lead, name=f"Measure {number}")
        Reading.write_down(measure, by=lead, on="2026", value=Decimal(number))
        told(f"Story {number}")
        told(f"My story {number}", is_mine=True)

    one_more(1)
    with_one = queries(signed_in(lead), address)
    one_more(2)
    one_more(3)
    assert queries(signed_in(lead), address) == with_one


def test_a_closed_project_offers_nothing_to_write_but_stories_can_go(
    signed_in, lead, project, measure, told, url, address
):
    story = told()
    project.turn("complete", by=lead, because="Done.")
    page = signed_in(lead).get(address).text

    assert "add-number" not in page
    assert f"{url}stories/{story.pk}/take-back/" in page


@pytest.mark.parametrize("who", ["outsider", "other_lead"])
def test_outsiders_find_nothing(request, signed_in, address, who):
    assert signed_in(request.getfixturevalue(who)).get(address).status_code == 404
