import pytest

from projects.conversation.models import AskedQuestion


@pytest.fixture
def questions(room):
    return f"{room}questions/"


@pytest.fixture
def from_outside(project):
    """What came from outside, and waits."""
    with project.changing():
        return AskedQuestion.receive(project, question="Is the ward closing?")
