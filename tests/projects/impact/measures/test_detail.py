from decimal import Decimal

from projects.impact.models import Reading
from tests.factories import make_project
from tests.reading import Page


def test_it_shows_every_number_also_those_that_were_corrected(
    signed_in, lead, observer, measure, reading
):
    new = reading.correct(by=lead, because="Two were wrong.", on="2026-05", value=Decimal(10))
    page = Page(signed_in(observer).get(measure.get_absolute_url()))

    assert page.text(f"reading-{reading.pk}").startswith("May 2026 Before the change 12 Corrected")
    shown = page.text(f"reading-{new.pk}")
    assert "10 Corrected because: Two were wrong. From Asha Lead" in shown


def test_without_a_number_it_says_so(signed_in, lead, measure):
    assert "No figure yet." in signed_in(lead).get(measure.get_absolute_url()).text


def test_fifty_numbers_are_on_a_page(signed_in, lead, measure):
    for number in range(52):
        Reading.write_down(measure, by=lead, on=f"{1950 + number}", value=Decimal(number))
    address = measure.get_absolute_url()
    first, second = (signed_in(lead).get(address + query).text for query in ("", "?page=2"))

    assert ("<td>1999" in first, "<td>2001" in first) == (True, False)
    assert ("<td>1999" in second, "<td>2001" in second) == (False, True)


def test_a_measure_of_another_project_is_not_found(signed_in, lead, measure):
    other = make_project(measure.project.organisation, by=lead)

    elsewhere = f"/projects/{other.pk}/impact/measures/{measure.pk}/"
    assert signed_in(lead).get(elsewhere).status_code == 404


def test_one_and_three_ask_as_often(signed_in, lead, measure, reading, queries):
    reading.correct(by=lead, because="So.", on="2026-05", value=Decimal(10))
    address = measure.get_absolute_url()
    with_one = queries(signed_in(lead), address)
    for number in range(2):
        Reading.write_down(measure, by=lead, on="2026", value=Decimal(number))
    assert queries(signed_in(lead), address) == with_one
