"""What people look after themselves: how they hear from us, and what they share."""

import pytest
from playwright.sync_api import expect

from projects.consents.models import Consent
from projects.consents.wording import Use
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("width", [320, 1280])
def test_someone_changes_how_they_hear_from_us(browser_of, participant, js, width):
    page = browser_of(participant, js=js, width=width)
    page.goto("/projects/")
    page.locator("main").get_by_role("link", name="How you hear from us").click()
    phone = page.get_by_label("Your phone number")
    expect(phone).to_be_visible(visible=not js)
    page.get_by_label("By phone").check()
    expect(phone).to_be_visible()
    press(page, "Save")
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write the whole phone number")
    assert not js or looking.everything_wrong(page) == []

    page.get_by_label("Your phone number").fill("01632 960123")
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("Saved")
    participant.refresh_from_db()
    assert (participant.way, participant.phone) == ("phone", "01632 960123")
    assert not js or looking.everything_wrong(page) == []


def test_someone_shares_their_name_and_takes_it_back(browser_of, lead, participant, project, js):
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/consents/")
    page.get_by_role("group", name="May your name stand in the printed summary?").get_by_label(
        "Yes"
    ).check()
    press(page, "Save my choices")
    member = project.memberships.get(user=participant)
    assert member.name_in_summary is True
    Consent.used([member], Use.NAME, what="The printed summary", url="/", by=lead)

    page.goto("/projects/sharing/")
    page.get_by_text("Used 1 time: see where").click()
    expect(page.locator("main")).to_contain_text("The printed summary. Printed by Asha Lead.")
    assert not js or looking.everything_wrong(page) == []
    page.get_by_role("button", name="Take this back").click()
    expect(page.locator("main")).to_contain_text("What is printed already stays printed.")
    member.refresh_from_db()
    assert member.name_in_summary is False
    page.goto(f"/projects/{project.pk}/consents/")
    expect(page.locator("main")).to_contain_text("taken back on")
    assert not js or looking.everything_wrong(page) == []
