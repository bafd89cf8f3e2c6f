"""Telling a need, and asking another way: with scripts and without, and what axe says of it."""

import pytest
from playwright.sync_api import expect

from needs.models import AskedAnotherWay, Need
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def test_a_person_tells_a_need_and_chooses_who_sees_it(browser_of, participant, lead, js):
    page = browser_of(participant, js=js, width=360)
    page.goto("/needs/")
    page.get_by_role("link", name="Tell us what you need").click()
    page.get_by_role("link", name="Large print").click()
    page.get_by_label("How big should the letters be?").fill("18 point")
    page.get_by_label(lead.name).check()
    if js:
        assert looking.everything_wrong(page) == []
    press(page, "Save")

    expect(page.get_by_role("heading", level=1)).to_have_text("Large print")
    expect(page.locator("main")).to_contain_text(lead.name)
    if js:
        assert looking.everything_wrong(page) == []
    press(page, f"Take it back from {lead.name}")
    expect(page.locator("main")).to_contain_text("Only you.")
    assert Need.objects.get().named.count() == 0


def test_anyone_asks_for_a_page_another_way(browser_of, organisation, involvement, js):
    page = browser_of(None, js=js, width=360)
    page.goto("/stages/")
    page.get_by_role("link", name="Ask for this another way").click()
    page.get_by_label("In another language").check()
    page.get_by_label("If you need another language: which one?").fill("Polish")
    page.get_by_label("By post", exact=True).nth(1).check()
    page.get_by_label("Your postal address").fill("4 Mill Lane")
    if js:
        expect(page.get_by_label("Your phone number")).to_be_hidden()
        assert looking.everything_wrong(page) == []
    press(page, "Ask for it")

    expect(page.locator("main")).to_contain_text("Thank you. We have it.")
    if js:
        assert looking.everything_wrong(page) == []
    asked = AskedAnotherWay.objects.get()
    assert (asked.language, asked.post_to, asked.page) == ("Polish", "4 Mill Lane", "/stages/")
    assert asked.named == involvement


def test_a_mistake_in_asking_leads_to_the_field(browser_of, organisation, js):
    page = browser_of(None, js=js, width=360)
    page.goto("/needs/another-way/")
    page.get_by_label("By phone", exact=True).first.check()
    page.get_by_label("By e-mail").check()
    press(page, "Ask for it")

    expect(page.get_by_text("Write your e-mail address.").first).to_be_visible()
    page.get_by_role("link", name="Write your e-mail address.").click()
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    if js:
        assert looking.everything_wrong(page) == []


def test_the_named_person_answers(browser_of, lead, project, participant, js):
    asked = AskedAnotherWay.ask(
        project.organisation, project=project, way="post", reach="known", asker=participant
    )
    page = browser_of(lead, js=js, width=360)
    page.goto("/projects/")
    page.get_by_role("link", name="Open it").click()
    page.get_by_role("link", name="It is done").click()
    page.get_by_label("What did you do?").fill("It is in the post.")
    if js:
        assert looking.everything_wrong(page) == []
    press(page, "Save")

    expect(page.locator("main")).to_contain_text("We tell the person who asked.")
    asked.refresh_from_db()
    assert (asked.outcome, asked.answered_by) == ("done", lead)
