import pytest

from tests import factories


@pytest.fixture
def elsewhere(db):
    """Another organisation of the installation."""
    return factories.make_organisation(name="Hilltop Health")


@pytest.fixture
def other_administrator(elsewhere):
    """Looks after the accounts of another organisation."""
    person = factories.make_user("Eve Elsewhere")
    elsewhere.administrators.add(person)
    return person


@pytest.fixture
def superuser(db):
    """Runs the website."""
    return factories.make_user("Una Website", is_superuser=True, is_staff=True)
