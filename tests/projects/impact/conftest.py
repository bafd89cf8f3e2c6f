from decimal import Decimal

import pytest

from projects.impact.models import Measure, Reading, Story
from tests import factories


@pytest.fixture
def url(project):
    """The address of the room."""
    return f"/projects/{project.pk}/impact/"


@pytest.fixture
def measure(project, lead):
    return Measure.add(project, by=lead, name="Complaints", unit="a month", direction="down")


@pytest.fixture
def reading(measure, lead):
    return Reading.write_down(
        measure, by=lead, on="2026-05", value=Decimal(12), note="The book.", is_baseline=True
    )


@pytest.fixture
def many_numbers(project, lead):
    """`many_numbers(10, 8)`: a measure with ten from before the change, and eight better ones."""

    def made(before, later, **about):
        about = {"name": "Noise at night", "direction": "down"} | about
        measure = Measure.add(project, by=lead, **about)
        values = [12 + number % 3 for number in range(before)]
        values += [6 + number % 2 for number in range(later)]
        rows = [
            {"on": f"{2025 + place // 12}-{place % 12 + 1:02}", "value": Decimal(value),
             "note": "", "is_baseline": place < before}
            for place, value in enumerate(values)
        ]  # fmt: skip
        Reading.write_down_many(measure, rows, by=lead)
        return measure

    return made


@pytest.fixture
def told(project, lead):
    """`told(text)` is a carer's story that the lead wrote down."""

    def tell(text="We waited for two hours.", *, by=lead, is_mine=False, sharing="team", **more):
        about = {"voice": "own", "perspective": "carer", "told_on": "2026-04"}
        about |= {"agreed": "" if is_mine else "Said yes in May."}
        return Story.tell(
            project, by=by, is_mine=is_mine, text=text, sharing=sharing, **about | more
        )

    return tell


@pytest.fixture
def about_measure():
    """All that a person may type about a measure."""
    return {
        "name": "How calm it is", "unit": "per cent", "purpose": "To see if it is calmer.",
        "kind": "outcome", "direction": "up", "expected": "1250", "target_by_day": "",
        "target_by_month": "6", "target_by_year": "2027", "numbers_from": "A survey.",
        "collected_by": "The ward clerk", "note": "Two rooms.", "opened_at": "",
    }  # fmt: skip


@pytest.fixture
def about_number():
    """All that a person may type about a number."""
    return {
        "figure": "11", "on_day": "", "on_month": "6", "on_year": "2026", "period": "",
        "time": "before", "note": "From the book.",
    }  # fmt: skip


@pytest.fixture
def other_member(project):
    """Another participant of the same team."""
    person = factories.make_user("Cleo Colleague")
    factories.make_member(project, "participant", "staff", user=person)
    return person
