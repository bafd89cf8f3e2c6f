from pathlib import Path

import pytest

from projects.cases.reading import read_file
from stages.models import Item, Stage
from tests import factories

CASES = sorted((Path("projects") / "cases" / "data").glob("*-*.yaml"))
OXLEAS = next(path for path in CASES if path.stem == "oxleas-betts-ward")
PREFIXES = ("BI", "DT", "BT", "UA", "GI", "MC", "CP", "KC", "CI")


def make_guide():
    """An edition with the item IDs of the real guide and hardly any words."""
    edition = factories.make_edition(items=0)
    Item.objects.bulk_create(
        Item(
            edition=edition,
            stage=stage,
            key=f"{prefix}-{number}",
            position=number,
            wording=f"Item {prefix}-{number}",
            audience="everyone",
            weight="should",
        )
        for prefix, stage in zip(PREFIXES, Stage, strict=True)
        for number in range(1, 10 if prefix != "BI" else 9)
    )
    return edition


@pytest.fixture
def guide(db):
    return make_guide()


@pytest.fixture
def case():
    """A case as it was read; a test may change its own copy."""
    return read_file(OXLEAS)
