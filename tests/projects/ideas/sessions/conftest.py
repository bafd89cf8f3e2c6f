import pytest

from tests import factories


@pytest.fixture
def session(project, lead):
    """Twelve people at the lunch club, and two ideas of theirs."""
    return factories.make_session(
        project,
        community="Carers at the lunch club",
        where="St Mary's hall",
        how_many=12,
        ideas=["Softer doors.", "A shelf for bags."],
        main_points="It is too loud.\nNobody says how long it takes.",
        answer_to="Asha",
    )


@pytest.fixture
def first(session):
    return session.ideas.get(text="Softer doors.")
