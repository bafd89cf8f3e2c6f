"""An administrator puts two accounts together and switches one off, in a browser."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def twins(project):
    """Two accounts of one person, both in the team."""
    one, other = (
        factories.make_user("Ann Twice", email=email)
        for email in ("ann@collab.example", "ann@home.example")
    )
    factories.make_member(project, user=one)
    factories.make_member(project, "lead", "carer", user=other)
    return one, other


def heading(page):
    return page.get_by_role("heading", level=1)


def test_two_accounts_of_one_person_are_put_together(browser_of, administrator, project, twins, js):
    page = browser_of(administrator, js=js, width=360)
    page.goto("/administration/")
    page.get_by_role("link", name="Look at the names").click()
    page.get_by_role("link", name=re.compile("same person.*ann@coll")).click()
    page.get_by_role("link", name=re.compile("same person.*ann@home")).click()
    expect(heading(page)).to_have_text("Put two accounts together")

    page.get_by_role("button", name="Put them together now").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Which account stays?")
    assert not js or looking.everything_wrong(page) == []  # axe-core needs scripts

    page.get_by_label("Ann Twice (ann@collab.example)").check()
    page.get_by_label("ann@home.example", exact=True).check()
    page.get_by_role("button", name="Put them together now").click()
    expect(heading(page)).to_have_text("Ann Twice")
    expect(page.locator("main")).to_contain_text("A code sent to ann@home.example")
    expect(page.locator("main")).to_contain_text("In 1 team")


def test_switching_an_account_off_ends_what_its_person_is_doing(
    browser_of, administrator, participant, project, js
):
    theirs = browser_of(participant, js=js)
    theirs.goto(project.get_absolute_url())
    page = browser_of(administrator, js=js)
    page.goto("/administration/people/")
    page.get_by_label("A name or an e-mail address").fill("ben")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Ben Participant").click()
    page.get_by_role("link", name="Switch off this account").click()
    page.get_by_label("Why?").fill("They asked us to.")
    page.get_by_role("button", name="Switch off the account").click()
    expect(heading(page)).to_contain_text("Switched off")
    theirs.reload()
    expect(heading(theirs)).to_have_text("Sign in")

    page.get_by_role("button", name="Bring back this account").click()
    expect(heading(page)).to_have_text("Ben Participant")


def test_the_whole_of_it_by_keyboard_alone(browser_of, administrator, twins, organisation):
    page = browser_of(administrator)
    page.goto(f"/administration/organisation/{organisation.pk}/who/staff/add/")
    page.get_by_label("Their e-mail address").focus()
    page.keyboard.type("noor@collab.example")
    page.keyboard.press("Tab")
    page.keyboard.type("Noor")
    page.keyboard.press("Enter")

    expect(page.locator("[data-message]")).to_have_text("We have written to noor@collab.example.")


def test_every_page_of_the_administrator_is_sound(browser_of, administrator, twins, organisation):
    one, other = twins
    factories.make_step(one)
    room, people = "/administration/", f"/administration/people/{one.pk}/"
    of_it = f"/administration/organisation/{organisation.pk}/"
    addresses = [room, f"{room}people/", f"{room}people/duplicates/", f"{room}record/",
                 f"{room}reads/?words=nobody", of_it, f"{of_it}change/", f"{of_it}who/staff/",
                 f"{of_it}who/administrators/", f"{of_it}who/staff/add/",
                 f"{of_it}who/administrators/{administrator.pk}/take-off/", people,
                 f"{people}contact/", f"{people}change-address/", f"{people}switch-off/",
                 f"{people}set-up-again/", f"{people}same-person/",
                 f"{people}merge/{other.pk}/"]  # fmt: skip
    page, wrong = browser_of(administrator), []
    for address in addresses:
        assert page.goto(address).status == 200, address
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{address} at {width}: {one}" for one in looking.everything_wrong(page)]

    assert wrong == []
