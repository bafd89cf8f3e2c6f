"""What a team found out, in a real browser: with and without scripts, by keyboard, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from projects.evidence.models import Source
from tests import factories
from tests.browser import looking
from tests.projects.files import making
from tests.projects.files.conftest import own_storage  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def chosen(name, content, claims="application/pdf"):
    return {"name": name, "mimeType": claims, "buffer": content}


def wrong_with(page, js):
    """What axe-core and we have against it; without scripts nothing can look."""
    return looking.everything_wrong(page) if js else []


def save(page):
    page.locator("main form[method=post] button[type=submit]").first.click()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_source_with_a_picture_that_was_a_program_at_first(
    browser_of, participant, project, js, width
):
    page = browser_of(participant, js=js, width=width)
    page.goto(f"/projects/{project.pk}/evidence/")
    page.get_by_role("link", name="Add a source").click()
    page.locator("#id_kind").check()
    page.get_by_label("What is it called?").fill("What we saw at noon")
    page.get_by_label("What does it tell us, in one sentence?").fill("All chairs are taken.")
    page.get_by_label("Carers", exact=True).check()
    page.get_by_label("Or a file").set_input_files(chosen("noon.png", making.exe(), "image/png"))
    save(page)
    expect(page.locator("#id_file-error")).to_contain_text("This is a program")
    assert not wrong_with(page, js)
    if js:
        expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    expect(page.get_by_label("What is it called?")).to_have_value("What we saw at noon")
    expect(page.get_by_label("Carers", exact=True)).to_be_checked()

    page.get_by_label("Or a file").set_input_files(chosen("noon.png", making.png(), "image/png"))
    save(page)
    expect(page.locator("#id_alternative-error")).to_contain_text("Write what the picture shows")

    page.get_by_label("Or a file").set_input_files(chosen("noon.png", making.png(), "image/png"))
    page.get_by_label("What does it show or say, in words?").fill("A full waiting room.")
    save(page)
    page.wait_for_url(re.compile(r"/evidence/\d+/$"))
    expect(page.locator("main")).to_contain_text("In words: A full waiting room.")
    assert not wrong_with(page, js)

    with page.expect_download() as download:
        page.get_by_role("link", name="noon.png", exact=True).click()
    assert download.value.suggested_filename == "noon.png"
    assert download.value.path().read_bytes() == making.png()


def test_a_file_is_added_and_taken_away_by_keyboard_alone(browser_of, participant, project):
    source = factories.make_source(project, by=project.started_by)
    page = browser_of(participant)
    page.goto(source.get_absolute_url())
    page.get_by_role("link", name="Add a file").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/add-file/$"))
    tab_to(page, "id_file")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(chosen("notes.pdf", making.pdf()))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id_alternative"
    page.keyboard.type("The notes of May.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/evidence/\d+/$"))
    expect(page.locator("main")).to_contain_text("notes.pdf")

    page.get_by_role("link", name="Take this file away").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/take-file-away/"))
    page.locator("main form button[type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/evidence/\d+/$"))
    expect(page.locator("main")).to_contain_text("Ben Participant took this file away")
    assert [file.is_here for file in source.files.all()] == [False]


def tab_to(page, id_):
    for _step in range(60):
        if page.evaluate("document.activeElement.id") == id_:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {id_}")


def test_a_finding_is_brought_from_an_earlier_project(browser_of, lead, project, js):
    earlier = factories.make_project(project.organisation, "The old clinic", by=lead)
    for title in ("Survey of 2019", "Rules of the trust"):
        factories.make_source(earlier, title, by=lead, finding="People wait too long.")
    page = browser_of(lead, js=js, width=320)
    page.goto(f"/projects/{project.pk}/evidence/")
    page.get_by_role("link", name="Bring a finding from an earlier project").click()
    page.get_by_label("Look for words").fill("survey")
    page.get_by_role("button", name="Look", exact=True).click()
    page.get_by_label("Survey of 2019").check()
    assert not wrong_with(page, js)
    page.get_by_role("button", name="Bring what I ticked").click()
    expect(page.locator("main")).to_contain_text("From the project “The old clinic”")

    assert [source.came_from for source in project.sources.all()] == ["The old clinic"]


def test_a_long_register_stays_in_the_page(browser_of, lead, project):
    kinds = Source.Kind.values
    for number in range(50):
        words = "Averylongwordwithoutanyspace" * 7 if number % 5 == 0 else f"Report {number}"
        factories.make_source(
            project, words[:200], by=lead, kind=kinds[number % 6], finding="What it says. " * 20,
            link="https://www.example.org/" + "a" * 200, strength="some", voice="carers",
        )  # fmt: skip
    page = browser_of(lead, width=320)
    page.goto(f"/projects/{project.pk}/evidence/")
    assert not looking.everything_wrong(page)
    page.goto(project.sources.first().get_absolute_url())
    assert not looking.everything_wrong(page)
