import pytest

from projects.evidence.models import CheckedGroup, EqualityVersion


@pytest.fixture
def url(project):
    """The address of the room."""
    return f"/projects/{project.pk}/evidence/equality/"


@pytest.fixture
def fields():
    """All that a person may type about a group."""
    return {
        "name": "People who work nights",
        "good": "They can sit down.",
        "harm": "The door is locked at night.",
        "known": "The porters told us in May.",
        "action": "Ask for a bell.",
        "who": "Buildings manager",
        "due_on_day": "1",
        "due_on_month": "5",
        "due_on_year": "2027",
        "opened_at": "",
    }


@pytest.fixture
def row(project, lead):
    return CheckedGroup.add(project, by=lead, name="Carers", harm="Nobody asked them.")


@pytest.fixture
def keep(project, lead):
    """`keep()` keeps the check as a version."""
    return lambda why="first", note="": EqualityVersion.keep(project, by=lead, why=why, note=note)
