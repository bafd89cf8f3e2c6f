import pytest

from tests import factories


@pytest.fixture
def meeting(project, lead):
    """In a week, at ten, for two hours, in a room and by phone."""
    return factories.make_meeting(
        project,
        by=lead,
        what_for="What the first visit is like",
        place="The library, room 2",
        getting_in="Level entrance on the left.",
        link="https://meet.collab.example/join",
        phone="0115 496 0000, then 8374#",
        on_the_day="Asha, 07700 900123",
        breaks="at eleven",
    )


@pytest.fixture
def url(meeting):
    return meeting.get_absolute_url()


@pytest.fixture
def place(project, participant):
    """The participant's place in the team."""
    return project.memberships.get(user=participant)


@pytest.fixture
def point(meeting, participant, place):
    return factories.make_point(meeting, by=participant, title="The letter", minutes=20)


@pytest.fixture
def closed(project, lead):
    """It took place three weeks ago, with a point and a summary."""
    meeting = factories.make_meeting(project, by=lead, days=-21, what_for="How we meet")
    factories.make_point(meeting, by=lead, title="The room")
    meeting.close(by=lead, opened_at=None, text="# The room\n\nIt is warm.\n\n- We take it.")
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def typed():
    """All that a person may type about a meeting."""
    return {
        "what_for": "The first visit",
        "day_day": "3",
        "day_month": "5",
        "day_year": "2027",
        "start": "2pm",
        "end": "16:30",
        "place": "The library",
        "getting_in": "Level entrance.",
        "link": "https://meet.collab.example/join",
        "phone": "0115 496 0000",
        "on_the_day": "Asha, 07700 900123",
        "breaks": "at three",
        "chair": "",
        "chair_words": "",
        "agenda": "",
        "agenda_words": "",
        "notes": "",
        "notes_words": "whoever likes to",
    }


@pytest.fixture
def refuses(request, signed_in):
    """`refuses(address, status of a participant)`: others may not, and strangers find nothing."""

    def check(address, participant=403, method="post", **data):
        expected = {"participant": participant, "observer": 403, "involvement": 403}
        expected["outsider"] = 404
        for who, status in expected.items():
            client = signed_in(request.getfixturevalue(who))
            assert getattr(client, method)(address, data).status_code == status, who

    return check
