import pytest
from django.utils.timezone import localdate
from freezegun import freeze_time

from projects.models import Part
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/whats-open/on/"


@pytest.fixture
def walked(project, lead):
    """Two parts in May 2026: one changed on the 3rd, one taken away on the 5th."""
    with freeze_time("2026-05-01 12:00"):
        hours = Part.add(project, by=lead, name="Opening hours", state="open", because="First.")
        money = Part.add(project, by=lead, name="The money", state="fixed", because="The law.")
    with freeze_time("2026-05-03 22:59"):  # 11.59 at night here
        hours.change(by=lead, state="partly", because="Second.", name="Times")
    with freeze_time("2026-05-05 12:00"):
        money.take_away(by=lead)


def shown(response):
    return [text for text in ("Opening hours", "Times", "The money") if text in response.text]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2026-04-30", []),
        ("2026-05-01", ["Opening hours", "The money"]),
        ("2026-05-02", ["Opening hours", "The money"]),
        ("2026-05-03", ["Times", "The money"]),
        ("2026-05-04", ["Times", "The money"]),
        ("2026-05-05", ["Times"]),
        ("2999-01-01", ["Times"]),
    ],
)
def test_the_sheet_as_it_stood_on_a_day(signed_in, participant, walked, url, day, names):
    response = signed_in(participant).get(f"{url}?day={day}")

    assert shown(response) == names
    assert ("First." in response.text) == ("Opening hours" in names)
    assert ("Nothing was on the sheet that day." in response.text) == (not names)
    assert ("That day is still to come." in response.text) == (day > "2999")


def test_without_a_day_it_is_today_s(signed_in, lead, part, url):
    response = signed_in(lead).get(url)

    assert "The building" in response.text
    assert Page(response).values["day_year"] == str(localdate().year)


def test_the_three_boxes_do_the_same(signed_in, lead, walked, url):
    response = signed_in(lead).get(f"{url}?day_day=2&day_month=May&day_year=2026")

    assert shown(response) == ["Opening hours", "The money"]


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-31", "2026-5", "٢٠٢٦-٠٥-٠٣", "9" * 5000])
def test_what_is_no_day_is_said_next_to_the_boxes(signed_in, lead, part, url, day):
    response = signed_in(lead).get(url, {"day": day})

    assert response.status_code == 200
    assert Page(response).text("id_day-error")
    assert "The building" not in response.text


def test_it_offers_no_change(signed_in, lead, part, url):
    assert f"/whats-open/{part.pk}/" not in signed_in(lead).get(url).text


def test_one_part_and_three_parts_cost_the_same(signed_in, lead, project, part, url, queries):
    client = signed_in(lead)
    one = queries(client, url)
    Part.add(project, by=lead, name="The money", state="fixed", level="L-1")
    Part.add(project, by=lead, name="The colours", state="partly", level="L-2")

    assert queries(client, url) == one


def test_others_do_not_find_it(signed_in, outsider, other_lead, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404
