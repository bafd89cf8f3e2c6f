from pathlib import Path

import pytest

from stages.importing import import_edition

FIRST_EDITION = Path(__file__).parents[2] / "stages" / "data" / "first-edition.yaml"


@pytest.fixture
def guide_file():
    """The bytes of the first edition's file."""
    return FIRST_EDITION.read_bytes()


@pytest.fixture
def first_edition(db, guide_file):
    """The whole first edition, published."""
    return import_edition(guide_file, publish=True)[0]


@pytest.fixture
def easy(client):
    """A reader without an account who chose easy read."""
    client.cookies["display"] = "easy-normal-normal"
    return client
