"""Helping someone, and writing down what others say, as people do it in a browser."""

import pytest
from playwright.sync_api import expect

from projects.models import Support
from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def helper(transactional_db):
    return factories.make_user("Ola Helper")


@pytest.fixture
def support(project, participant, helper):
    """Ben has asked Ola, who has not answered yet."""
    member = project.memberships.get(user=participant)
    return Support.ask(member, by=participant, helper=helper)


def test_a_helper_says_yes_and_ticks_for_the_member_until_it_is_ended(
    browser_of, participant, helper, support, item, checklist, js
):
    page = browser_of(helper, js=js, width=360)
    page.goto("/projects/")
    page.get_by_role("link", name="Ben Participant would like your help").click()
    page.get_by_role("button", name="Yes, I help").click()
    page.get_by_role("button", name="I am helping Ben Participant now").click()
    banner = page.locator("#hand-banner")
    expect(banner).to_contain_text("You are helping Ben Participant.")

    page.goto(checklist)
    expect(banner).to_be_visible()
    row = page.locator(f"#item-{item.pk}")
    page.locator(f"#tick-{item.pk}").click()
    expect(row).to_contain_text("Ben Participant, with help from Ola Helper")
    expect(page.locator("#progress")).to_contain_text("1 of 3 is done.")
    if js:
        expect(page.locator(f"#tick-{item.pk}")).to_be_focused()
        assert looking.everything_wrong(page) == []

    support.refresh_from_db()
    support.end(by=participant)
    page.locator(f"#tick-{item.pk}").click()
    expect(page.locator(".items")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    item.refresh_from_db()
    assert (item.value, item.answered_by, item.answers.count()) == ("done", participant, 1)


def test_a_lead_writes_for_someone_and_stops(browser_of, lead, participant, item, checklist, js):
    page = browser_of(lead, js=js)
    page.goto(f"/projects/{item.project_id}/support/")
    page.get_by_role("link", name="Write for someone").click()
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_label("Whose words do you write down?").select_option(
        label="Ben Participant (Service user)"
    )
    page.get_by_label("They asked me to, or were with me").check()
    page.get_by_role("button", name="Begin writing for them").click()
    page.goto(checklist)
    row = page.locator(f"#item-{item.pk}")
    row.get_by_role("link", name="Another answer or a note").click()
    expect(page.locator("#hand-banner")).to_contain_text("You are writing for Ben Participant.")
    page.get_by_label("Partly").check()
    page.get_by_label("A note").fill("The mornings are fine.")
    page.get_by_role("button", name="Save the answer").click()
    expect(row).to_contain_text("Ben Participant (written down by Asha Lead)")

    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#hand-banner")).to_have_count(0)
    page.goto(checklist)
    page.locator(f"#tick-{item.pk}").click()
    expect(row.locator(".item__answer")).to_contain_text("Asha Lead")
    expect(row.locator(".item__answer")).not_to_contain_text("Ben Participant")
    expect(row).to_contain_text("– Ben Participant (written down by Asha Lead)")


def test_a_page_that_was_open_before_is_loaded_anew_and_shows_the_bar(
    browser_of, lead, participant, item, checklist
):
    page = browser_of(lead)
    page.goto(checklist)
    other = page.context.new_page()
    other.goto(f"/projects/{item.project_id}/support/record/")
    other.get_by_label("Which group?").fill("Tuesday carers' group")
    other.get_by_role("button", name="Begin writing for the group").click()
    expect(other.locator("#hand-banner")).to_be_visible()

    page.locator(f"#tick-{item.pk}").click()
    expect(page.locator("#hand-banner")).to_contain_text("Tuesday carers' group")
    expect(page.locator(f"#tick-{item.pk}")).to_have_attribute("aria-pressed", "false")
    item.refresh_from_db()
    assert item.value == ""
