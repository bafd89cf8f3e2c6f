import csv
from decimal import Decimal

from projects.impact.models import Measure, Reading


def test_every_number_that_stands_is_a_line(signed_in, lead, project, measure, reading, url):
    reading.correct(by=lead, because="Two were wrong.", on="2026-05", value=Decimal("10.5"))
    odd = Measure.add(project, by=lead, name="=1+1")
    Reading.write_down(odd, by=lead, period="the first year", words="-300 to 350")
    response = signed_in(lead).get(url + "numbers.csv")
    body = response.getvalue()

    assert body.startswith(b"\xef\xbb\xbf")
    name = f'attachment; filename="project-{project.pk}-numbers.csv"'
    assert response["Content-Disposition"] == name
    head, first, second = csv.reader(body.decode("utf-8-sig").splitlines())
    assert head[:4] == ["What we measure", "Counted in", "Number", "When"]
    assert first[:4] == ["Complaints", "a month", "10.5", "2026-05"]
    assert second[:5] == ["'=1+1", "", "'-300 to 350", "", "the first year"]
    assert "Asha" not in body.decode()


def test_a_number_below_nothing_stays_a_number_to_calculate_with(signed_in, lead, measure, url):
    Reading.write_down(measure, by=lead, on="2026", value=Decimal(-80))
    text = signed_in(lead).get(url + "numbers.csv").getvalue().decode()

    assert ",-80,2026," in text


def test_one_and_three_ask_as_often(signed_in, lead, project, measure, reading, url, queries):
    with_one = queries(signed_in(lead), url + "numbers.csv")
    for number in range(2):
        other = Measure.add(project, by=lead, name=f"Measure {number}")
        Reading.write_down(other, by=lead, on="2026", value=Decimal(number))
    assert queries(signed_in(lead), url + "numbers.csv") == with_one


def test_outsiders_get_nothing(signed_in, outsider, url):
    assert signed_in(outsider).get(url + "numbers.csv").status_code == 404
