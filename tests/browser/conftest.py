"""A real browser in each person's hands, on a server of our own."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from tests import factories
from tests.hands import hands_of

TOP = Path(__file__).parent.parent.parent
NEEDED = {
    TOP / "static/built/site.css": "npm run build",
    TOP / "static/built/nhsuk-frontend.min.js": "npm run build",
    TOP / "node_modules/axe-core/axe.min.js": "npm ci",
}


@pytest.fixture(scope="session", autouse=True)
def what_is_needed():
    missing = [
        f"{path.relative_to(TOP)}: {how}" for path, how in NEEDED.items() if not path.exists()
    ]
    if missing:
        pytest.fail("The browser tests need what is built: " + "; ".join(missing), pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail(
            "No Chromium was found. Install it, or set CHROMIUM to its path.", pytrace=False
        )
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return browser_type_launch_args | {"executable_path": path, "args": sandbox}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """On SQLite a file, as people use it: each request has a connection of its own."""
    if settings.ON_SQLITE:
        name = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = name


@pytest.fixture
def browser_of(browser, live_server):
    """`browser_of(person)` is a page of a browser of their own, signed in; nobody's for None.

    When the test is over: nothing was asked of any other site, and no script went wrong.
    """
    contexts, asked, wrong = [], [], []

    def page_of(person=None, *, js=True, width=1280, wording="", **options):
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=js,
            viewport={"width": width, "height": 900},
            **options,
        )
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.set_default_timeout(10_000)
        if person:
            value = hands_of(person).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}
            context.add_cookies([cookie])
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if is_refused(said) else None)
        return page

    yield page_of
    for context in contexts:
        context.close()
    elsewhere = {url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))}
    assert elsewhere == set()
    assert wrong == []


def is_refused(said):
    """What the policy forbids is an error on the console."""
    return said.type == "error" and "Content Security Policy" in said.text


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def js(request):
    return request.param


# The cast, in a database that the server's threads see as well


@pytest.fixture
def organisation(transactional_db):
    return factories.make_organisation(name="Riverside Health")


@pytest.fixture
def second_lead(project):
    person = factories.make_user("Cleo Carer")
    factories.make_member(project, "lead", "carer", user=person)
    return person


@pytest.fixture
def checklist(project, item):
    """The address of the first stage's checklist."""
    return item.get_absolute_url().split("#")[0]
