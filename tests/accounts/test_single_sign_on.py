"""Signing in through an organisation's own service: a certified provider and the site, for real.

Both run as processes of their own, because what the environment says is read when the site starts.
The site is on a SQLite file whatever the suite is on: nothing here depends on the database.
"""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.urls import NoReverseMatch, reverse

TOP = Path(__file__).parent.parent.parent
PEOPLE = {
    "known": {"email": "Known@collab.example", "email_verified": True},
    "overseer": {"email": "overseer@collab.example", "email_verified": True},
    "holder": {"email": "holder@collab.example", "email_verified": True},
    "closed": {"email": "closed@collab.example", "email_verified": True},
    "elsewhere": {"email": "eve@hilltop.example", "email_verified": True},
    "nobody": {"email": "nobody@collab.example", "email_verified": True},
    "unsure": {"email": "known@collab.example", "email_verified": False},
    "worded": {"email": "known@collab.example", "email_verified": "false"},
    "silent": {"email": "known@collab.example"},
    "without": {},
}
MAKE = """
from accounts import second_factor
from accounts.models import Organisation, User
organisation = Organisation.objects.create(name="Riverside Health")
User.objects.create_user("known@collab.example", "Kit Known")
User.objects.create_user("eve@hilltop.example", "Eve Elsewhere")
overseer = User.objects.create_user("overseer@collab.example", "Ola Overseer")
holder = User.objects.create_user("holder@collab.example", "Hal Holder")
User.objects.create_user("closed@collab.example", "Cy Closed", is_active=False)
organisation.involvement_team.add(overseer)
second_factor.give_app(holder)
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command, address, **env):
    process = subprocess.Popen(
        command, cwd=TOP, env=os.environ | env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        wait_for(address, process)
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def wait_for(address, process):
    for _try in range(300):
        assert process.poll() is None, process.stderr.read().decode()
        try:
            requests.get(address, timeout=5).close()
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


class Site:
    def __init__(self, folder):
        self.service = f"http://localhost:{free_port()}"
        self.address = f"http://localhost:{free_port()}"
        self.folder = folder
        self.env = {
            "COLLAB_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "collab.settings_test",
            "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
            "OIDC_URL": self.service,
            "OIDC_CLIENT_ID": "collab",
            "OIDC_CLIENT_SECRET": "a-secret-between-the-two",
            "OIDC_NAME": "Riverside staff",
            "OIDC_DOMAINS": "riverside.example, Collab.example",
        }

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        env = os.environ | self.env
        subprocess.run(command, cwd=TOP, env=env, check=True, capture_output=True)

    def count(self, table):
        with sqlite3.connect(self.folder / "site.sqlite3") as connection:
            [[number]] = connection.execute(f"SELECT count(*) FROM {table}")
        connection.close()
        return number


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("site"))
    site.manage("migrate", "--verbosity", "0")
    site.manage("shell", "--verbosity", "0", "-c", MAKE)
    port = urlsplit(site.service).port
    callback = f"{site.address}/accounts/oidc/organisation/login/callback/"
    service = [shutil.which("node"), "tests/accounts/provider.mjs", str(port), callback]
    server = [sys.executable, "manage.py", "runserver", "--noreload", urlsplit(site.address).netloc]
    with (
        running(service, f"{site.service}/as/nobody", PEOPLE=json.dumps(PEOPLE)),
        running(server, f"{site.address}/healthz", **site.env),
    ):
        yield site


@pytest.fixture
def sign_in(site):
    """`sign_in(who)` is a browser that went through the service as that person, and its page."""
    browsers = []

    def through_the_service(who, **more):
        browser = requests.Session()
        browsers.append(browser)
        browser.get(f"{site.service}/as/{who}")
        return browser, send(browser, site, **more)

    yield through_the_service
    for browser in browsers:
        browser.close()


def send(browser, site, follow=True, **fields):
    page = browser.get(f"{site.address}/accounts/login/").text
    [token] = set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page))
    address = f"{site.address}/accounts/oidc/organisation/login/"
    data = {"csrfmiddlewaretoken": token} | fields
    return browser.post(address, data, allow_redirects=follow)


def heading(page):
    return re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page.text, re.DOTALL)[1]


def is_signed_in(browser, site):
    answer = browser.get(f"{site.address}/projects/", allow_redirects=False)
    return answer.status_code == 200


def test_someone_we_know_comes_in(site, sign_in):
    browser, page = sign_in("known")

    assert page.url == f"{site.address}/projects/"
    assert heading(page) == "Hello, Kit Known"


def test_they_come_back_to_the_page_they_wanted(site, sign_in):
    _browser, page = sign_in("known", next="/accounts/sessions/")

    assert page.url == f"{site.address}/accounts/sessions/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/"])
def test_nobody_is_sent_elsewhere_afterwards(site, sign_in, elsewhere):
    _browser, page = sign_in("known", next=elsewhere)

    assert page.url == f"{site.address}/projects/"


@pytest.mark.parametrize(
    "who", ["nobody", "closed", "elsewhere", "unsure", "worded", "silent", "without"]
)
def test_everybody_else_sees_a_plain_page_and_no_account_is_made(site, sign_in, who):
    people = site.count("accounts_user")
    browser, page = sign_in(who)

    assert (page.status_code, heading(page)) == (403, "We do not know you here yet")
    assert not is_signed_in(browser, site)
    assert site.count("accounts_user") == people


def test_all_who_are_refused_see_the_same(sign_in):
    pages = [without_what_differs(sign_in(who)[1]) for who in ("nobody", "closed", "unsure")]

    assert pages[0] == pages[1] == pages[2]


def without_what_differs(page):
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.text)
    text = re.sub(r"%3Fcode%3D[^\"&]+", "", text)  # the page's own address
    return re.sub(r'nonce="[^"]+"', "", text)


def test_nothing_is_kept_of_what_the_service_said(site, sign_in):
    sign_in("known")

    assert site.count("socialaccount_socialaccount") == 0
    assert site.count("socialaccount_socialtoken") == 0


def test_whoever_looks_after_others_still_needs_a_second_step(site, sign_in):
    browser, page = sign_in("overseer")

    assert page.url == f"{site.address}/accounts/second-step/?next=%2Fprojects%2F"
    assert heading(page) == "One more step to sign in"
    assert not is_signed_in(browser, site)


def test_a_second_step_is_asked_of_everybody_who_has_one(site, sign_in):
    browser, page = sign_in("holder")

    assert page.url == f"{site.address}/accounts/2fa/authenticate/"
    assert not is_signed_in(browser, site)


def test_the_way_to_the_service_is_guarded(site, sign_in):
    _browser, answer = sign_in("known", follow=False)
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)

    assert answer.headers["Location"].startswith(f"{site.service}/auth?")
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    assert set(asked) == {
        "client_id", "redirect_uri", "scope", "response_type", "state",
        "code_challenge", "code_challenge_method",
    }  # fmt: skip


def test_an_answer_that_belongs_to_another_browser_is_refused(site, sign_in):
    _browser, answer = sign_in("known", follow=False)
    [state] = parse_qs(urlsplit(answer.headers["Location"]).query)["state"]
    with requests.Session() as stranger:
        callback = f"{site.address}/accounts/oidc/organisation/login/callback/"
        page = stranger.get(callback, params={"code": "stolen", "state": state})
        assert heading(page) == "Signing in there did not work"
        assert not is_signed_in(stranger, site)


def test_whoever_changes_their_mind_there_reads_that_nothing_happened(site, sign_in):
    browser, page = sign_in("cancels")

    assert heading(page) == "You stopped signing in there"
    assert not is_signed_in(browser, site)


def test_the_sign_in_page_offers_it_by_name_and_the_policy_lets_the_form_go_there(site):
    page = requests.get(f"{site.address}/accounts/login/", timeout=20)
    policy = page.headers["Content-Security-Policy"]

    assert "Sign in with Riverside staff" in page.text
    assert f"form-action 'self' {site.service};" in policy + ";"


def test_the_address_alone_sends_nobody_there(site):
    page = requests.get(f"{site.address}/accounts/oidc/organisation/login/", timeout=20)

    assert (page.status_code, heading(page)) == (200, "Sign in with Riverside staff")
    other = requests.get(f"{site.address}/accounts/oidc/another/login/", timeout=20)
    assert other.status_code == 404


def test_a_service_that_does_not_answer_is_a_plain_page(site):
    port, gone = free_port(), f"http://localhost:{free_port()}"
    server = [sys.executable, "manage.py", "runserver", "--noreload", f"localhost:{port}"]
    address = f"http://localhost:{port}"
    with (
        running(server, f"{address}/healthz", **site.env | {"OIDC_URL": gone}),
        requests.Session() as browser,
    ):
        other = Site(site.folder)
        other.address = address
        page = send(browser, other)

    assert (page.status_code, heading(page)) == (503, "Signing in there did not work")


def test_without_the_setting_there_is_no_such_address(client, db):
    for address in ("oidc/organisation/login/", "oidc/organisation/login/callback/"):
        assert client.get(f"/accounts/{address}").status_code == 404
    assert "Sign in with Riverside" not in client.get("/accounts/login/").text
    with pytest.raises(NoReverseMatch):
        reverse("openid_connect_login", args=["organisation"])


def test_half_a_setting_is_refused_when_the_site_starts(tmp_path):
    env = os.environ | {"COLLAB_VAR": str(tmp_path), "OIDC_URL": "https://sign-in.example"}
    started = subprocess.run(
        [sys.executable, "-c", "import collab.settings"],
        cwd=TOP, env=env, capture_output=True, text=True,
    )  # fmt: skip

    assert started.returncode == 1
    assert "With OIDC_URL set OIDC_CLIENT_ID" in started.stderr


def test_a_service_that_speaks_for_every_address_is_refused_when_the_site_starts(site):
    env = os.environ | site.env | {"OIDC_DOMAINS": ""}
    started = subprocess.run(
        [sys.executable, "-c", "import collab.settings"],
        cwd=TOP, env=env, capture_output=True, text=True,
    )  # fmt: skip

    assert started.returncode == 1
    assert "With OIDC_URL set OIDC_DOMAINS too" in started.stderr


def test_nobody_sends_us_to_the_service_without_end(site):
    """The last test here: afterwards the way is closed for a minute."""
    with requests.Session() as browser:
        page = browser.get(f"{site.address}/accounts/login/").text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        address = f"{site.address}/accounts/oidc/organisation/login/"
        statuses = set()
        for _try in range(310):
            answer = browser.post(
                address, {"csrfmiddlewaretoken": token}, allow_redirects=False, timeout=30
            )
            statuses.add(answer.status_code)

    assert statuses == {302, 429}
