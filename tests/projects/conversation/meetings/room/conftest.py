import pytest


@pytest.fixture
def room(url, point):
    """The address of the screen of the point."""
    return f"{url}room/{point.pk}/"
