"""From what was said to what changed: walked both ways, with scripts and without, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.projects.story.conftest import make_chain

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def chain(project, lead):
    chain = make_chain(project, lead)
    chain.action.finish(by=lead)
    return chain


def sound(page, js):
    """Nothing is wrong with the page; what looks at it is a script itself."""
    return not js or looking.everything_wrong(page) == []


def press_to(page, name):
    """With the Tab key alone to the link of that name, and through it."""
    wanted = page.get_by_role("link", name=name).first
    for _press in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            page.keyboard.press("Enter")
            page.wait_for_load_state("load")
            return
    raise AssertionError(f"the keyboard does not get to {name}")


@pytest.mark.parametrize("width", [320, 1280])
def test_from_an_idea_to_its_measure_and_back_with_the_keyboard(
    browser_of, participant, project, chain, js, width
):
    page = browser_of(participant, js=js, width=width)
    page.goto(chain.idea.get_absolute_url())
    press_to(page, "Follow its thread")
    expect(page.locator("#thread h2")).to_have_text(
        ["Said", "Theme", "Decided", "What we do about it", "What shows it"]
    )
    assert sound(page, js)

    press_to(page, chain.measure.name)
    press_to(page, "Follow its thread")
    expect(page.locator("#thread h2")).to_have_text(
        ["What shows it", "What we do about it", "Decided", "Said"]
    )
    expect(page.locator("#thread")).to_contain_text(chain.idea.text)
    assert sound(page, js)


def test_a_lead_finds_a_gap_and_lets_anyone_read_what_may_be_read(
    browser_of, lead, project, chain, js
):
    project.publish(by=lead)
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/story/")
    assert sound(page, js)
    page.get_by_role("link", name="Where the thread breaks").click()
    expect(page.locator("#gap-untold")).to_contain_text("Older people, group 1")
    assert sound(page, js)

    page.goto(f"/projects/{project.pk}/story/public/")
    assert sound(page, js)
    for box in page.get_by_role("checkbox").all():
        box.check(force=True)
    page.get_by_role("button", name="Save what anyone may read").click()
    page.goto(f"/frontdoor/{project.pk}/")
    page.get_by_role("link", name="Read what people said").click()
    expect(page.locator("#entries")).to_contain_text(chain.idea.text)
    assert sound(page, js)


def test_on_paper_no_address_of_ours_stands_and_numbers_are_unfolded(
    browser_of, participant, project, chain
):
    page = browser_of(participant)
    page.emulate_media(media="print")
    page.goto(f"/projects/{project.pk}/story/")
    after = "one => getComputedStyle(one, '::after').content"
    assert page.get_by_role("link", name=chain.measure.name).evaluate(after) == "none"

    page.goto(f"/projects/{project.pk}/impact/")
    numbers = page.locator("details table").first
    assert numbers.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
    assert numbers.evaluate("one => one.getBoundingClientRect().height") > 20
