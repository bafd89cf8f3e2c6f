"""What anyone does with no account: propose a big idea, follow it, read a public project."""

import re

import pytest
from playwright.sync_api import expect

from projects.models import Part, Project
from proposals.models import Proposal
from tests.browser.looking import everything_wrong
from tests.browser.test_joining import press_until
from tests.factories import make_decision, make_project, make_proposal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODE = re.compile(r"[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}")


def heading(page):
    return page.get_by_role("heading", level=1)


def look(page, js):
    """Nothing is wrong with the page as it stands, where a script may look at it."""
    if js:
        assert everything_wrong(page) == []


@pytest.mark.parametrize("width", [320])
def test_someone_proposes_a_big_idea_and_reads_the_answer(
    browser_of, involvement, lead, edition, js, width
):
    page = browser_of(js=js, width=width)
    page.goto("/")
    look(page, js)
    page.get_by_role("link", name="Propose a big idea").click()
    look(page, js)
    page.get_by_role("button", name="Send the idea").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write something here.")
    look(page, js)
    page.get_by_label("What is the problem, and for whom?").fill("The ward is loud at night.")
    page.get_by_label("What is your idea?").fill("Soft shoes for everyone.")
    page.get_by_label("Your e-mail address").fill("joan@collab.example")
    page.get_by_role("button", name="Send the idea").click()
    expect(heading(page)).to_have_text("Thank you for your idea")
    look(page, js)
    code = CODE.search(page.locator(".paper-code").inner_text()).group()
    page.get_by_role("button", name="I have written it down").click()
    expect(page.locator("main")).not_to_contain_text(code)

    theirs = browser_of(involvement, js=js)
    theirs.goto("/projects/")
    theirs.get_by_role("link", name="Read it and answer").click()
    look(theirs, js)
    theirs.get_by_role("link", name="Show how to reach them").click()
    expect(theirs.locator("main")).to_contain_text("joan@collab.example")
    look(theirs, js)
    theirs.go_back()
    theirs.get_by_role("link", name="Make it a project").click()
    look(theirs, js)
    theirs.get_by_label("What do you call it?").fill("A quiet ward")
    theirs.get_by_label("Who leads it?").select_option(label=lead.name)
    theirs.get_by_label("Your words to the person who proposed it").fill("We begin in May.")
    theirs.get_by_role("button", name="Make it a project").click()
    expect(theirs.locator("main")).to_contain_text("It became a project")
    look(theirs, js)
    assert Project.objects.get(title="A quiet ward").memberships.get().user == lead

    page.goto("/join/")
    page.get_by_label("Your code").fill(code.lower())
    page.get_by_role("button", name="Go on").click()
    expect(heading(page)).to_have_text("What became of your idea")
    expect(page.locator("main")).to_contain_text("We begin in May.")
    look(page, js)


def test_a_lead_publishes_and_a_stranger_reads(browser_of, lead, project, js):
    Part.add(project, by=lead, name="The chairs", state="open", because="Nobody has chosen.")
    make_decision(project, question="Do we paint the walls?")
    page = browser_of(lead, js=js, width=360)
    page.goto(f"/projects/{project.pk}/publish/")
    expect(page.locator(".preview")).to_contain_text("The chairs")
    expect(page.locator(".preview")).not_to_contain_text("Do we paint the walls?")
    look(page, js)
    page.get_by_label("Do we paint the walls?").check()
    page.get_by_role("button", name="Save what anyone may read").click()
    expect(page.locator(".preview")).to_contain_text("Do we paint the walls?")
    page.get_by_role("button", name="Make this page public").click()
    expect(page.locator("main")).to_contain_text("The page is public.")
    look(page, js)

    stranger = browser_of(js=js, width=320)
    stranger.goto("/")
    stranger.get_by_role("link", name="See what is changing").click()
    look(stranger, js)
    stranger.get_by_label("Find a project by its words").fill("CALMER")
    stranger.get_by_role("button", name="Find").click()
    stranger.get_by_role("link", name=project.title).click()
    expect(heading(stranger)).to_have_text(project.title)
    expect(stranger.locator("main")).to_contain_text("The chairs")
    expect(stranger.locator("main")).to_contain_text("Do we paint the walls?")
    expect(stranger.locator("main")).not_to_contain_text(lead.name)
    look(stranger, js)

    page.get_by_role("button", name="Take the page down").click()
    expect(page.locator("main")).to_contain_text("The page is not public any more.")
    assert stranger.goto(f"/frontdoor/{project.pk}/").status == 404


def test_the_involvement_team_gives_one_to_a_project_and_says_no_to_another(
    browser_of, involvement, organisation, project, js
):
    for name in ("first", "second"):
        make_proposal(organisation, idea=f"The {name} idea.")
    page = browser_of(involvement, js=js, width=360)
    page.goto("/portfolio/")
    page.get_by_role("link", name="2 big ideas wait for an answer").click()
    look(page, js)
    page.get_by_role("link", name="The first idea.").click()
    page.get_by_role("link", name="Give it to a project").click()
    look(page, js)
    page.get_by_label(project.title).check()
    page.get_by_role("button", name="Give it to this project").click()
    expect(page.locator("main")).to_contain_text("It went to a project")

    page.goto("/proposals/")
    page.get_by_role("link", name="The second idea.").click()
    page.get_by_role("link", name="Say no, and why").click()
    page.get_by_role("button", name="Say no").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Write something here.")
    look(page, js)
    page.get_by_label("Why do you say no?").fill("It costs too much.")
    page.get_by_role("button", name="Say no").click()
    expect(page.locator("main")).to_contain_text("It costs too much.")
    assert not Proposal.objects.waiting().exists()


def test_someone_proposes_with_the_keyboard_alone(browser_of, organisation, js):
    page = browser_of(js=js)
    page.goto("/")
    press_until(page, "Propose a big idea")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Propose a big idea")
    press_until(page, "What is the problem, and for whom?")
    page.keyboard.type("It is loud.")
    press_until(page, "What is your idea?")
    page.keyboard.type("Quiet.")
    press_until(page, "Send the idea")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Thank you for your idea")


def test_a_long_list_of_public_projects(browser_of, lead, organisation, edition):
    for number in range(50):
        title = f"Change {number:02} " + ("of a very long name " * 10 if number == 3 else "here")
        made = make_project(organisation, title[:200].strip(), by=lead, edition=edition)
        made.publish(by=lead)
    page = browser_of(width=320)
    page.goto("/frontdoor/")
    expect(page.locator("main li[id^=project-]")).to_have_count(25)
    look(page, js=True)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator("main")).to_contain_text("Change 49 here")
