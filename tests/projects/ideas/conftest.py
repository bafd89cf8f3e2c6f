import pytest

from projects.ideas.models import Idea, Theme
from tests import factories


@pytest.fixture
def theme(project, lead):
    return Theme.add(project, by=lead, name="Noise", about="What is too loud.")


@pytest.fixture
def idea(project, participant):
    """The participant's own."""
    return factories.make_idea(project, "A quiet corner.", by=participant)


@pytest.fixture
def from_session(project, lead):
    """Said in a session; nobody of those there is named."""
    session = factories.make_session(
        project, community="Carers at the lunch club", ideas=["Softer doors."]
    )
    return session.ideas.get()


@pytest.fixture
def others(request):
    """What an address answers those who may not: `others(method, url, typed)`."""

    def answers(signed_in, method, url, typed=None):
        people = ("participant", "observer", "involvement", "outsider")
        return [
            getattr(signed_in(request.getfixturevalue(who)), method)(url, typed).status_code
            for who in people
        ]

    return answers


@pytest.fixture
def many(project, lead, theme):
    """500 ideas, half of them under a theme, some of them answered."""
    return fill(project, lead, [theme, Theme.add(project, by=lead, name="Food")], 500)


def fill(project, lead, themes, number):
    return Idea.objects.bulk_create(
        Idea(
            project=project,
            text=f"Idea number {one}.",
            way=list(Idea.Way)[one % 4],
            given_by=lead if one % 4 == 0 else None,
            theme=themes[one % 4] if one % 4 < len(themes) else None,
            status="not_used" if one % 5 == 0 else "new",
            because="It costs too much." if one % 5 == 0 else "",
        )
        for one in range(number)
    )
