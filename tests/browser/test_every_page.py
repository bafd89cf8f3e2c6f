"""axe-core, target sizes and no sideways scrolling on every page, in every state."""

import pytest

from stages.models import Stage
from tests.browser import looking
from tests.routes import routes
from tests.test_access import CELLS
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NO_PAGE = (
    "_pdf",
    "_csv",
    "_html",
    "_json",
    "_sha256",
    "_ics",
    "_xml",
    "_zip",
    "healthz",
    "checklist:changes",
    "files:detail",
)
LONG = "A rather long text that people may well write here, about "


@pytest.fixture
def world(transactional_db):
    return make_world(lambda what: f"{LONG[:30]}{what}.")


def addresses(world, project):
    for route in routes():
        is_page = CELLS.get((route.name, "GET"), {}).get("lead") != "405"
        if is_page and not route.name.endswith(NO_PAGE):
            values = world.values(project, stage=Stage.BIG_IDEA)
            if route.name == "decisions:replace" and project.decisions.exists():
                values["decision_id"] = project.decisions.agreed().first().pk
            yield route, route.address(**values)


def look_at(page, addresses, *widths, press=False):
    """What is wrong with the pages that this person can see, a line each; how many they were."""
    wrong, seen = [], 0
    for route, address in addresses:
        response = page.goto(address, wait_until="load")
        if response.status not in (200, 403, 404) or response.request.redirected_from:
            continue
        if press:
            button = page.locator(
                "main form[novalidate] button[type=submit]:not([aria-hidden])"
            ).first
            if not button.count():
                continue
            button.click()
            page.wait_for_load_state("load")
        seen += 1
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            found = looking.everything_wrong(page)
            wrong += [f"{route} at {width}: {one}" for one in found]
    return wrong, seen


def choose(person, **choice):
    person.change(**choice)
    return person


EASY = {"wording": "easy", "text_size": "largest", "contrast": "high"}


def test_every_page_of_a_full_project_as_lead(world, browser_of):
    page = browser_of(world.cast["lead"])
    wrong, seen = look_at(page, addresses(world, world.full), 1280, 320)

    assert not wrong, "\n".join(wrong)
    assert seen > 30


def test_every_page_in_easy_read_large_and_strong_contrast(world, browser_of):
    page = browser_of(choose(world.cast["lead"], **EASY))
    wrong, seen = look_at(page, addresses(world, world.full), 320)

    assert not wrong, "\n".join(wrong)
    assert seen > 30


def test_every_form_with_its_mistakes(world, browser_of):
    page = browser_of(world.cast["lead"])
    in_projects = [
        (route, address)
        for route, address in addresses(world, world.full)
        if route.is_ours and not route.name.startswith("exports:records:")  # a press makes one
    ]
    wrong, seen = look_at(page, in_projects, 320, press=True)

    assert not wrong, "\n".join(wrong)
    assert seen > 10


@pytest.mark.parametrize("which", ["empty", "closed"])
def test_every_page_of_a_project_that_is(world, browser_of, which):
    page = browser_of(world.cast["lead"])
    in_project = [
        (route, address)
        for route, address in addresses(world, getattr(world, which))
        if route.in_project and (not route.second_id or which == "closed")
    ]
    wrong, seen = look_at(page, in_project, 320)

    assert not wrong, "\n".join(wrong)
    assert seen > 10


@pytest.mark.parametrize("who", ["participant", "involvement", None])
def test_every_page_as(world, browser_of, who):
    page = browser_of(world.cast[who] if who else None)
    theirs = [
        (route, address)
        for route, address in addresses(world, world.full)
        if not who or route.in_project or route.name.startswith(("projects:", "portfolio:"))
    ]
    wrong, seen = look_at(page, theirs, 320)

    assert not wrong, "\n".join(wrong)
    assert seen > 5


def test_every_page_for_nobody_in_easy_read(world, browser_of):
    page = browser_of(None)
    page.goto("/accounts/display/")
    for label in ["Easy read wording", "Very large text", "Strong contrast"]:
        page.get_by_label(label).check()
    page.locator("main form button[type=submit]").first.click()
    wrong, seen = look_at(
        page, [(r, a) for r, a in addresses(world, world.full) if not r.in_project], 320
    )

    assert not wrong, "\n".join(wrong)
    assert seen > 5
