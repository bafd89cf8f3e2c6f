import pytest

from projects.impact.models import Difference


@pytest.fixture
def room(url):
    return url + "differences/"


@pytest.fixture
def difference(project, participant):
    return Difference.write_down(
        project, by=participant, said="The bins bang.", changed="They have soft lids."
    )


@pytest.fixture
def typed():
    """All that a person may type about one."""
    return {
        "said": "The bins bang.", "changed": "They have soft lids.", "meant": "People sleep.",
        "taking_part": "It was easy to say.", "happened_day": "", "happened_month": "5",
        "happened_year": "2026", "sharing": "team",
    }  # fmt: skip
