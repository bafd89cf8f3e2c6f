"""Giving an idea on an old phone, following it, and reading what waits; by keyboard too."""

import re

import pytest
from playwright.sync_api import expect

from projects.ideas.models import Giver, Idea
from projects.models import Part
from tests.browser.looking import everything_wrong
from tests.factories import make_question

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODE = re.compile(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}")


@pytest.fixture
def question(project, lead):
    Part.add(project, by=lead, name="The chairs", state="open")
    Part.add(project, by=lead, name="The opening hours", state="fixed", because="The law.")
    return make_question(project, question="What would make waiting easier?")


def heading(page):
    return page.get_by_role("heading", level=1)


def look(page, js):
    if js:
        assert everything_wrong(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_public_idea_from_the_poster_to_its_answer(browser_of, lead, question, js, width):
    page = browser_of(js=js, width=width)
    page.goto("/ask/")
    look(page, js)
    page.get_by_label("Your word or code").fill(question.word.lower())
    page.get_by_role("button", name="Go on").click()
    expect(heading(page)).to_have_text("What would make waiting easier?")
    expect(page.locator("#whats-open-sheet")).to_contain_text("The chairs")
    look(page, js)
    page.get_by_role("button", name="Send your idea").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write your idea here.")
    look(page, js)
    page.get_by_label("Your idea, in your own words").fill("A seat by the door.\nAnd a clock.")
    page.get_by_role("button", name="Send your idea").click()

    expect(heading(page)).to_have_text("Thank you. We have your idea")
    code = CODE.search(page.locator(".paper-code").inner_text()).group()
    look(page, js)
    assert {one["name"] for one in page.context.cookies()} == {"csrftoken"}

    reader = browser_of(lead, js=js, width=width)
    reader.goto(f"/projects/{question.project_id}/ideas/")
    reader.get_by_role("link", name="1 idea from outside waits for you to read it").click()
    expect(heading(reader)).to_have_text("Ideas that wait to be read")
    look(reader, js)
    reader.get_by_role("button", name="Let the team read it").click()
    expect(
        reader.get_by_role("status").filter(has_text="The team can read it now.")
    ).to_be_visible()

    later = browser_of(js=js, width=width)
    later.goto("/ask/")
    later.get_by_label("Your word or code").fill(code)
    later.get_by_role("button", name="Go on").click()
    expect(heading(later)).to_have_text("Your idea")
    expect(later.locator(".said")).to_contain_text("And a clock.")
    expect(later.locator("main")).to_contain_text("Nobody has said yet what becomes of it.")
    look(later, js)


def test_by_keyboard_alone(browser_of, question, js):
    page = browser_of(js=js, width=320)
    page.goto(f"/ask/{question.word}/")
    text = page.get_by_label("Your idea, in your own words")
    for _press in range(40):
        page.keyboard.press("Tab")
        if text.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.type("A seat by the door.")
    button = page.get_by_role("button", name="Send your idea")
    for _press in range(8):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(heading(page)).to_have_text("Thank you. We have your idea")
    assert Idea.objects.get().text == "A seat by the door."


def test_not_taken_in_and_a_contact_forgotten(browser_of, lead, question, js):
    idea, code = Giver.give(
        question, mark="m", text="Ask Jim from the desk.", name="Kim", reach="0163 211"
    )
    page = browser_of(lead, js=js, width=360)
    page.goto(f"/projects/{question.project_id}/ideas/waiting/")
    page.get_by_role("link", name="They left a way to reach them").click()
    expect(page.locator("main")).to_contain_text("0163 211")
    look(page, js)
    page.goto(f"/projects/{question.project_id}/ideas/waiting/{idea.pk}/refuse/")
    page.get_by_label("It names a person").check()
    look(page, js)
    page.get_by_role("button", name="Do not take it in").click()
    page.goto(f"/projects/{question.project_id}/ideas/givers/")
    look(page, js)
    page.get_by_role("link", name="Ask Jim from the desk.").first.click()
    page.get_by_role("button", name="I have told them").click()
    expect(page.locator("main")).to_contain_text("Noted. They have been told.")

    theirs = browser_of(js=js, width=360)
    theirs.goto(f"/ask/follow/{code}/")
    expect(theirs.locator("main")).to_contain_text("Your idea names a person.")
    look(theirs, js)
    theirs.get_by_role("link", name="Forget how to reach me").click()
    look(theirs, js)
    theirs.get_by_role("button", name="Yes, forget it").click()
    expect(theirs.locator("main")).to_contain_text("We do not know any more how to reach you.")
    assert not Giver.objects.with_contact().exists()


def test_a_closed_question(browser_of, lead, question, js):
    page = browser_of(js=js, width=320)
    page.goto(f"/ask/{question.word}/")
    question.close(by=lead)
    page.get_by_label("Your idea, in your own words").fill("Too late?")
    page.get_by_role("button", name="Send your idea").click()

    expect(page.locator("main")).to_contain_text("Your idea was not sent.")
    expect(page.locator("main")).to_contain_text("Too late?")
    look(page, js)
