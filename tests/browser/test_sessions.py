"""A session on a small phone, forms on paper by keyboard alone, and the answer that goes back."""

import pytest
from playwright.sync_api import expect

from projects.ideas.models import Theme
from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = [f"Idea of the group, number {number}." for number in range(1, 13)]


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def test_a_session_of_twelve_ideas_on_a_small_phone(browser_of, participant, lead, project, js):
    """Six rows are not enough: more rows keep all that was typed."""
    theme = Theme.add(project, by=lead, name="Noise")
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/ideas/sessions/")
    page.get_by_role("link", name="Write down a session", exact=True).first.click()
    page.get_by_label("Where did you meet?").fill("The lunch club")
    page.get_by_label("Who was there?").fill("Carers")
    page.get_by_label("How many people were there?").fill("12")
    page.get_by_label("How did you ask them?").select_option("A workshop")
    for number, text in enumerate(SAID, start=1):
        box = page.get_by_label(f"Idea {number}", exact=True)
        if not box.count():
            press(page, "More rows")
        box.fill(text)
    page.get_by_label("Theme: Idea 2", exact=True).select_option("Noise")
    if js:
        assert looking.everything_wrong(page) == []
        expect(page.get_by_label("Theme: Idea 12", exact=True)).to_be_visible()
    press(page, "Save this session")

    expect(page.get_by_role("heading", level=1)).to_have_text("A session")
    expect(page.locator("main")).to_contain_text("12 ideas are written down.")
    session = project.sessions.get()
    ideas = session.ideas.order_by("pk")
    assert [one.text for one in ideas] == SAID
    assert [one.theme for one in ideas][:3] == [None, theme, None]
    assert (session.how_many, session.method) == (12, "A workshop")
    if js:
        assert looking.everything_wrong(page) == []


def test_a_mistake_on_a_small_phone_loses_nothing(browser_of, participant, project, js):
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/ideas/sessions/new/")
    page.get_by_label("Where did you meet?").fill("The lunch club")
    page.get_by_label("Idea 5", exact=True).fill(SAID[4])
    page.get_by_label("Where did you meet?").press("Enter")

    expect(page.get_by_label("Idea 5", exact=True)).to_have_value(SAID[4])
    page.get_by_role("link", name="Who was there? Write something here.").click()
    expect(page.get_by_label("Who was there?")).to_be_focused()
    if js:
        assert looking.everything_wrong(page) == []


def test_paper_forms_by_keyboard_alone(browser_of, participant, project):
    page = browser_of(participant)
    page.goto(f"/projects/{project.pk}/ideas/sessions/paper/")
    page.get_by_label("Where were they handed in?").focus()
    keys = page.keyboard
    keys.type("The box")
    keys.press("Tab")
    keys.type("Visitors")
    while page.evaluate("document.activeElement.name") != "row-0-text":
        keys.press("Tab")
    for text in SAID[:6]:
        keys.type(text)
        keys.press("Tab")
    assert page.evaluate("document.activeElement.id") == "more-rows"
    keys.press("Enter")
    assert page.evaluate("document.activeElement.name") == "row-6-text"
    keys.type(SAID[6])
    while page.evaluate("document.activeElement.textContent.trim()") != "Save these forms":
        keys.press("Tab")
    keys.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Paper forms typed in")
    batch = project.sessions.get()
    assert [one.text for one in batch.ideas.order_by("pk")] == SAID[:7]
    assert (batch.way, batch.how_many) == ("paper", 7)


def test_the_answer_goes_back(browser_of, participant, lead, project, js):
    session = factories.make_session(project, ideas=SAID[:2], how_many=12)
    session.ideas.first().becomes("not_used", by=lead, because="The lease forbids it.")
    page = browser_of(participant, js=js, width=320)
    page.goto(f"/projects/{project.pk}/ideas/sessions/?show=waiting")
    page.get_by_role("link", name=session.community).click()
    page.get_by_role("link", name="Their points, and what became of them").click()
    expect(page.locator("main")).to_contain_text("Why: The lease forbids it.")
    if js:
        assert looking.everything_wrong(page) == []
    page.get_by_role("link", name="Say that they have got it").click()
    page.get_by_label("Who brought it?").fill("The ward manager")
    press(page, "Save")

    expect(page.locator("main")).to_contain_text("The ward manager brought it on")
    page.goto(f"/projects/{project.pk}/ideas/sessions/")
    expect(page.locator("main")).to_contain_text("Every group has its answer.")


def test_a_question_for_everyone(browser_of, lead, project, js):
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/ideas/questions/")
    page.get_by_role("link", name="Ask everyone a question").click()
    page.get_by_label("What do you ask?").fill("What would help?")
    press(page, "Ask this question")

    question = project.open_questions.get()
    expect(page.locator("main")).to_contain_text(question.word)
    if js:
        assert looking.everything_wrong(page) == []
    press(page, "Stop asking")
    expect(page.locator("main")).to_contain_text("Closed since")
    page.goto(f"/projects/{project.pk}/ideas/heard/")
    if js:
        assert looking.everything_wrong(page) == []
