from decimal import Decimal

import pytest

from projects.impact.models import Measure, Reading
from projects.plan.models import Action
from tests import factories
from tests.reading import Page


def test_it_is_honest_when_there_is_nothing_and_says_how_to_begin(
    signed_in, lead, observer, outsider, url
):
    page = signed_in(lead).get(url).text

    assert "Nothing is measured yet" in page
    assert "Nobody has said yet if the change stays" in page
    assert f"{url}measures/new/" in page
    page = signed_in(observer).get(url).text
    assert (f"{url}measures/new/" in page, "Tell them what matters" in page) == (False, True)
    assert signed_in(outsider).get(url).status_code == 404


def test_each_measure_has_its_picture_its_sentence_its_table_and_what_is_expected(
    signed_in, observer, many_numbers, url
):
    measure = many_numbers(10, 8)
    measure.target = Decimal(5)
    measure.save()
    response = signed_in(observer).get(url)
    shown = Page(response).text(f"measure-{measure.pk}")

    assert '<svg class="chart run-chart" role="img"' in response.text
    assert "The last eight are all better than before: that is unlikely to be chance." in shown
    assert "We expect: 5" in shown
    assert "January 2025 Before the change 12 " in Page(response).text(f"numbers-of-{measure.pk}")


def test_under_ten_numbers_it_is_too_soon_to_tell_and_the_chart_is_there(
    signed_in, observer, many_numbers, url
):
    many_numbers(2, 2)
    page = signed_in(observer).get(url).text

    assert "Too soon to tell: there are 4 numbers so far, and it takes at least ten." in page
    assert "run-chart" in page


def test_with_one_number_there_is_a_table_and_no_picture(signed_in, observer, reading, url):
    page = signed_in(observer).get(url).text

    assert "Too soon to tell: there is 1 number so far" in page
    assert ("run-chart" in page, "The numbers as a table" in page) == (False, True)


def test_what_was_done_and_decided_is_marked_with_its_day(
    signed_in, lead, project, many_numbers, url
):
    measure = many_numbers(10, 8)
    decision = factories.make_decision(project, question="Which doors?", decided="2025-10")
    done = Action.add(project, by=lead, what="Softer doors", decision=decision)
    done.finish(by=lead)
    Action.objects.filter(pk=done.pk).update(done_on="2025-11-03")
    to_do = Action.add(project, by=lead, what="Not done yet")
    measure.show([done, to_do], by=lead)
    response = signed_in(lead).get(url)
    shown = Page(response).text(f"chart-{measure.pk}")

    assert "Decided: Which doors? (October 2025) Done: Softer doors (3 November 2025)" in shown
    assert response.text.count('class="chart__mark"') == 2
    assert "Not done yet" not in shown


def test_a_story_stands_beside_its_measure_for_who_may_read_it(
    signed_in, participant, involvement, measure, told, url
):
    told("Only for the team.", measure=measure)
    told("For everyone.", measure=measure, sharing="public")
    told("Beside nothing.")
    shown = Page(signed_in(participant).get(url)).text(f"measure-{measure.pk}")

    assert ("Only for the team." in shown, "For everyone." in shown) == (True, True)
    assert "Beside nothing." not in shown
    shown = Page(signed_in(involvement).get(url)).text(f"measure-{measure.pk}")
    assert ("Only for the team." in shown, "For everyone." in shown) == (False, True)


def test_a_retired_measure_is_named_below(signed_in, lead, measure, url):
    measure.retire(by=lead, because="So.")
    page = signed_in(lead).get(url).text

    assert "Not collected any more:" in page
    assert f'id="measure-{measure.pk}"' not in page


@pytest.mark.parametrize("person", ["lead", "observer"])
def test_one_and_three_ask_as_often(
    request, signed_in, lead, project, told, many_numbers, url, queries, person
):
    def one_more(number):
        measure = many_numbers(10, 4, name=f"Measure {number}")
        told(f"Story {number}", measure=measure)
        decision = factories.make_decision(project, question=f"Which {number}?", decided="2025")
        action = Action.add(project, by=lead, what=f"Action {number}", decision=decision)
        action.finish(by=lead)
        measure.show([action], by=lead)

    client = signed_in(request.getfixturevalue(person))
    one_more(1)
    with_one = queries(client, url)
    one_more(2)
    one_more(3)
    assert queries(client, url) == with_one


def test_a_closed_project_offers_nothing_to_write(signed_in, lead, project, measure, url):
    Reading.write_down(measure, by=lead, on="2026", value=Decimal(1))
    project.turn("complete", by=lead, because="Done.")
    page = signed_in(lead).get(url).text

    for word in ("add-number", "make-of-it", "what-next/", "measures/new"):
        assert word not in page


def test_with_five_measures_no_more_are_offered(signed_in, lead, project, url):
    for number in range(5):
        Measure.add(project, by=lead, name=f"Measure {number}")

    assert f"{url}measures/new/" not in signed_in(lead).get(url).text
