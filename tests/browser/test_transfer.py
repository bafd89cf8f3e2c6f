"""A whole project, taken out in a real browser and put in again: with and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from projects.models import Project
from tests import factories
from tests.browser import looking
from tests.projects.transfer.conftest import put_in, taken_out

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 320])
def test_a_lead_takes_everything_out_by_keyboard(browser_of, lead, project, js, width):
    factories.make_decision(project, reason=f"{lead.name} asked for it.")
    page = browser_of(lead, js=js, width=width)
    page.goto(f"/projects/{project.pk}/transfer/")
    expect(page.locator("main")).to_contain_text(re.compile(r"Decisions:\s+1 text"))
    if js:
        assert not looking.everything_wrong(page)

    page.get_by_role("button", name="Get everything in one file").focus()
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert got.value.suggested_filename == f"project-{project.pk}-everything.zip"

    with got.value.path().open("rb") as file:
        copy = put_in(file)
        file.seek(0)
        assert taken_out(copy).getvalue() == file.read()
    assert Project.objects.filter(title=project.title).count() == 2
