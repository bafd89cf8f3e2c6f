"""What a lead does from the first day, and what happens when two do it at once."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from playwright.sync_api import expect

from accounts.models import User
from projects.models import Project
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def test_a_lead_starts_a_project_and_takes_the_first_steps(browser_of, lead, edition, js):
    page = browser_of(lead, js=js)
    page.goto("/projects/")
    page.get_by_role("link", name="Start a project").first.click()
    page.get_by_label("What do you call it?").fill("Quiet hours")
    page.get_by_label("What is the idea?").fill("One hour each day without music.")
    page.get_by_label("A person", exact=True).check()
    page.get_by_label("Staff", exact=True).check()
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiet hours")
    project = Project.objects.get(title="Quiet hours")

    page.goto(f"/projects/{project.pk}/team/new/")
    page.get_by_label("What should we call them?").fill("Cleo")
    page.get_by_label("Participant").check()
    page.get_by_label("Carer").check()
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Cleo is in the team")

    page.goto(f"/projects/{project.pk}/move/")
    page.get_by_label("On to Decision Time").check()
    page.get_by_label("Why?").fill("The idea is written down.")
    press(page, "Move the project")
    expect(page.locator("main")).to_contain_text("The project has moved")

    page.goto(f"/projects/{project.pk}/decisions/new/")
    page.get_by_label("What is the question?").fill("When is it quiet?")
    page.get_by_label("What was decided?").fill("From two to three.")
    page.get_by_label("Why?", exact=True).fill("It is the busiest hour.")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("Your decision is written down.")

    project.refresh_from_db()
    assert project.stage == "decision-time"
    assert project.memberships.get(user=User.objects.get(name="Cleo")).perspective == "carer"
    assert [decision.decision for decision in project.decisions.all()] == ["From two to three."]


def test_a_form_with_a_mistake_says_so_first_and_leads_to_the_field(browser_of, lead, project, js):
    page = browser_of(lead, js=js)
    page.goto(f"/projects/{project.pk}/move/")
    page.get_by_label("Why?").fill("We are ready.")
    press(page, "Move the project")
    summary = page.locator(".nhsuk-error-summary")
    expect(summary).to_contain_text("Choose one.")
    if js:
        expect(summary).to_be_focused()
        summary.get_by_role("link").click()
        assert page.evaluate("document.activeElement.name") == "stage"

    expect(page.get_by_label("Why?")).to_have_value("We are ready.")


def test_two_leads_write_one_text_and_the_second_sees_both(
    browser_of, lead, second_lead, project, js
):
    first, second = browser_of(lead, js=js), browser_of(second_lead, js=js)
    for page in (first, second):
        page.goto(f"/projects/{project.pk}/big-idea/")
    first.get_by_label("What is the idea?").fill("Open on Sundays.")
    first.locator("main form button[type=submit]").first.click()
    first.wait_for_url(re.compile(rf"/projects/{project.pk}/$"))

    second.get_by_label("What is the idea?").fill("Open all night.")
    second.locator("main form button[type=submit]").first.click()
    both = second.locator("#meanwhile")
    expect(both).to_contain_text("Open on Sundays.")
    expect(both).to_contain_text("Open all night.")
    expect(second.get_by_label("What is the idea?")).to_have_value("Open all night.")
    project.refresh_from_db()
    assert project.idea == "Open on Sundays."

    second.locator("main form button[type=submit]").first.click()
    second.wait_for_url(re.compile(rf"/projects/{project.pk}/$"))
    project.refresh_from_db()
    assert project.idea == "Open all night."


def test_pressing_twice_records_once(browser_of, lead, project):
    page = browser_of(lead)
    page.goto(f"/projects/{project.pk}/whats-open/new/")
    page.get_by_label("Which part of the change is it?").fill("Opening hours")
    page.get_by_label("Open", exact=True).check()
    page.locator("main form button[type=submit]").first.dblclick()
    page.wait_for_url(re.compile(r"/whats-open/(#part-\d+)?$"))

    assert [part.name for part in project.parts.all()] == ["Opening hours"]


def test_who_is_signed_out_while_writing_finds_every_word_again(browser_of, lead, project, js):
    page = browser_of(lead, js=js)
    page.goto(f"/projects/{project.pk}/big-idea/")
    page.get_by_label("What is the idea?").fill("Open on Sundays, with the choir.")
    Session.objects.all().delete()
    page.locator("main form button[type=submit]").first.click()

    page.get_by_label("Your e-mail address").fill(lead.email)
    press(page, "Send me the numbers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the six numbers")
    [code] = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    page.get_by_label("The six numbers from the e-mail").fill(code)
    press(page, "Sign in")
    expect(page.locator("main")).to_contain_text("Open on Sundays, with the choir.")
    assert not js or looking.everything_wrong(page) == []

    press(page, "Save it now")
    page.wait_for_url(re.compile(rf"/projects/{project.pk}/$"))
    project.refresh_from_db()
    assert project.idea == "Open on Sundays, with the choir."
