"""The involvement record in one press, with scripts and without; its page read on its own."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.projects.exports.filling import decide_together, one_of_everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_record_is_made_in_one_press_and_its_page_stands_alone(
    browser_of, browser, lead, project, js, tmp_path
):
    one_of_everything(project, lead)
    decide_together(project, lead)
    page = browser_of(lead, js=js, width=360)
    page.goto(f"/projects/{project.pk}/exports/")
    page.get_by_role("link", name="Make a record in one press").click()
    page.get_by_role("button", name="Make the record now").focus()
    page.keyboard.press("Enter")

    made = page.get_by_role("heading", level=1, name="Involvement record 1")
    expect(made).to_be_visible(timeout=60_000)  # it is drawn meanwhile
    expect(page.get_by_text("all of its files are as they were")).to_be_visible()
    if js:
        assert looking.everything_wrong(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="To read in a browser (HTML)").click()
    kept = Path(tmp_path / "record.html")
    download.value.save_as(kept)
    assert kept.read_bytes() == bytes(project.records.get().files.get(kind="html").content)

    for width in (360, 1280):
        alone = browser.new_page(viewport={"width": width, "height": 800}, offline=True)
        asked = []
        alone.on("request", lambda request, asked=asked: asked.append(request.url))
        alone.goto(kept.as_uri())
        expect(alone.get_by_role("heading", level=1)).to_have_text("A calmer waiting room")
        assert looking.everything_wrong(alone) == []
        assert asked == [kept.as_uri()]
        alone.close()
