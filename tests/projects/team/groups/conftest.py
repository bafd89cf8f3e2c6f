import pytest

from tests.factories import make_group


@pytest.fixture
def group(project):
    return make_group(project, "Young carers", here="no", ask="The carers' centre")


@pytest.fixture
def fields():
    return {
        "name": "Night staff",
        "affected": "They would start later.",
        "here": "no",
        "ask": "The ward manager",
        "opened_at": "",
    }
