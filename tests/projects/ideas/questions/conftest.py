import pytest

from tests import factories


@pytest.fixture
def question(project):
    """Read by the lead, open to anyone."""
    return factories.make_question(
        project,
        question="What would make waiting easier for you?",
        easy="What would help when you wait?",
        about="The walls stay where they are.",
    )
