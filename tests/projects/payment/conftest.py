from datetime import timedelta

import pytest
from django.utils import timezone

from projects.payment.models import PaymentKeeper


@pytest.fixture
def keeper(project, lead):
    """Looks after payment: the lead of the project."""
    PaymentKeeper.choose(project, lead, by=lead)
    return lead


@pytest.fixture
def typed():
    """What someone types who would like to claim."""
    day = timezone.localdate() - timedelta(days=3)
    return {
        "what": "The meeting in the library",
        "on_day": day.day,
        "on_month": day.month,
        "on_year": day.year,
        "amount": "£4,50",
    }
