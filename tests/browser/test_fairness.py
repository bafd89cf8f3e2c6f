"""The equality check and how things are now: with the keyboard alone, with scripts and without."""

import pytest
from playwright.sync_api import expect

from projects.evidence.models import CheckedGroup, EqualityVersion
from projects.impact.models import Story
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def check(project, lead):
    """The address of a check that has begun."""
    CheckedGroup.lay_out(project, by=lead)
    return f"/projects/{project.pk}/evidence/equality/"


def go_to(page, role, name):
    """With the Tab key alone, to the control of that name; the keyboard has no other way."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    expect(wanted).to_be_visible()
    for _press in range(90):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not get to {name}")


def test_three_groups_are_filled_in_with_the_keyboard_alone_on_a_narrow_screen(
    browser_of, participant, project, check
):
    page = browser_of(participant, js=False, width=320)
    page.goto(check)
    go_to(page, "link", "Write about the next group")
    page.keyboard.press("Enter")
    for number in range(1, 4):
        go_to(page, "textbox", "How could the change be good for them? (optional)")
        page.keyboard.type(f"Good thing {number}")
        page.keyboard.press("Tab")
        page.keyboard.type(f"Harm {number}")
        name = "Save and go on to the next group" if number < 3 else "Save"
        go_to(page, "button", name)
        page.keyboard.press("Enter")
        page.wait_for_load_state("load")

    expect(page.get_by_role("heading", level=1)).to_have_text("Equality check")
    written = [(row.good, row.harm) for row in project.checked_groups.all()[:4]]
    assert written == [
        ("Good thing 1", "Harm 1"), ("Good thing 2", "Harm 2"), ("Good thing 3", "Harm 3"),
        ("", ""),
    ]  # fmt: skip


def test_two_versions_are_kept_and_compared(browser_of, lead, project, check, js):
    row = project.checked_groups.get(key="carers")
    row.change(by=lead, harm="Nobody asked them.")
    page = browser_of(lead, js=js, width=320)
    page.goto(check)
    page.get_by_role("link", name="Keep this as a version").click()
    page.get_by_label("The first check").check()
    page.get_by_role("button", name="Keep this version").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Equality check, version 1")

    row.change(by=lead, harm="They were asked in June.")
    project.checked_groups.get(key="marriage").take_away(by=lead)
    EqualityVersion.keep(project, by=lead, why="after")
    page.goto(check + "versions/compare/")
    page.get_by_label("Which version comes first?").select_option("1")
    page.get_by_label("What do you want to compare it with?").select_option("2")
    page.get_by_role("button", name="Show").click()

    changed = page.locator(f"#compared-{row.pk}")
    expect(changed).to_contain_text("Changed")
    expect(changed).to_contain_text("Nobody asked them.")
    expect(changed).to_contain_text("They were asked in June.")
    expect(page.locator("main")).to_contain_text("Groups changed: 1. Groups taken away: 1.")
    if js:
        assert looking.everything_wrong(page) == []


def test_a_measure_gets_its_starting_number_and_a_story_stands_beside_it(
    browser_of, lead, project, js
):
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/impact/")
    page.get_by_role("link", name="Choose something to measure").click()
    page.get_by_label("What do you measure?").fill("Complaints about noise")
    page.get_by_label("A result").check()
    page.get_by_label("Lower is better").check()
    page.get_by_role("button", name="Save this measure").click()
    expect(page.locator("main")).to_contain_text("No figure yet.")

    page.get_by_role("link", name="Add a number").click()
    page.get_by_role("button", name="Save this number").click()
    expect(page.get_by_role("alert")).to_contain_text("Write something here.")
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_label("What is the number?").fill("12")
    page.get_by_label("Year").fill("2026")
    page.get_by_role("button", name="Save this number").click()
    expect(page.get_by_role("table")).to_contain_text("12")

    page.get_by_role("link", name="Back to what difference it makes").click()
    page.get_by_role("link", name="How things were, and all stories").click()
    page.get_by_role("link", name="Tell a story").click()
    page.get_by_label("What happened, and how was it?").fill("I hear it from the stairs.")
    page.get_by_label("It is my own").check()
    page.get_by_label("The person whose story it is agreed that we may use it").check()
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_role("button", name="Save this story").click()
    story = Story.objects.get()
    expect(page.locator(f"#story-{story.pk}")).to_contain_text("I hear it from the stairs.")
    if js:
        assert looking.everything_wrong(page) == []
