import pytest
from django.utils import timezone

from tests.factories import make_rate


@pytest.fixture
def rate(organisation):
    return make_rate(organisation, what="A meeting", amount="20")


@pytest.fixture
def typed():
    today = timezone.localdate()
    return {
        "what": "A meeting",
        "amount": "25",
        "unit": "meeting",
        "note": "Also by phone.",
        "from_on_day": today.day,
        "from_on_month": today.month,
        "from_on_year": today.year,
    }
