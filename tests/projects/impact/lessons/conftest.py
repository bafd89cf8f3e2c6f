import pytest

from projects.impact.models import Lesson
from projects.models import Project


@pytest.fixture
def room(url):
    return url + "lessons/"


@pytest.fixture
def lesson(project, participant):
    return Lesson.write_down(project, by=participant, text="Ask at night.", stage="gather-ideas")


@pytest.fixture
def theirs(other_lead):
    """`theirs(text)` is on the shelf, from another project of the organisation."""
    other = Project.objects.of_member(other_lead).get()

    def write(text="Pay on the day.", stage="gather-ideas", **more):
        return Lesson.write_down(
            other, by=other_lead, text=text, stage=stage, **{"sharing": "shelf"} | more
        )

    return write


@pytest.fixture
def typed():
    """All that a person may type about one."""
    return {"text": "Ask at night.", "stage": "gather-ideas", "worked": "Tea at two.",
            "did_not": "E-mail.", "sharing": "team"}  # fmt: skip
