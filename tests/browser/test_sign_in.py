"""Signing in with six numbers, and choosing how pages look."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_person_signs_in_with_the_numbers_from_the_email(browser_of, participant, project, js):
    page = browser_of(js=js)
    page.goto(project.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Your e-mail address").fill(participant.email)
    page.get_by_role("button", name="Send me the numbers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the six numbers")

    [code] = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    wrong = "111111" if code != "111111" else "222222"
    page.get_by_label("The six numbers from the e-mail").fill(wrong)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("not the numbers we sent")

    page.get_by_label("The six numbers from the e-mail").fill(code)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(project.title)


def test_a_person_signs_out_with_one_press(browser_of, participant, project, js):
    page = browser_of(participant, js=js)
    page.goto(project.get_absolute_url())
    page.get_by_role("button", name="Sign out").click()
    page.goto(project.get_absolute_url())

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_easy_read_is_chosen_on_any_page_and_leads_back_to_it(
    browser_of, participant, item, checklist, js
):
    page = browser_of(participant, js=js)
    page.goto(checklist)
    page.get_by_role("link", name="Change the words, text size or colours").click()
    page.get_by_label("Easy read wording").check()
    page.get_by_label("Very large text").check()
    page.locator("main form button[type=submit]").first.click()

    expect(page.locator(f"#tick-{item.pk}")).to_have_text(item.easy)
    assert page.url.endswith(checklist)
    assert "text-largest" in page.locator("html").get_attribute("class")
