import pytest

from tests.factories import make_member, make_user


@pytest.fixture
def member(project, participant):
    return project.memberships.get(user=participant)


@pytest.fixture
def joan(project):
    """A member without e-mail."""
    return make_member(project, perspective="carer", user=make_user("Joan", email=None))
