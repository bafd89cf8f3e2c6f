"""Claiming on a small old phone, and saying whom a change affects with the keyboard alone."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from projects.payment.models import Claim, PaymentKeeper
from tests.browser.looking import everything_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def look(page, js):
    if js:
        assert everything_wrong(page) == []


def test_someone_claims_on_a_small_screen_and_reads_what_became_of_it(
    browser_of, project, lead, participant, js
):
    PaymentKeeper.choose(project, lead, by=lead)
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/payment/")
    look(page, js)
    page.get_by_role("link", name="I would like to claim").click()
    page.get_by_label("What would you like to claim for?").fill("My account is 12345678")
    today = timezone.localdate()
    for name in ("day", "month", "year"):
        page.get_by_label(name.title(), exact=True).fill(str(getattr(today, name)))
    page.get_by_role("button", name="Send it").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("we never keep such numbers here")
    expect(page.get_by_label("Year", exact=True)).to_have_value(str(today.year))
    look(page, js)
    page.get_by_label("What would you like to claim for?").fill("My bus fare")
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#claims")).to_contain_text("My bus fare")
    expect(page.locator("#claims")).to_contain_text("Asked")

    keeper = browser_of(lead, js=js, width=320)
    keeper.goto(f"/projects/{project.pk}/payment/")
    keeper.get_by_role("link", name="See what people claim").click()
    look(keeper, js)
    keeper.get_by_role("link", name="My bus fare").click()
    keeper.get_by_label("Not paid").check()
    keeper.get_by_label("Why can it not be paid?").fill("It was paid on the day.")
    look(keeper, js)
    keeper.get_by_role("button", name="Save and tell them").click()
    expect(keeper.get_by_role("heading", level=1)).to_have_text("What people claim")

    page.reload()
    expect(page.locator("#claims")).to_contain_text("It was paid on the day.")
    claim = Claim.objects.get()
    assert (claim.status, claim.changed_by) == ("not_paid", lead)


def press(page, name, role="button"):
    """With the keyboard: go there, and press Enter."""
    control = page.get_by_role(role, name=name, exact=True)
    control.focus()
    expect(control).to_be_focused()
    page.keyboard.press("Enter")


def test_three_groups_are_added_and_put_in_order_with_the_keyboard(
    browser_of, project, participant, js
):
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/team/groups/")
    look(page, js)
    press(page, "Add: Carers and families")
    expect(page.locator(".group")).to_have_count(1)
    press(page, "Add: People who find care hardest to get")
    expect(page.locator(".group")).to_have_count(2)
    press(page, "Add a group", role="link")
    page.get_by_label("Which group of people is it?").focus()
    page.keyboard.type("Night staff")
    page.get_by_label("Not yet").focus()
    page.keyboard.press("Space")
    press(page, "Save this group")
    expect(page.locator(".group")).to_have_count(3)
    look(page, js)
    press(page, "Move up Night staff")
    names = page.locator(".group h3")
    expect(names).to_have_text(
        ["Carers and families", "Night staff", "People who find care hardest to get"]
    )
    expect(page.locator("#gaps")).to_contain_text(
        "Night staff: Nobody of this group is in the team yet."
    )
