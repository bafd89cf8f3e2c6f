"""How much one person may send in their projects: far more than anybody types or ticks.

Counted by person, so that a workshop behind one address is not in its own way, and in the memory
of each process, so that a tick asks the database nothing more. With several processes a person
may send so many to each of them.
"""

import time

from django.conf import settings
from django.core.cache import caches
from django.shortcuts import render

from projects.interrupted import fields_in, texts_in

WINDOWS = ((60, 1), (3600, 10))
"""Seconds, and how many times `CHANGES_A_MINUTE` in them."""


def seconds_to_wait(person):
    """Counts one more; 0 while that is still allowed."""
    now, counts = int(time.time()), caches["pace"]
    for seconds, times in WINDOWS:
        name = f"{person.pk}-{seconds}-{now // seconds}"
        counts.add(name, 0, 2 * seconds)
        if counts.incr(name) > times * settings.CHANGES_A_MINUTE:
            return seconds - now % seconds
    return 0


def slow_down(request, seconds):
    """Nothing is saved and nothing is lost: all that was sent is on the page, to send again."""
    context = {
        "project": request.project,
        "minutes": -(-seconds // 60),
        "typed": texts_in(request),
        "fields": fields_in(request),
        "had_file": bool(request.FILES),
    }
    response = render(request, "projects/slow_down.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
