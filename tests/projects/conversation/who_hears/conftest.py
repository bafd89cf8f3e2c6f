import pytest

PLAN = {"who": "Carers on the ward", "what": "What was decided", "how": "A letter",
        "how_often": "Every month", "seen_to_by": "The ward clerk"}  # fmt: skip


@pytest.fixture
def typed():
    return dict(PLAN)


@pytest.fixture
def plan(room):
    return f"{room}who-hears/"
