import pytest

from tests.factories import make_decision
from tests.reading import Page

SCRIPT = "<script>alert('%s')</script>"
TEXTS = [
    "question",
    "options",
    "lived_said",
    "staff_said",
    "decision",
    "reason",
    "dissent",
    "by_whom",
]


WRONG = [
    ("question", "", "Write something here."),
    ("question", "W" * 301, "This is too long: 301 letters. Use 300 or fewer."),
    ("question", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("decision", "", "Write something here."),
    ("decision", "word" * 5001, "This is too long: 20004 letters. Use 20000 or fewer."),
    ("reason", "", "Write the reason, or tick"),
    ("reason", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("by_whom", "b" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("level", "L-6", "Choose one of these."),
    ("where", "mars", "Choose one of these."),
    ("stage", "nowhere", "Choose one of these."),
    ("decided_day", "31", "This is not a real date. Write it like 20 7 2027."),
    ("decided_year", "", "Write at least the year, and the month before the day."),
    ("decided_year", "٢٠٢٦", "This is not a real date. Write it like 20 7 2027."),
    ("review_on_day", "", "Write the day, the month and the year."),
    ("review_on_day", "32", "This is not a real date. Write it like 20 7 2027."),
    ("review_on_year", "9" * 10_000, "This is not a real date. Write it like 20 7 2027."),
    ("review_on_month", "\x00", "There is a sign in this text that nobody can see."),
]


@pytest.fixture
def fields():
    """All that a person may type about a decision."""
    return {
        "question": "What time should we open?",
        "stage": "decision-time",
        "options": "Eight\nNine",
        "lived_said": "The first bus comes at nine.",
        "staff_said": "We could start at eight.",
        "decision": "We open at nine.",
        "reason": "So that people can come by bus.",
        "dissent": "One nurse: mornings are quieter.",
        "by_whom": "The team in May",
        "where": "inside",
        "level": "L-5",
        "decided_day": "",
        "decided_month": "5",
        "decided_year": "2026",
        "review_on_day": "1",
        "review_on_month": "5",
        "review_on_year": "2027",
        "opened_at": "",
    }


@pytest.fixture
def scripts(fields):
    """The same with a script in every text."""
    return fields | {name: SCRIPT % name for name in TEXTS}


def what_is_wrong(case, fields):
    name, value, said = case
    typed = fields | {name: value}
    if (name, value) == ("decided_day", "31"):
        typed["decided_month"] = "2"
    field = name.removesuffix("_day").removesuffix("_month").removesuffix("_year")
    return typed, field, said


@pytest.fixture(params=WRONG, ids=lambda case: f"{case[0]}={case[1][:8]!r}")
def wrong(request, fields):
    """One thing typed wrong: `(typed, field, what the page says)`."""
    return what_is_wrong(request.param, fields)


@pytest.fixture(params=WRONG[::4], ids=lambda case: f"{case[0]}={case[1][:8]!r}")
def sometimes_wrong(request, fields):
    """A few of them, where the form is the same and only the view is another."""
    return what_is_wrong(request.param, fields)


@pytest.fixture
def refused():
    """The page says what is wrong next to the field and keeps everything that was typed."""

    def check(response, typed, name, said):
        page = Page(response)
        assert response.status_code == 200
        assert said in page.text(f"id_{name}-error")
        for field, value in typed.items():
            if (field, value) not in (("level", "L-6"), ("where", "mars"), ("stage", "nowhere")):
                assert page.values[field] == value, field

    return check


@pytest.fixture
def proposal(project):
    return make_decision(project, question="Who writes the guide?", status="proposed")


@pytest.fixture
def agreed(project):
    return make_decision(project, question="When do we open?", decided="2026-05")
