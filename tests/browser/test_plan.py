"""The plan: from an aim to a small test that is chosen again, with scripts and without."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from projects.plan.models import Action
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(project):
    return f"/projects/{project.pk}/plan/"


def type_day(page, day):
    for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(label, exact=True).fill(str(number))


def test_an_aim_and_something_to_do_that_is_pressed_done(
    browser_of, lead, participant, project, plan, js
):
    page = browser_of(lead, js=js, width=360)
    page.goto(plan)
    page.get_by_role("link", name="Write the aim").click()
    page.get_by_label("What gets better?").fill("The waiting room is calmer")
    page.get_by_label("For whom?").fill("people who wait there")
    page.get_by_role("button", name="Save the aim").click()
    expect(page.locator("#aim")).to_contain_text("calmer, for people who wait there.")
    Action.add(project, by=lead, what="Paint the door", due="2026-01-03")

    mine = browser_of(participant, js=js, width=360)
    mine.goto(plan)
    row = mine.locator("#late li")
    expect(row).to_contain_text("This was planned for 3 January 2026. Is it done, or is another")
    row.get_by_role("button", name="I will do it").click()
    mine.goto(plan)
    row.get_by_role("button", name="It is done").click()
    expect(mine.locator("main")).to_contain_text("Done on")
    assert project.actions.get().state == "done"
    if js:
        assert looking.everything_wrong(mine) == []


def test_a_small_test_goes_round_once_with_the_keyboard_alone(browser_of, lead, project, plan, js):
    page = browser_of(lead, js=js, width=360)
    page.goto(plan + "trials/new/")
    page.get_by_label("What do you call this small test?").focus()
    for words in ("Radio off", "Off on Fridays", "Ward 3", "six people", "two weeks",
                  "Nobody misses it", "Someone gets upset"):  # fmt: skip
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    for number in (20, 7, timezone.localdate().year + 1):
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Small test: Radio off")

    page.get_by_role("link", name="Write down what happened").click()
    page.get_by_label("What happened?").fill("It was off twice.")
    page.get_by_label("What did you see? Was it what you thought?").fill("Two asked for it.")
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_role("button", name="Save what we saw").click()
    page.get_by_role("link", name="Keep it, change it or stop it").click()
    page.get_by_label("Change it and try again").check()
    page.get_by_label("Why, and what comes next?").fill("Tell people first.")
    page.get_by_role("button", name="Save what we choose").click()

    expect(page.get_by_label("What will you try?")).to_have_value("Off on Fridays")
    page.get_by_label("What do you think will happen?").fill("Nobody asks.")
    type_day(page, timezone.localdate() + timedelta(days=9))
    page.get_by_role("button", name="Save the next try").click()
    expect(page.locator("#cycle-2")).to_contain_text("Nobody asks.")
    assert [one.choice for one in project.small_tests.get().cycles.all()] == ["change", ""]
    if js:
        assert looking.everything_wrong(page) == []


def test_another_day_asks_why_and_a_calendar_has_an_address(browser_of, lead, project, plan, js):
    place = project.memberships.get(user=lead)
    action = Action.add(project, by=lead, what="Paint the door", due="2026-01-03", owner=place)
    page = browser_of(lead, js=js, width=360)
    page.goto(plan)
    page.get_by_role("link", name="Another day, or other words").click()
    type_day(page, timezone.localdate() + timedelta(days=9))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("It has another day now. Write why.")
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_label("Is it another day? Why?").fill("The paint is late.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("The paint is late.")
    action.refresh_from_db()
    assert not action.is_late

    page.goto(plan + "feeds/")
    page.get_by_role("button", name="Make my address").click()
    address = page.locator("#feed-address").inner_text()
    if js:
        assert looking.everything_wrong(page) == []
    calendar = browser_of().request.get(address).text()
    assert "SUMMARY:To do: Paint the door" in calendar
