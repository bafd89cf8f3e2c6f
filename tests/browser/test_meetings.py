"""A meeting on a phone, from its agenda to its summary, by keyboard alone; and two who write."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from projects.conversation.models import Coming
from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Keys:
    """Someone who has no mouse: they go from one thing to the next, and press Enter."""

    def __init__(self, page):
        self.page, self.board = page, page.keyboard

    def to(self, words):
        """On to the control that is called so, from where one is; round once and no further."""
        for _step in range(200):
            self.board.press("Tab")
            if self.page.evaluate(CALLED).startswith(words):
                return self
        raise AssertionError(f"no way by keyboard to: {words}")

    def press(self, words):
        self.to(words)
        with self.page.expect_navigation():
            self.board.press("Enter")
        return self

    def open(self, words):
        self.to(words)
        self.board.press("Enter")
        return self

    def write(self, words, text):
        self.to(words)
        self.board.press("Control+A")
        self.board.type(text)
        return self

    def tick(self, words):
        self.to(words)
        self.board.press("Space")
        return self


CALLED = r"""(() => {
  const one = document.activeElement;
  const label = one.labels && one.labels[0];
  return ((label || one).innerText || one.value || "").replace(/\s+/g, " ").trim();
})()"""


def looks_well(page, js):
    if js:
        assert looking.everything_wrong(page) == []


def test_a_meeting_on_a_phone_by_keyboard_alone(browser_of, lead, participant, project, js):
    factories.make_decision(project, question="Which door do people use?", status="proposed")
    page = browser_of(lead, js=js, width=360)
    keys = Keys(page)
    page.goto(f"/projects/{project.pk}/conversation/meetings/")
    looks_well(page, js)
    keys.press("Plan a meeting")
    today = timezone.localdate()
    keys.write("What is the meeting for?", "The front door")
    for words, text in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        keys.write(words, str(text))
    keys.write("From", "11:58pm").write("Until", "11:59pm").write("Where?", "The library")
    looks_well(page, js)
    keys.press("Save and invite everyone")
    expect(page.get_by_role("heading", level=1)).to_have_text("The front door")
    looks_well(page, js)
    keys.press("I can come")
    expect(page.locator("#coming")).to_contain_text("You said: I can come.")

    keys.press("Put the agenda in order")
    looks_well(page, js)
    keys.tick("Which door do people use?").press("Put these on the agenda")
    keys.press("Add something to talk about")
    keys.write("What would you like to talk about?", "The bell").press("Put it on the agenda")
    keys.press("Put the agenda in order").press("Down")
    assert [str(one) for one in project.meetings.get().points.in_order()] == [
        "The bell", "Which door do people use?",
    ]  # fmt: skip
    keys.press("Back to the meeting").press("Open the screen for the room")

    looks_well(page, js)
    keys.tick("Ben Participant").write("How many others?", "6").press("Save who is here")
    keys.write("What has no time today?", "Parking").press("Keep it for another time")
    keys.press("Begin with the first point")
    expect(page.get_by_role("heading", level=1)).to_have_text("The bell")
    keys.write("What was said?", "Nobody hears it.").press("Save what was said")
    keys.open("Write down an action").write("What is to be done?", "Ask for a louder bell")
    looks_well(page, js)
    keys.press("Save the action")
    keys.open("Write down an idea").write("What is the idea?", "A light beside the bell")
    keys.press("Save the idea")
    keys.press("Next")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which door do people use?")
    keys.open("Write down a decision").write("What was decided?", "The one by the bus stop")
    keys.write("Why?", "It has no steps.").press("Save the decision")
    expect(page.locator("#captured")).to_contain_text("The one by the bus stop")
    looks_well(page, js)

    keys.press("Write the summary")
    draft = page.get_by_label("The summary").input_value()
    for words in (
        "There were 7 people", "# 1. The bell", "Nobody hears it.",
        "- To do: Ask for a louder bell.", "- Idea: A light beside the bell.",
        "- Decided: The one by the bus stop. Why: It has no steps.", "- Parking",
    ):  # fmt: skip
        assert words in draft, words
    looks_well(page, js)
    keys.press("Close the meeting, and send this to the team")
    expect(page.get_by_role("heading", level=1)).to_have_text("What came of it: The front door")
    expect(page.locator("main")).to_contain_text("Ask for a louder bell")
    looks_well(page, js)
    meeting = project.meetings.get()
    assert meeting.is_closed
    assert participant.messages.filter(subject="What came of a meeting").count() == 1


def test_two_write_at_once_and_nothing_is_lost(browser_of, lead, participant, project, js):
    meeting = factories.make_meeting(project, what_for="The front door")
    point = factories.make_point(meeting, title="The bell")
    address = f"{meeting.get_absolute_url()}room/{point.pk}/"
    pages = [browser_of(person, js=js, width=360) for person in (lead, participant)]
    for page in pages:
        page.goto(address)
    for page, said in zip(pages, ("It is too quiet.", "It is too high."), strict=True):
        page.get_by_label("What was said?").fill(said)
        page.get_by_role("button", name="Save what was said").click()
    late = pages[1]
    expect(late.locator("#meanwhile")).to_contain_text("It is too quiet.")
    looks_well(late, js)
    late.get_by_label("What was said?").fill("It is too quiet, and too high.")
    late.get_by_role("button", name="Save what was said").click()
    expect(late.locator("main")).to_contain_text("Written down.")
    for page, text in zip(pages, ("A louder bell", "A lower bell"), strict=True):
        page.goto(address)
        page.locator("summary", has_text="Write down an idea").click()
        page.get_by_label("What is the idea?").fill(text)
    for page in pages:
        page.get_by_role("button", name="Save the idea").click()
        expect(page.locator("#captured")).to_contain_text("bell")

    point.refresh_from_db()
    assert point.said == "It is too quiet, and too high."
    assert sorted(idea.text for idea in project.ideas.all()) == ["A louder bell", "A lower bell"]
    assert meeting.captured.count() == 2


def test_an_answer_is_one_press_on_a_small_phone(browser_of, participant, project, js):
    meeting = factories.make_meeting(project, what_for="The front door")
    page = browser_of(participant, js=js, width=320)
    page.goto("/projects/")
    page.get_by_role("link", name="Say if you can come").first.click()
    page.get_by_role("button", name="I join by phone or online").click()

    expect(page.locator("#coming")).to_contain_text("You said: I join by phone or online.")
    assert meeting.coming.get().answer == Coming.Answer.PHONE
    looks_well(page, js)
