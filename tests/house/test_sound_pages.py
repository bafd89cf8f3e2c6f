"""Every page is sound, whatever people wrote: as a lead, an overseer, an administrator, nobody."""

from contextlib import contextmanager

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client

from stages.models import Stage
from tests.hands import hands_of
from tests.house.test_pages import HARM, NO_PAGE, problems_of
from tests.routes import routes
from tests.world import make_world


@pytest.fixture(scope="module")
def harmed(made_once):
    return made_once(lambda: make_world(lambda what: HARM))


@pytest.mark.parametrize("who", ["lead", "involvement", "administrator", "nobody"])
def test_every_page_is_sound_whatever_people_wrote(harmed, db, who):
    problems, seen, shown = {}, set(), 0
    for address, status, text in pages_of(harmed, who):
        seen.add(status)
        shown += "&lt;script&gt;harm()" in text
        if found := list(problems_of(text)):
            problems[f"{address} ({status})"] = found

    assert problems == {}
    assert 200 in seen
    assert shown > {"lead": 50, "involvement": 20, "administrator": 4, "nobody": 4}[who]


def addresses_of(world, who):
    """Every page: the lead's in each project and at each stage, the others' once."""
    projects = (world.full, world.empty, world.closed) if who == "lead" else (world.full,)
    for route in routes():
        if route.name.endswith(NO_PAGE) or route.name == "healthz":
            continue
        if who == "administrator" and route.in_project:
            continue
        for project in projects if route.in_project else (world.full,):
            stages = Stage if who == "lead" and project == world.full else [Stage.BIG_IDEA]
            for stage in stages if "stage" in route.names else [None]:
                yield route, route.address(**world.values(project, stage=stage))


def pages_of(world, who):
    """(where, status, text) of every page as they see it, and of what they send without a word."""
    client = Client() if who == "nobody" else hands_of(world.cast[who])
    for route, address in addresses_of(world, who):
        asked = [client.get(address)]
        if who in ("lead", "administrator") and route.is_ours:
            with undone():
                asked.append(client.post(address, {"sent": "yes"}))
        for response in asked:
            is_page = response.headers.get("Content-Type", "").startswith("text/html")
            if is_page and response.text:
                yield address, response.status_code, response.text
            if response.streaming:  # read to its end, as a browser does: then its file is closed
                for _piece in response.streaming_content:
                    pass


@contextmanager
def undone():
    """Also how much was sent: nobody here is too fast."""
    caches["pace"].clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
