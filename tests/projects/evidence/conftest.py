import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.evidence.models import Source
from tests import factories
from tests.projects.files.conftest import kept_names, own_storage  # noqa: F401
from tests.reading import Page

SCRIPT = "<script>alert('%s')</script>"


@pytest.fixture
def group(project, lead):
    return factories.make_group(project, "Parents of young children", by=lead)


@pytest.fixture
def fields(group):
    """All that a person may type about a source."""
    return {
        "kind": "experience",
        "sort": "survey",
        "title": "Survey of visitors",
        "finding": "Half of them found the room too loud.",
        "voice": "carers",
        "voice_words": "Parents who wait",
        "group": str(group.pk),
        "dated_day": "",
        "dated_month": "3",
        "dated_year": "2025",
        "dated_until_day": "1",
        "dated_until_month": "1",
        "dated_until_year": "2026",
        "strength": "some",
        "link": "https://www.example.org/survey",
        "opened_at": "",
    }


WRONG = [
    ("kind", "", "Choose one."),
    ("kind", "gossip", "Choose one of these."),
    ("sort", "gossip", "Choose one of these."),
    ("title", "", "Write something here."),
    ("title", "W" * 301, "This is too long: 301 letters. Use 300 or fewer."),
    ("title", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("title", "turn\u202ened", "There is a sign in this text that nobody can see."),
    ("finding", "W" * 501, "This is too long: 501 letters. Use 500 or fewer."),
    ("voice", "nobody at all", "Choose one of these."),
    ("group", "999999", "Choose one of these."),
    ("dated_month", "13", "This is not a real date. Write it like 20 7 2027."),
    ("dated_until_year", "2024", "The end is before the beginning."),
    ("strength", "very", "Choose one of these."),
    ("link", "javascript:alert(1)", "Write a web address that begins with https://"),
    ("link", "ftp://example.org/a", "Write a web address that begins with https://"),
    ("link", "data:text/html,x", "Write a web address that begins with https://"),
    ("link", "file:///etc/passwd", "Write a web address that begins with https://"),
    ("link", "https://nhs.example@evil.example/", "Write the address without a name"),
    ("link", "https://x.example/" + "a" * 500, "This is too long: 518 letters."),
]
CHOICES = ("kind", "sort", "voice", "group", "strength")


@pytest.fixture(params=WRONG, ids=lambda case: f"{case[0]}={case[1][:12]!r}")
def wrong(request, fields):
    """One thing typed wrong: `(typed, field, what the page says)`."""
    name, value, said = request.param
    for ending in ("_day", "_month", "_year"):
        name_of_field = name.removesuffix(ending)
        if name_of_field != name:
            break
    return fields | {name: value}, name_of_field, said


@pytest.fixture
def refused():
    """The page says what is wrong next to the field and keeps everything that was typed."""

    def check(response, typed, name, said):
        page = Page(response)
        assert response.status_code == 200
        assert said in page.text(f"id_{name}-error")
        for field, value in typed.items():
            if field not in (name if name in CHOICES else "", "file"):
                assert page.values[field] == value, field

    return check


@pytest.fixture
def source(project, lead):
    return factories.make_source(
        project, "What visitors told us", by=lead, finding="The room is loud.", voice="carers"
    )


@pytest.fixture
def with_file(project, lead):
    """A source with a file of plain text."""
    upload = factories.make_upload(alternative="What three visitors said.")
    return factories.make_source(project, "Notes of May", by=lead, upload=upload)


@pytest.fixture
def chosen():
    """`chosen(name, content)` is a file as a browser sends it, whatever type it claims."""

    def of(name, content, claims="application/pdf"):
        return SimpleUploadedFile(name, content, content_type=claims)

    return of


@pytest.fixture
def earlier(organisation, lead, edition):
    """A finding of another project that the lead leads too."""
    project = factories.make_project(organisation, "The old clinic", by=lead, edition=edition)
    return factories.make_source(
        project, "Survey of 2019", by=lead, finding="People wait too long.", kind=Source.Kind.DATA
    )
