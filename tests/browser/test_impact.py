"""Results in a real browser: numbers pasted and looked at, a chart, a lesson for the next team."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from projects.impact.models import Lesson, Measure, Reading
from projects.models import Project
from projects.plan.models import Action
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINES = "\n".join(f"{month}/2025\t{12 + month % 3}" for month in range(1, 11))
LATER = "\n".join(f"{month}/2026\t{6 + month % 2}" for month in range(1, 9))


def wrong_with(page, js):
    """What axe-core and we have against it; without scripts nothing can look."""
    return looking.everything_wrong(page) if js else []


@pytest.fixture
def measure(project, lead):
    measure = Measure.add(
        project, by=lead, name="Noise at night", direction="down", target=Decimal(5)
    )
    done = Action.add(project, by=lead, what="Softer doors")
    done.finish(by=lead)
    measure.show([done], by=lead)
    return measure


@pytest.mark.parametrize("width", [1280, 320])
def test_numbers_are_pasted_looked_at_and_shown_as_a_chart(
    browser_of, participant, project, measure, js, width
):
    page = browser_of(participant, js=js, width=width)
    page.goto(f"/projects/{project.pk}/impact/")
    assert not wrong_with(page, js)
    page.get_by_role("link", name="Add many numbers").click()
    page.get_by_label("Paste your numbers here").fill(f"{LINES}\n13/2025\t9")
    page.get_by_label("Yes, they show how things were before").check()
    page.get_by_role("button", name="Look at them first").click()
    expect(page.locator("#problems")).to_contain_text("Line 11: “13/2025” is not a day")
    assert not wrong_with(page, js)
    page.get_by_label("Paste your numbers here").fill(LINES)
    page.get_by_role("button", name="Look at them again").click()
    expect(page.locator("#read-title")).to_contain_text("10 numbers were read")
    assert not wrong_with(page, js)
    page.get_by_role("button", name="Write down these 10 numbers").click()
    page.wait_for_url(re.compile(r"/measures/\d+/$"))

    page.goto(f"/projects/{project.pk}/impact/measures/{measure.pk}/add-numbers/")
    file = {"name": "later.csv", "mimeType": "text/csv", "buffer": LATER.encode()}
    page.get_by_label("Or choose a file").set_input_files(file)
    page.get_by_label("No, they are from later").check()
    page.get_by_role("button", name="Look at them first").click()
    page.get_by_role("button", name="Write down these 8 numbers").click()
    page.wait_for_url(re.compile(r"/measures/\d+/$"))
    said = "The last eight are all better than before: that is unlikely to be chance."
    expect(page.locator("#project-content")).to_contain_text(said)
    expect(page.get_by_role("img", name="Numbers over time: Noise at night")).to_be_visible()
    assert not wrong_with(page, js)


def test_the_team_says_what_it_makes_of_it_by_keyboard_alone(
    browser_of, lead, project, measure, js
):
    for month in range(1, 4):
        Reading.write_down(measure, by=lead, on=f"2026-{month:02}", value=Decimal(month))
    page = browser_of(lead, js=js)
    page.goto(f"/projects/{project.pk}/impact/measures/{measure.pk}/make-of-it/")
    assert not wrong_with(page, js)
    page.get_by_label("What do you make of it?").focus()
    page.keyboard.type("Nights are calmer.")
    page.keyboard.press("Tab")
    page.keyboard.type("A carer and a nurse.")
    for _box in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#meaning-\d+$"))
    expect(page.locator(".meaning")).to_contain_text("Nights are calmer.")


def test_a_lesson_of_another_team_is_offered_at_its_stage_and_brought_here(
    browser_of, participant, other_lead, project, js
):
    other = Project.objects.of_member(other_lead).get()
    Lesson.write_down(
        other, by=other_lead, text="Ask at night.", stage="gather-ideas", sharing="shelf"
    )
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/checklist/gather-ideas/")
    if js:
        expect(page.locator("#learned")).to_contain_text("Ask at night.")
    assert not wrong_with(page, js)
    page.locator("#learned a").click()
    expect(page.locator("h1")).to_have_text("The learning shelf")
    assert not wrong_with(page, js)
    page.get_by_role("button", name="Bring this lesson here").click()
    page.wait_for_url(re.compile(r"/lessons/#lesson-\d+$"))
    expect(page.locator("#project-content")).to_contain_text("Ask at night.")
    assert not wrong_with(page, js)


def test_what_changed_and_what_happens_next_are_written_down(browser_of, lead, project, js):
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/impact/differences/new/")
    page.get_by_label("What did someone say?").fill("The bins bang.")
    page.get_by_label("What changed because of it?").fill("They have soft lids.")
    assert not wrong_with(page, js)
    page.get_by_role("button", name="Save what changed").click()
    page.wait_for_url(re.compile(r"#difference-\d+$"))
    assert not wrong_with(page, js)

    page.goto(f"/projects/{project.pk}/impact/what-next/")
    page.get_by_label("Keep it").check()
    page.get_by_label("Why, and how will it last?").fill("It is paid for.")
    assert not wrong_with(page, js)
    page.get_by_role("button", name="Save what happens next").click()
    page.wait_for_url(re.compile(r"#what-next$"))
    expect(page.locator("#what-next")).to_contain_text("It is paid for.")
