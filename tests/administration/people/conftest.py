import pytest

from tests import factories


@pytest.fixture
def at(participant):
    """`at("contact/")` is that address of `participant`."""
    return lambda rest="": f"/administration/people/{participant.pk}/{rest}"


@pytest.fixture
def in_both(participant, elsewhere):
    """`participant`, who has a place in another organisation too."""
    factories.make_member(factories.make_project(elsewhere), user=participant)
    return participant
