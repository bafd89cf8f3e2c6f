"""Coming into a team: by the letter's code, by e-mail, by poster; also without a mouse."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from accounts.models import User
from projects.team.models import JoinRequest
from tests.browser.looking import everything_wrong
from tests.factories import make_invitation, make_poster

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODE = re.compile(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}")


def heading(page):
    return page.get_by_role("heading", level=1)


def look(page, js):
    """Nothing is wrong with the page as it stands, where a script may look at it."""
    if js:
        assert everything_wrong(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_someone_joins_with_the_code_of_a_letter(browser_of, project, js, width):
    _invitation, code = make_invitation(project, name="Joan", offer="Your bus fare.")
    page = browser_of(js=js, width=width)
    page.goto("/join/")
    look(page, js)
    page.get_by_label("Your code").fill("hello")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("We do not know this code.")
    look(page, js)

    page.get_by_label("Your code").fill(f"{code[:4]} {code[4:8]} {code[8:]}".lower())
    page.get_by_role("button", name="Go on").click()
    expect(heading(page)).to_have_text("You are invited to take part")
    look(page, js)
    page.get_by_role("link", name="Yes, I want to join").click()
    expect(page.get_by_label("What name do you want to go by?")).to_have_value("Joan")
    look(page, js)
    page.get_by_label("By post").check()
    page.get_by_label("I have read how you look after what you know about me").check()
    page.get_by_role("button", name="Join the team").click()

    expect(heading(page)).to_have_text("Write down your code")
    personal = CODE.search(page.locator(".paper-code").inner_text()).group()
    look(page, js)
    page.reload()
    expect(page.locator(".paper-code")).to_contain_text(personal)
    page.get_by_role("button", name="I have written it down").click()
    expect(heading(page)).to_have_text("Welcome, Joan")
    look(page, js)
    page.get_by_role("link", name="Go to the project").click()
    expect(heading(page)).to_have_text(project.title)

    later = browser_of(js=js, width=width)
    later.goto("/join/")
    later.get_by_label("Your code").fill(personal)
    later.get_by_role("button", name="Go on").click()
    expect(heading(later)).to_have_text(project.title)


def test_someone_joins_from_the_e_mail(browser_of, project, js):
    _invitation, code = make_invitation(project, name="Joan", email="joan@collab.example")
    page = browser_of(js=js, width=360)
    page.goto(f"/join/invitation/{code}/")
    page.get_by_role("link", name="Yes, I want to join").click()
    page.get_by_label("What name do you want to go by?").fill("Joan of the garden")
    page.get_by_role("button", name="Join the team").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Tick this box to go on.")
    look(page, js)
    page.get_by_label("I have read how you look after what you know about me").check()
    page.get_by_role("button", name="Join the team").click()

    expect(heading(page)).to_have_text("Welcome, Joan of the garden")
    look(page, js)
    page.get_by_role("link", name="Go to the project").click()
    expect(heading(page)).to_have_text(project.title)
    assert User.objects.get(name="Joan of the garden").email == "joan@collab.example"


def test_an_address_typed_from_a_letter_is_proved_first(browser_of, project, js):
    _invitation, code = make_invitation(project, name="Joan")
    page = browser_of(js=js)
    page.goto(f"/join/invitation/{code}/accept/")
    page.get_by_label("By e-mail").check()
    page.get_by_label("Your e-mail address").fill("joan@collab.example")
    page.get_by_label("I have read how you look after what you know about me").check()
    page.get_by_role("button", name="Join the team").click()
    expect(heading(page)).to_have_text("Type the six numbers")

    [numbers] = re.findall(r"\b\d{6}\b", mail.outbox[-1].body)
    page.get_by_label("The six numbers from the e-mail").fill(numbers)
    look(page, js)
    page.get_by_role("button", name="Go on").click()
    expect(heading(page)).to_have_text("Welcome, Joan")


def test_someone_asks_because_of_a_poster_and_is_answered(browser_of, lead, project, js):
    poster = make_poster(project)
    page = browser_of(js=js, width=360)
    page.goto(poster.get_absolute_url())
    look(page, js)
    page.get_by_label("What should we call you?").fill("Joan")
    page.get_by_label("I come back here with a code and read it myself").check()
    page.get_by_label("Carer").check()
    page.get_by_role("button", name="Ask to join").click()
    expect(heading(page)).to_have_text("Thank you for asking")
    code = CODE.search(page.locator(".paper-code").inner_text()).group()
    look(page, js)

    leads = browser_of(lead, js=js)
    leads.goto(f"/projects/{project.pk}/team/")
    look(leads, js)
    leads.get_by_role("link", name="Read and answer Joan").click()
    look(leads, js)
    leads.get_by_label("Yes, they are welcome").check()
    leads.get_by_label("Your words to them").fill("We are glad to have you.")
    leads.get_by_role("button", name="Send the answer").click()
    expect(leads.locator("#to-come")).to_contain_text("Who has not arrived yet")

    page.goto("/join/")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("main")).to_contain_text("We are glad to have you.")
    assert JoinRequest.objects.get().confirmed_at is not None


def test_someone_says_no(browser_of, project, js):
    _invitation, code = make_invitation(project)
    page = browser_of(js=js, width=320)
    page.goto(f"/join/invitation/{code}/")
    page.get_by_role("link", name="No, thank you").click()
    look(page, js)
    page.get_by_role("button", name="No, I do not want to join").click()
    expect(heading(page)).to_have_text("Thank you for telling us")
    look(page, js)
    page.goto(f"/join/invitation/{code}/")
    expect(heading(page)).to_have_text("This code does not work now")
    look(page, js)
    page.get_by_role("button", name="Ask for a new invitation").click()
    expect(heading(page)).to_have_text("Thank you")


def test_a_lead_invites_by_letter(browser_of, lead, project, js):
    page = browser_of(lead, js=js, width=360)
    page.goto(f"/projects/{project.pk}/team/")
    page.get_by_role("link", name="Invite someone").click()
    look(page, js)
    page.get_by_label("What do you call them?").fill("Joan")
    page.get_by_label("By post: I print a letter").check()
    page.get_by_label("Their postal address").fill("1 High Street")
    page.get_by_label("Carer").check()
    page.get_by_role("button", name="Invite them").click()
    expect(heading(page)).to_have_text("Print the letter")
    look(page, js)
    with page.expect_download(timeout=60_000) as printed:
        page.get_by_role("button", name="Print the letter (PDF)").click(no_wait_after=True)
    assert re.fullmatch(r"invitation-\d+\.pdf", printed.value.suggested_filename)

    page.goto(f"/projects/{project.pk}/team/")
    page.get_by_role("link", name="Remind, print or take back Joan").click()
    look(page, js)
    page.get_by_role("link", name="Take the invitation back").click()
    page.get_by_role("button", name="Yes, take it back").click()
    expect(page.locator("main")).not_to_contain_text("Joan")


def press_until(page, name, key="Tab"):
    """Walk with the key until what has this name is in focus."""
    for _step in range(80):
        page.keyboard.press(key)
        here = page.evaluate(
            "() => { const at = document.activeElement;"
            " return (at.labels && at.labels[0] || at).innerText.trim(); }"
        )
        if here == name:
            return
    raise AssertionError(f"nothing called {name!r} was reached")


def test_someone_joins_with_the_keyboard_alone(browser_of, project, js):
    _invitation, code = make_invitation(project, name="Joan")
    page = browser_of(js=js)
    page.goto("/join/")
    press_until(page, "Your code")
    page.keyboard.type(code.lower())
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("You are invited to take part")
    press_until(page, "Yes, I want to join")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Join the team")
    press_until(page, "By e-mail")
    for _choice in range(3):
        page.keyboard.press("ArrowDown")
    press_until(page, "I have read how you look after what you know about me")
    page.keyboard.press("Space")
    press_until(page, "Join the team")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Write down your code")
    press_until(page, "I have written it down")
    page.keyboard.press("Enter")

    expect(heading(page)).to_have_text("Welcome, Joan")
    assert User.objects.get(name="Joan").way == "none"
