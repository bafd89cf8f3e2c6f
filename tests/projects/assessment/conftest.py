import pytest

from projects.models import Part
from tests.factories import make_assessment, make_member, make_user


@pytest.fixture
def prompts(edition):
    """Two things to talk about at Decision Time; the edition has three items for it."""
    for number, text in enumerate(["What would be a waste of time?", "What do we keep?"], 1):
        edition.prompts.create(
            key=f"DT-T{number}", text=text, stage="decision-time", position=number
        )


@pytest.fixture
def parts(project, lead):
    """What is open, partly open and fixed."""
    made = [("Opening hours", "open", "L-4"), ("The rooms", "partly", "L-2"),
            ("The money", "fixed", "L-1")]  # fmt: skip
    return [
        Part.add(project, by=lead, name=name, state=state, level=level, because="So it is.")
        for name, state, level in made
    ]


@pytest.fixture
def going_on(project, lead, prompts, parts):
    return make_assessment(project, by=lead)


@pytest.fixture
def concluded(project, lead, parts):
    """Part of it: the opening hours."""
    shared = project.part_versions.standing().filter(name="Opening hours")
    return make_assessment(
        project, by=lead, outcome="part", parts=shared, alternative="We ask for views."
    )


@pytest.fixture
def carer(project):
    person = make_user("Cleo Carer")
    make_member(project, user=person, perspective="carer")
    return person


@pytest.fixture
def staff(project):
    person = make_user("Stan Staff")
    make_member(project, user=person, perspective="staff")
    return person
