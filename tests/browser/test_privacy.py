"""Reading what we know about you, taking it with you, and being erased."""

import json

import pytest
from playwright.sync_api import expect

from accounts.models import User
from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_person_reads_downloads_and_is_erased(browser_of, participant, project, js):
    page = browser_of(participant, js=js)
    page.goto("/accounts/")
    page.get_by_role("link", name="What we know about you").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What we know about you")
    expect(page.get_by_text(participant.email).first).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download it for another program (JSON)").click()
    content = json.loads(waiting.value.path().read_text())
    assert waiting.value.suggested_filename == "what-we-know-about-you.json"
    assert content["groups"]["account"]["rows"][0]["name"] == participant.name

    page.get_by_role("link", name="Erase me").click()
    page.get_by_role("button", name="Erase me").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("Tick this box if you are sure.")
    page.get_by_label("Yes, erase me.").check()
    page.get_by_role("button", name="Erase me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are erased")

    page.goto(project.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert User.objects.get(pk=participant.pk).name == "a service user"


def test_the_file_opens_with_no_network(browser_of, participant, tmp_path):
    page = browser_of(participant)
    page.goto("/privacy/me/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download it to read").click()
    waiting.value.save_as(tmp_path / "me.html")
    page = page.context.new_page()  # of no site, so with no policy of ours
    page.set_content((tmp_path / "me.html").read_text())

    expect(page.get_by_role("heading", level=1)).to_have_text("What we know about you")
    expect(page.get_by_text(participant.email).first).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_erasing_with_the_keyboard_alone(browser_of, participant):
    page = browser_of(participant)
    page.goto("/privacy/erase/")
    box = page.get_by_label("Yes, erase me.")
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("You are erased")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_an_administrator_are_sound(browser_of, administrator, organisation, width):
    page = browser_of(administrator, width=width)
    number = organisation.pk
    wrong = {}
    for address in (
        "statements/",
        f"statements/{number}/privacy/edit/",
        "retention/",
        f"retention/{number}/people/",
        f"retention/{number}/people/change/",
        "retention/destroyed/",
        "holds/",
        "holds/new/",
        "me/",
    ):
        response = page.goto(f"/privacy/{address}")
        assert response.status == 200, address
        if found := looking.everything_wrong(page):
            wrong[address] = found

    assert wrong == {}
