from datetime import timedelta

from django.utils import timezone

from projects.impact.models import WhatNext
from projects.impact.waiting import look_again_in


def agree(project, lead, days):
    look_on = None if days is None else timezone.localdate() + timedelta(days=days)
    WhatNext.agree(project, by=lead, choice="keep", because=f"So {days}.", look_on=look_on)


def test_it_waits_from_the_day_after(project, lead):
    assert look_again_in(project) is None
    agree(project, lead, 0)
    assert look_again_in(project) is None
    agree(project, lead, -1)
    waiting = look_again_in(project)
    assert waiting.sentence.startswith("You wanted to look at the numbers again on ")
    assert waiting.address == f"/projects/{project.pk}/impact/"


def test_only_the_newest_counts(project, lead):
    agree(project, lead, -1)
    agree(project, lead, None)

    assert look_again_in(project) is None
