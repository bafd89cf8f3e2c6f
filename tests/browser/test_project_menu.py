"""The parts of a project: a row, and on a phone a list that opens without any script."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import everything_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def menu_of(page):
    return page.get_by_role("navigation", name="This project")


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_it_is_one_line_and_opens_by_keyboard(
    browser_of, participant, project, js, width
):
    page = browser_of(participant, js=js, width=width)
    page.goto(f"/projects/{project.pk}/decisions/")
    menu = menu_of(page)
    here = menu.get_by_role("link", name="Decisions")
    expect(here).to_have_attribute("aria-current", "true")
    expect(menu.get_by_role("link", name="Team")).to_have_count(0)
    assert menu.bounding_box()["height"] < 60

    menu.get_by_role("link", name="All parts of this project").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Team")).to_be_visible()
    if js:
        assert everything_wrong(page) == []
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Overview")).to_be_focused()
    menu.get_by_role("link", name="Close this list").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Team")).to_have_count(0)
    expect(here).to_be_visible()

    menu.get_by_role("link", name="All parts of this project").click()
    menu.get_by_role("link", name="Team").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Team")


def test_with_room_enough_it_is_a_row_of_all_parts(browser_of, participant, project):
    page = browser_of(participant)
    page.goto(f"/projects/{project.pk}/team/")
    menu = menu_of(page)

    expect(menu.get_by_role("link", name="Overview")).to_be_visible()
    expect(menu.get_by_role("link", name="All parts of this project")).to_have_count(0)
    expect(menu.get_by_role("link", name="Team")).to_have_attribute("aria-current", "true")
