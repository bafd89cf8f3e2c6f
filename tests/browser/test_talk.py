"""Telling people, asking and following on a phone and by keyboard, with scripts and without."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import expect

from projects.conversation.models import AskedQuestion, Asker, Follower, Hearer, Update
from tests.browser.looking import everything_wrong
from tests.factories import make_asked, make_update

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODE = re.compile(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}")


def heading(page):
    return page.get_by_role("heading", level=1)


def look(page, js):
    if js:
        assert everything_wrong(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_lead_writes_looks_sends_and_corrects(browser_of, lead, project, js, width):
    project.publish(by=lead)
    page = browser_of(lead, js=js, width=width)
    page.goto(f"/projects/{project.pk}/conversation/")
    look(page, js)
    page.get_by_role("link", name="Write an update").click()
    page.get_by_label("We do not know yet").check()
    page.get_by_label("What is it about, in one sentence?").fill("When the doors open")
    page.get_by_label("What happened?").fill("The board has not said.")
    page.get_by_label("Anyone, on the public page").check()
    page.get_by_role("button", name="See how people will read it").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Say on which day")
    look(page, js)
    for part, number in (("Day", "3"), ("Month", "5"), ("Year", "2999")):
        page.get_by_label(part, exact=True).fill(number)
    page.get_by_role("button", name="See how people will read it").click()
    expect(heading(page)).to_have_text("When the doors open")
    expect(page.locator("main")).to_contain_text("We do not know yet. We will say on 3 May 2999.")
    look(page, js)
    page.get_by_role("button", name="Send it now").click()
    expect(page.locator("main")).not_to_contain_text("This is a draft.")
    look(page, js)
    page.get_by_role("link", name="Something in it is not right").click()
    page.get_by_label("What is right?").fill("The trust has not said.")
    page.get_by_label("What was wrong, and how did it come about?").fill("We mixed them up.")
    look(page, js)
    page.get_by_role("button", name="Send the correction").click()
    expect(page.locator("main")).to_contain_text("The trust has not said.")

    anyone = browser_of(js=js, width=width)
    anyone.goto(f"/frontdoor/{project.pk}/")
    look(anyone, js)
    anyone.get_by_role("link", name="When the doors open").click()
    expect(anyone.locator("main")).to_contain_text("Why: We mixed them up.")
    look(anyone, js)
    assert Update.objects.get().is_sent


@pytest.mark.parametrize("width", [320, 1280])
def test_anyone_asks_and_reads_the_answer_with_a_code(browser_of, lead, project, js, width):
    project.publish(by=lead)
    page = browser_of(js=js, width=width)
    page.goto(f"/frontdoor/{project.pk}/questions/")
    look(page, js)
    page.get_by_role("link", name="Ask a question").click()
    look(page, js)
    page.get_by_role("button", name="Send your question").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write your question here.")
    look(page, js)
    page.get_by_label("What do you want to know?").fill("Does the ward close?")
    page.get_by_role("button", name="Send your question").click()
    expect(heading(page)).to_have_text("Thank you. We have your question")
    code = CODE.search(page.locator(".paper-code").inner_text()).group()
    look(page, js)
    assert {one["name"] for one in page.context.cookies()} == {"csrftoken"}

    reader = browser_of(lead, js=js, width=width)
    reader.goto(f"/projects/{project.pk}/conversation/questions/")
    look(reader, js)
    reader.get_by_role("link", name="Does the ward close?").click()
    look(reader, js)
    reader.get_by_role("link", name="Answer it", exact=True).click()
    reader.get_by_label("Yes", exact=True).check()
    reader.get_by_label("What do you say?").fill("No. It stays.")
    reader.get_by_label("Anyone, on the public page").check()
    look(reader, js)
    reader.get_by_role("button", name="Send the answer").click()
    expect(reader.locator("main")).to_contain_text("Anyone can read it on the public page.")

    page.goto("/ask/")
    page.get_by_label("Your word or code").fill(code)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("main")).to_contain_text("No. It stays.")
    look(page, js)
    page.goto(f"/frontdoor/{project.pk}/questions/")
    expect(page.locator("main")).to_contain_text("No. It stays.")
    look(page, js)


def test_following_is_confirmed_and_stopped(browser_of, lead, project, js):
    project.publish(by=lead)
    page = browser_of(js=js, width=320)
    page.goto(f"/frontdoor/{project.pk}/")
    page.get_by_role("link", name="Hear from this project by e-mail").click()
    look(page, js)
    page.get_by_label("Your e-mail address").fill("joan@collab.example")
    page.get_by_role("button", name="Send me the link").click()
    expect(page.locator("main")).to_contain_text("Please look at your e-mail.")
    look(page, js)
    call_command("send_due")
    address = re.search(r"/frontdoor/following/\w+/", mail.outbox[-1].body)[0]
    page.goto(address)
    look(page, js)
    page.get_by_role("button", name="Yes, write to me").click()
    expect(heading(page)).to_have_text("You hear from this project")
    look(page, js)
    assert Follower.objects.confirmed().count() == 1
    page.get_by_role("link", name="Stop, and forget my address").click()
    look(page, js)
    page.get_by_role("button", name="Yes, stop it").click()
    expect(heading(page)).to_have_text("It is stopped")
    look(page, js)
    assert not Follower.objects.exists()
    page.goto(address)
    look(page, js)


def test_a_member_asks_by_keyboard_alone(browser_of, participant, project, js):
    page = browser_of(participant, js=js, width=1280)
    page.goto(f"/projects/{project.pk}/conversation/questions/new/")
    page.get_by_label("What do you want to know?").focus()
    page.keyboard.type("When do we meet?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("When do we meet?")
    look(page, js)
    assert AskedQuestion.objects.get().asked_by == participant


@pytest.mark.parametrize("width", [320, 1280])
def test_long_words_break_nothing(browser_of, lead, project, js, width):
    long = "W" * 199
    make_update(project, long, text=long, easy=long, what_next=long, audience="public")
    asked, _code = Asker.ask(project, mark="a form", question=long * 3)
    asked.say(by=lead, text=long, answered_as=long[:100], sharing="public")
    make_asked(project, long)
    Hearer.add(project, by=lead, who=long, what=long, how=long, how_often=long[:100])
    project.publish(by=lead)
    page = browser_of(lead, js=js, width=width)
    inside = f"/projects/{project.pk}/conversation/"
    update = Update.objects.get()
    rooms = ("", "updates/", "questions/", "who-hears/", "rhythm/")
    addresses = [f"{inside}{room}" for room in rooms] + [update.get_absolute_url()]
    addresses += [f"/frontdoor/{project.pk}/{room}" for room in ("", "updates/", "questions/")]
    for address in addresses:
        page.goto(address)
        look(page, js)
