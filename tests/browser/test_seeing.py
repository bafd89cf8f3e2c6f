"""The page for people who change how pages look: spacing, zoom, forced colours, paper."""

import pytest

from tests.browser import looking
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
"""WCAG 1.4.12."""


@pytest.fixture
def world(transactional_db):
    return make_world(lambda what: f"A rather long text about {what}.")


@pytest.fixture
def places(world):
    project = world.full
    item = project.checklist.filter(left_out=False).first()
    return [
        project.get_absolute_url(),
        item.get_absolute_url().split("#")[0],
        project.decisions.first().get_absolute_url(),
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_more_space_between_letters_cuts_nothing_off(browser_of, world, places, width):
    page = browser_of(world.cast["lead"], width=width, bypass_csp=True)
    wrong = {}
    for place in places:
        page.goto(place)
        page.add_style_tag(content=SPACING)
        wrong[place] = looking.cut_off(page)

    assert wrong == {place: [] for place in places}


def test_four_times_as_large_cuts_nothing_off(browser_of, world, places):
    """1280 px at 400 % are 320 by 256."""
    page = browser_of(world.cast["lead"])
    page.set_viewport_size({"width": 320, "height": 256})
    wrong = {}
    for place in places:
        page.goto(place)
        wrong[place] = looking.cut_off(page)

    assert wrong == {place: [] for place in places}


def test_a_long_word_breaks_instead_of_pushing_the_page_aside(browser_of, transactional_db):
    world = make_world(lambda what: "Donaudampfschifffahrt" * 9)
    page = browser_of(world.cast["lead"], width=320)
    project = world.full
    wrong = {}
    item = project.checklist.filter(left_out=False).first()
    for place in [project.get_absolute_url(), item.get_absolute_url(), "/projects/"]:
        page.goto(place)
        wrong[place] = looking.cut_off(page)

    assert {place: found for place, found in wrong.items() if found} == {}


BOX = """e => { const s = getComputedStyle(e); return [s.borderTopStyle, s.borderTopWidth,
  s.borderTopColor !== getComputedStyle(e.closest('.item')).backgroundColor]; }"""


def picture_of(box):
    return box.screenshot(caret="initial")  # hiding the caret takes a style that the policy forbids


def test_forced_colours_keep_the_box_and_the_tick(browser_of, world, places):
    page = browser_of(world.cast["lead"], forced_colors="active")
    later = world.full.checklist.filter(stage="decision-time")
    page.goto(later[0].get_absolute_url())
    done, not_needed = (page.locator(f"#item-{item.pk} .tick__box") for item in later)

    assert done.evaluate(BOX) == ["solid", "3px", True]
    assert picture_of(done) != picture_of(not_needed)
    mark = "e => getComputedStyle(e, '::after').borderRightColor"
    ground = "e => getComputedStyle(e).backgroundColor"
    assert done.evaluate(mark) != done.evaluate(ground)


def test_on_paper_the_page_keeps_its_words_and_loses_its_buttons(browser_of, world, places):
    page = browser_of(world.cast["lead"])
    page.emulate_media(media="print")
    page.goto(places[1])

    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".tick__words").first.is_visible()
    assert not page.locator(".project-menu").is_visible()


def test_movement_is_not_forced_on_anyone(browser_of, world, places):
    page = browser_of(world.cast["lead"], reduced_motion="reduce")
    page.goto(places[1])
    moving = """() => document.getAnimations().length"""

    assert page.evaluate(moving) == 0
