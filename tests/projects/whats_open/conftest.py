import pytest

from projects.models import Part
from tests.reading import Page

SCRIPT = "<script>alert('%s')</script>"


@pytest.fixture
def fields():
    """All that a person may type about a part."""
    return {
        "name": "Opening hours",
        "state": "partly",
        "because": "The building closes at six.",
        "by_whom": "The landlord",
        "level": "L-4",
        "look_again_on_day": "1",
        "look_again_on_month": "5",
        "look_again_on_year": "2027",
        "opened_at": "",
    }


@pytest.fixture
def scripts(fields):
    return fields | {name: SCRIPT % name for name in ("name", "because", "by_whom")}


WRONG = [
    ("name", "", "Write something here."),
    ("name", "W" * 10_000, "This is too long: 10000 letters. Use 300 or fewer."),
    ("name", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("state", "", "Choose one."),
    ("state", "ajar", "Choose one of these."),
    ("because", "word" * 5001, "This is too long: 20004 letters. Use 20000 or fewer."),
    ("by_whom", "b" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("level", "L-6", "Choose one of these."),
    ("look_again_on_day", "31", "This is not a real date. Write it like 20 7 2027."),
    ("look_again_on_year", "", "Write the day, the month and the year."),
    ("look_again_on_year", "٢٠٢٧", "This is not a real date. Write it like 20 7 2027."),
    ("look_again_on_month", "\x00", "There is a sign in this text that nobody can see."),
]


@pytest.fixture(params=WRONG, ids=lambda case: f"{case[0]}={case[1][:8]!r}")
def wrong(request, fields):
    """One thing typed wrong: `(typed, field, what the page says)`."""
    name, value, said = request.param
    typed = fields | {name: value}
    if (name, value) == ("look_again_on_day", "31"):
        typed["look_again_on_month"] = "2"
    field = name.removesuffix("_day").removesuffix("_month").removesuffix("_year")
    return typed, field, said


@pytest.fixture
def refused():
    """The page says what is wrong next to the field and keeps everything that was typed."""

    def check(response, typed, name, said):
        page = Page(response)
        assert response.status_code == 200
        assert said in page.text(f"id_{name}-error")
        for field, value in typed.items():
            if field != "state" and (field, value) != ("level", "L-6"):
                assert page.values[field] == value, field

    return check


@pytest.fixture
def part(project, lead):
    return Part.add(project, by=lead, name="The building", state="open", because="It is empty.")
