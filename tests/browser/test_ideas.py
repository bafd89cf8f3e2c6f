"""Ideas as people meet them: giving one, wanting the same, sorting many, answering one."""

import re

import pytest
from playwright.sync_api import expect

from projects.ideas.models import Idea, Theme
from projects.models import Part
from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ideas(project, lead):
    """Four, from a session, with two themes to put them under."""
    for name in ("Noise", "Food"):
        Theme.add(project, by=lead, name=name)
    texts = ["Softer doors.", "Music off, please.", "Soup.", "Tea."]
    factories.make_session(project, by=lead, ideas=texts)
    return {idea.text: idea for idea in project.ideas.all()}


def test_a_member_gives_an_idea_on_a_narrow_screen(browser_of, participant, lead, project, js):
    Part.add(project, by=lead, name="The money", state="fixed", because="It is this year's.")
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/ideas/")
    page.get_by_role("link", name="Give an idea").click()
    expect(page.locator("#whats-open-sheet")).to_contain_text("The money")
    page.get_by_label("What is your idea?").fill("A quiet corner.\nWith a door.")
    page.get_by_role("button", name="Give this idea").click()
    expect(page.locator("main")).to_contain_text("Thank you. Your idea is in")
    expect(page.locator("main blockquote")).to_have_text("A quiet corner.\nWith a door.")
    assert not js or looking.everything_wrong(page) == []

    assert [idea.given_by for idea in project.ideas.all()] == [participant]


def test_me_too_and_back_by_keyboard_and_the_place_is_kept(
    browser_of, participant, project, ideas, js
):
    idea = ideas["Soup."]
    page = browser_of(participant, js=js)
    page.goto(f"/projects/{project.pk}/ideas/?way=session")
    row = page.locator(f"#idea-{idea.pk}")
    row.get_by_role("button", name="Me too").focus()
    page.keyboard.press("Enter")
    expect(row).to_contain_text("You want this too.")
    assert "way=session" in page.url
    if js:
        assert page.evaluate("document.activeElement.id") == f"me-too-button-{idea.pk}"
    row.get_by_role("button", name="Take it back").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("button", name="Me too")).to_be_visible()

    assert not idea.me_toos.exists()


def test_two_people_sort_at_once_and_neither_loses_anything(
    browser_of, lead, participant, project, ideas, js
):
    first, second = browser_of(lead, js=js, width=320), browser_of(participant, js=js)
    for page in (first, second):
        page.goto(f"/projects/{project.pk}/ideas/sort/")
    first.get_by_label("Softer doors.").select_option("Noise")
    first.get_by_label("Soup.").select_option("Food")
    first.get_by_role("button", name="Save").click()
    expect(first.locator("main")).to_contain_text("2 ideas are sorted.")

    second.get_by_label("Soup.").select_option("Noise")
    second.get_by_label("Tea.").select_option("Food")
    second.get_by_role("button", name="Save").click()
    expect(second.locator("#meanwhile")).to_contain_text("Someone else was sorting too")
    expect(second.locator(f"#idea-{ideas['Soup.'].pk}")).to_contain_text("It is under “Food” now.")
    expect(second.get_by_label("Soup.")).to_have_value(str(Theme.objects.get(name="Noise").pk))
    assert not js or looking.everything_wrong(second) == []
    second.get_by_label("Soup.").select_option("Food")
    second.get_by_role("button", name="Save").click()
    second.wait_for_url(re.compile(r"/ideas/sort/"))

    assert dict(project.ideas.values_list("text", "theme__name")) == {
        "Softer doors.": "Noise", "Music off, please.": None, "Soup.": "Food", "Tea.": "Food",
    }  # fmt: skip


def test_from_an_idea_to_the_decision_and_what_became_of_it(browser_of, lead, project, ideas, js):
    idea = ideas["Soup."]
    page = browser_of(lead, js=js)
    page.goto(idea.get_absolute_url())
    page.get_by_role("link", name="Write down a decision about it").click()
    expect(page.get_by_label("Soup.")).to_be_checked()
    page.get_by_label("What is the question?").fill("Is there food?")
    page.get_by_label("What was decided?").fill("No soup; tea at ten.")
    page.get_by_label("Why?", exact=True).fill("The kitchen is closed.")
    page.locator("main form[novalidate] button[type=submit]").first.click()
    expect(page.locator("#ideas")).to_contain_text("Soup.")

    page.locator("#ideas").get_by_role("link", name="Say what became of it").click()
    page.get_by_label("We do not use it").check()
    page.get_by_role("button", name="Save and tell them").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write the reason.")
    page.get_by_label("Why?").fill("The kitchen is closed.")
    page.get_by_role("button", name="Save and tell them").click()
    expect(page.locator("#became")).to_contain_text("Not used, because…")
    expect(page.locator("#decisions")).to_contain_text("Is there food?")
    assert not js or looking.everything_wrong(page) == []

    assert Idea.objects.get(pk=idea.pk).because == "The kitchen is closed."


def test_the_filter_changes_the_list_alone_and_says_so(browser_of, lead, project, ideas):
    ideas["Soup."].becomes("used", by=lead)
    page = browser_of(lead)
    page.goto(f"/projects/{project.pk}/ideas/")
    page.get_by_text("Choose by theme, by answer, or by how they came").click()
    page.get_by_label("What became of it").select_option("Used")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#found-heading")).to_have_text("1 idea")
    expect(page.locator("#status")).to_have_text("1 idea")
    assert "status=used" in page.url
    page.go_back()
    expect(page.locator("#found-heading")).to_have_text("4 ideas")
