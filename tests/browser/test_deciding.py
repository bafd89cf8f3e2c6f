"""From “What is open?” to a choice: with the keyboard alone, without scripts, on a small phone."""

import pytest
from playwright.sync_api import expect

from projects.models import Part
from tests.browser import looking
from tests.factories import make_assessment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FAR = 150
"""More presses of Tab than any page needs."""


@pytest.fixture
def parts(project, lead):
    made = [("Opening hours", "open", "L-4"), ("The colours", "open", "L-5"),
            ("The money", "fixed", "L-1")]  # fmt: skip
    for name, state, level in made:
        Part.add(project, by=lead, name=name, state=state, level=level, because="So it is.")


def reach(page, target):
    """Press Tab until the target has the focus, and see that the focus is on the screen."""
    for _press in range(FAR):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            box = target.bounding_box()
            assert box and box["width"] > 0
            return
    raise AssertionError(f"Tab never reaches {target}")


def press(page, name, role="button", **options):
    reach(page, page.locator("main").get_by_role(role, name=name, **options).first)
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")


def write(page, label, words):
    reach(page, page.get_by_label(label, exact=True))
    page.keyboard.type(words)


def heading(page):
    return page.get_by_role("heading", level=1)


def test_the_whole_choice_with_the_keyboard_alone_at_320_pixels(
    browser_of, lead, participant, project, parts, js
):
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/assessment/")
    press(page, "Begin to ask")
    press(page, "Go through the questions", "link")
    expect(heading(page)).to_have_text("Decision Time, item 1")
    assert looking.cut_off(page) == [] if js else True
    write(page, "What do you say?", "The hours are ours to set.")
    press(page, "Save and go on")
    expect(heading(page)).to_have_text("Decision Time, item 2")
    press(page, "All questions", "link")
    expect(page.locator("main")).to_contain_text("You have said something")

    theirs = browser_of(participant, js=js, width=320)
    theirs.goto(f"/projects/{project.pk}/assessment/question/1/")
    expect(theirs.locator("#others")).to_contain_text("The hours are ours to set.")
    write(theirs, "What do you say?", "Then start with Saturdays.")
    press(theirs, "Save and go on")

    press(page, "Write down what you decide", "link")
    reach(page, page.get_by_label("All of it", exact=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Part of it", exact=True)).to_be_checked()
    reach(page, page.get_by_label("Opening hours", exact=True))
    page.keyboard.press("Space")
    write(page, "If not all of it: what do you offer instead?", "We tell you about the money.")
    write(page, "Why?", "The rest is not ours.")
    write(page, "Who decided?", "The team")
    press(page, "Save the decision")
    expect(page.locator(".assessment-result")).to_contain_text("“Opening hours”")

    theirs.goto(page.url)
    press(theirs, "I agree", "link", exact=True)
    write(theirs, "Would you like to say why? (optional)", "It is a start.")
    press(theirs, "Save that I agree")
    voices = theirs.locator("#voices")
    expect(voices).to_contain_text("Those with lived experience who have spoken agree.")
    expect(voices).to_contain_text("Ben Participant agrees: It is a start.")

    [decision] = project.decisions.all()
    assert "– Opening hours: We design it together" in decision.decision
    assert decision.level == "L-4"


def test_a_mistake_says_so_and_keeps_what_was_typed(browser_of, lead, project, parts, js):
    make_assessment(project, by=lead)
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/assessment/result/")
    page.get_by_label("Part of it", exact=True).check()
    page.get_by_label("Why?", exact=True).fill("The rest is not ours.")
    page.get_by_label("Who decided?", exact=True).fill("The team")
    page.locator("main form button[type=submit]").click()
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_contain_text("Choose at least one part.")
    expect(summary).to_contain_text("Say what you offer instead.")
    expect(page.get_by_label("Why?", exact=True)).to_have_value("The rest is not ours.")
    expect(page.get_by_label("Opening hours", exact=True)).to_be_visible()
    if js:
        assert looking.everything_wrong(page) == []


def test_parts_move_with_the_keyboard_and_the_sheet_keeps_its_past(
    browser_of, lead, project, parts, js
):
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/whats-open/")
    press(page, "Up The colours")
    expect(page.locator(".part--open .part h3").first).to_have_text("The colours")
    press(page, "Change The money", "link")
    page.get_by_label("Partly open", exact=True).check()
    page.get_by_label("Why is it open, partly open or fixed?").fill("There is a little more.")
    page.locator("main form button[type=submit]").click()

    page.goto(f"/projects/{project.pk}/whats-open/history/")
    expect(page.locator("main")).to_contain_text("“The money” went from fixed to partly open.")
    expect(page.locator("main")).to_contain_text("Because: There is a little more.")
    if js:
        assert looking.everything_wrong(page) == []
