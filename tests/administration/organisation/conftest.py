import pytest


@pytest.fixture
def at(organisation):
    """`at("change/")` is that address of the organisation."""
    return lambda rest="": f"/administration/organisation/{organisation.pk}/{rest}"
