"""Whom to call on the day of a meeting: a name and a number, forgotten by itself."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from privacy.models import LegalHold
from projects.conversation.models import Meeting

AFTER = timedelta(days=7)


def forget_whom_to_call():
    """Of meetings that were over a week ago and that nobody closed; of how many."""
    held = LegalHold.objects.standing().filter(project=OuterRef("project"))
    over = Meeting.objects.filter(~Exists(held), ends_at__lt=timezone.now() - AFTER)
    return over.exclude(on_the_day="").update(on_the_day="")
