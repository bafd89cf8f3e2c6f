import pytest

from needs.models import AskedAnotherWay


@pytest.fixture
def task(project, participant, lead):
    """The participant asked in the project; the lead sees to it."""
    return AskedAnotherWay.ask(
        project.organisation,
        project=project,
        way="language",
        language="Polish",
        words="The summary for my mother",
        reach="known",
        asker=participant,
        page=f"/projects/{project.pk}/",
    )
