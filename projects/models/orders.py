"""The orders in which an organisation's projects are read, each kept by the database."""

from django.db import models
from django.db.models import Q

ORDERS = [
    models.Index(fields=["organisation", "status", "title", "id"], name="in_title_order"),
    models.Index(
        fields=["organisation", "status", "last_activity_at", "id"],
        name="in_activity_order",
    ),
    models.Index(fields=["organisation", "status", "started_at", "id"], name="in_start_order"),
    models.Index(
        fields=["organisation", "status", "step_number", "title", "id"],
        name="in_step_order",
    ),
    models.Index(fields=["organisation", "status", "service"], name="by_service"),
    # Few rows each: what the portfolio offers help for (portfolio/reasons.py).
    models.Index(
        fields=["organisation", "status", "started_at"],
        condition=Q(service_users=0),
        name="without_service_users",
    ),
    models.Index(
        fields=["organisation", "status", "started_at"],
        condition=Q(carers=0),
        name="without_carers",
    ),
    models.Index(
        fields=["organisation", "status", "title", "id"],
        condition=Q(service_users=0, carers=0),
        name="without_lived_experience",
    ),
    models.Index(
        fields=["organisation", "status", "title", "id"],
        condition=Q(decisions_bare__gt=0),
        name="with_bare_decisions",
    ),
    models.Index(
        fields=["organisation", "status", "title", "id"],
        condition=Q(parts_bare__gt=0),
        name="with_bare_parts",
    ),
    models.Index(
        fields=["organisation", "status", "title", "id"],
        condition=Q(musts_left_out_bare__gt=0),
        name="with_bare_musts",
    ),
    models.Index(
        fields=["organisation", "status", "review_on"],
        condition=Q(review_on__isnull=False),
        name="by_review",
    ),
    models.Index(
        fields=["organisation", "status", "decisions_review_on"],
        condition=Q(decisions_review_on__isnull=False),
        name="by_decisions_review",
    ),
    models.Index(
        fields=["organisation", "status", "update_due_on"],
        condition=Q(update_due_on__isnull=False),
        name="by_update_due",
    ),
    models.Index(
        fields=["organisation", "status", "step_number"],
        condition=Q(last_number_at__isnull=True),
        name="without_numbers",
    ),
    models.Index(
        fields=["organisation", "status", "numbers_since"],
        condition=Q(numbers_since__isnull=False),
        name="by_numbers_since",
    ),
    # What anyone may read (frontdoor).
    models.Index(fields=["title", "id"], condition=Q(is_published=True), name="published"),
]
