"""The doors of the site: headers, cookies, signing in, and what is too much."""

import base64
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from accounts.models import User
from tests import factories

TOP = Path(__file__).parent.parent
LOGIN = reverse("account_login")
CONFIRM = reverse("account_confirm_login_code")


def code_in(message):
    [code] = re.findall(r"\b\d{6}\b", message.body)
    return code


def ask_for_code(client, person, **extra):
    client.post(LOGIN, {"email": person.email}, **extra)
    return code_in(mail.outbox[-1])


def is_signed_in(client):
    return "_auth_user_id" in client.session


# Headers

PAGES = ["/", "/stages/", "/accounts/display/", LOGIN, "/nothing-here/", "/healthz"]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_has_its_headers(client, edition, address):
    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Permissions-Policy"].startswith("camera=(), geolocation=(), microphone=()")


@pytest.mark.parametrize("address", [page for page in PAGES if page != "/healthz"])
def test_the_policy_lets_only_our_own_scripts_run(client, edition, address):
    response = client.get(address)
    policy = dict(
        part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";")
    )
    [nonce] = set(re.findall(r'nonce="([^"]+)"', response.text))

    assert policy == {
        "default-src": "'self'",
        "script-src": f"'self' 'nonce-{nonce}'",
        "style-src": f"'self' 'nonce-{nonce}'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert nonce not in client.get(address).text


def test_a_nonce_is_on_every_script_and_style_of_a_page(signed_in, lead, project):
    page = signed_in(lead).get(project.get_absolute_url()).text

    assert [
        tag for tag in re.findall(r"<(?:script|style)\b[^>]*>", page) if "nonce=" not in tag
    ] == []


# Cookies

COOKIES = {"sessionid", "csrftoken", "display"}


def test_only_three_cookies_are_ever_set_and_no_script_reads_them(client, lead, project):
    client.get("/")
    assert client.cookies == {}

    client.post(reverse("accounts:display"), display_choices())
    client.post(LOGIN, {"email": lead.email})
    client.post(CONFIRM, {"code": code_in(mail.outbox[-1])})
    for address in [project.get_absolute_url(), reverse("accounts:index")]:
        client.get(address)

    assert set(client.cookies) == COOKIES
    assert [morsel["httponly"] for morsel in client.cookies.values()] == [True] * 3
    assert [morsel["samesite"] for morsel in client.cookies.values()] == ["Lax"] * 3


def display_choices():
    return {"wording": "easy", "text_size": "large", "contrast": "high"}


@pytest.mark.parametrize("cookie", ["easy", "a-b-c", "easy-large-high-more", "", "'--", "é-è-ê"])
def test_a_cookie_that_is_not_ours_is_as_good_as_none(client, edition, cookie):
    client.cookies["display"] = cookie

    assert 'class="text-normal contrast-normal' in client.get("/").text


# Production

PRODUCTION = {
    "COLLAB_PRODUCTION": "1",
    "SECRET_KEY": base64.b64encode(secrets.token_bytes(60)).decode(),
    "ALLOWED_HOSTS": "collab.example",
    "EMAIL_URL": "smtp://localhost:25",
}


def in_production(*command, tmp_path, **changes):
    """Run Python with the settings of production, as on a server."""
    wanted = PRODUCTION | changes
    environment = {name: value for name, value in wanted.items() if value is not None}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=TOP,
        env=kept | environment | {"COLLAB_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_settings_of_production_have_nothing_to_warn_about(tmp_path):
    check = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = in_production(*check, tmp_path=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", None, "Set SECRET_KEY"),
        ("SECRET_KEY", "short", "at least 50 characters"),
        ("ALLOWED_HOSTS", None, "Set ALLOWED_HOSTS"),
        ("EMAIL_URL", None, "Set EMAIL_URL"),
        ("DEBUG", "1", "cannot be combined with DEBUG"),
        ("COLLAB_DEMO", "1", "cannot be combined with DEBUG or COLLAB_DEMO"),
    ],
)
def test_production_does_not_start_without_its_secrets(tmp_path, name, value, said):
    done = in_production("-c", "import collab.settings", tmp_path=tmp_path, **{name: value})

    assert done.returncode == 1
    assert said in done.stderr


def test_production_speaks_only_over_a_safe_line(tmp_path):
    asked = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT,"
        " s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.DEBUG)"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "collab.settings"}
    done = in_production("-c", asked, tmp_path=tmp_path, **environment)

    assert done.stdout == "True True True 31536000 True False\n"


# Is it alive, and is it too much


def test_healthz_says_ok(client, db):
    response = client.get("/healthz")

    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-store" in response["Cache-Control"]


def test_a_form_of_more_than_a_megabyte_is_refused_in_plain_words(signed_in, lead, project, url_of):
    address = url_of("projects:big_idea", project)
    response = signed_in(lead).post(address, {"title": "x" * (1024 * 1024 + 1)})

    project.refresh_from_db()
    assert response.status_code == 400
    assert "<h1>" in response.text
    assert project.title == "A calmer waiting room"


def test_a_form_of_a_thousand_fields_is_refused(signed_in, lead, project, url_of):
    many = {f"field{number}": "x" for number in range(1000)}

    assert signed_in(lead).post(url_of("projects:big_idea", project), many).status_code == 400


def test_a_file_is_refused_where_none_is_taken(signed_in, lead, project, url_of, tmp_path):
    paper = tmp_path / "paper.svg"
    paper.write_text("<svg/>")
    with paper.open("rb") as file:
        response = signed_in(lead).post(url_of("projects:big_idea", project), {"title": file})

    assert response.status_code == 400


def test_a_form_from_elsewhere_is_refused_and_gives_the_words_back(
    signed_in, lead, project, url_of
):
    client = signed_in(lead, enforce_csrf_checks=True)
    typed = {"idea": "A long text that somebody wrote with care."}
    response = client.post(url_of("projects:big_idea", project), typed)

    assert response.status_code == 403
    assert typed["idea"] in response.text


def test_a_host_that_is_not_ours_is_refused(client, db):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.fixture
def url_of():
    def address(name, project, *more):
        return reverse(name, args=[project.pk, *more])

    return address


# Signing in


def without_what_differs(response, email):
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.text)
    return re.sub(r'nonce="[^"]+"', "", text).replace(email, "the address")


def test_a_known_and_an_unknown_address_are_answered_alike(lead):
    pages, sent = [], []
    for email in [lead.email, "nobody@collab.example"]:
        client = Client()
        response = client.post(LOGIN, {"email": email})
        page = client.get(response.url)
        pages.append((response.status_code, response.url, without_what_differs(page, email)))
        sent.append([message.to for message in mail.outbox])
        mail.outbox.clear()

    assert pages[0] == pages[1]
    assert sent == [[[lead.email]], [["nobody@collab.example"]]]


def test_a_code_signs_in_once_and_never_again(client, lead):
    code = ask_for_code(client, lead)
    response = client.post(CONFIRM, {"code": code})
    assert response.url == reverse("projects:index")
    assert client.session["_auth_user_id"] == str(lead.pk)

    client.post(reverse("account_logout"))
    client.post(CONFIRM, {"code": code})
    assert not is_signed_in(client)


def test_a_code_is_no_use_in_another_browser(client, lead):
    code = ask_for_code(client, lead)
    elsewhere = Client()
    elsewhere.post(CONFIRM, {"code": code})

    assert not is_signed_in(elsewhere)


def test_spaces_in_a_code_do_no_harm(client, lead):
    code = ask_for_code(client, lead)
    client.post(CONFIRM, {"code": f" {code[:3]} {code[3:]} "})

    assert is_signed_in(client)


def test_after_a_few_wrong_guesses_the_right_code_is_worth_nothing(client, lead):
    code = ask_for_code(client, lead)
    wrong = "000000" if code != "000000" else "111111"
    for _guess in range(settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS):
        client.post(CONFIRM, {"code": wrong})
    client.post(CONFIRM, {"code": code})

    assert not is_signed_in(client)


def test_new_codes_for_one_person_stop_after_a_few(lead):
    statuses = [Client().post(LOGIN, {"email": lead.email}).status_code for _try in range(7)]

    assert statuses == [302] * 5 + [429] * 2
    assert len(mail.outbox) == 5


def test_sixty_people_sign_in_from_one_address_within_a_minute(db):
    people = [factories.make_user() for _number in range(60)]
    browsers = [Client() for _person in people]
    for browser, person in zip(browsers, people, strict=True):
        browser.post(CONFIRM, {"code": ask_for_code(browser, person)})

    assert [is_signed_in(browser) for browser in browsers] == [True] * 60


def test_the_three_hundred_and_first_request_for_a_code_within_a_minute_waits(db):
    statuses = []
    with freeze_time():  # a slow machine takes more than a minute
        for number in range(301):
            response = Client().post(LOGIN, {"email": f"nobody{number}@collab.example"})
            statuses.append(response.status_code)

    assert statuses == [302] * 300 + [429]
    assert "We have sent enough numbers for now" in response.text


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x()"]
)
def test_signing_in_sends_nobody_elsewhere(client, lead, elsewhere):
    response = client.post(f"{LOGIN}?next={elsewhere}", {"email": lead.email, "next": elsewhere})
    code = code_in(mail.outbox[-1])
    response = client.post(response.url, {"code": code, "next": elsewhere})

    assert is_signed_in(client)
    assert response.url == reverse("projects:index")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client, lead, project):
    asked = client.get(project.get_absolute_url())
    response = client.post(asked.url, {"email": lead.email, "next": project.get_absolute_url()})
    data = {"code": code_in(mail.outbox[-1]), "next": project.get_absolute_url()}

    assert client.post(response.url, data).url == project.get_absolute_url()


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"]
)
def test_choosing_how_to_see_pages_sends_nobody_elsewhere(client, db, elsewhere):
    data = display_choices() | {"next": elsewhere}

    assert client.post(reverse("accounts:display"), data).url == "/"


def test_an_account_that_is_switched_off_cannot_sign_in(client, lead):
    code = ask_for_code(client, lead)
    User.objects.filter(pk=lead.pk).update(is_active=False)
    response = client.post(CONFIRM, {"code": code})

    assert not is_signed_in(client)
    assert response.url == reverse("account_inactive")


def test_an_account_that_is_switched_off_is_out_at_once(signed_in, lead, project):
    client = signed_in(lead)
    assert client.get(project.get_absolute_url()).status_code == 200
    User.objects.filter(pk=lead.pk).update(is_active=False)

    assert client.get(project.get_absolute_url()).status_code == 302


def test_signing_in_begins_a_new_session(client, lead):
    code = ask_for_code(client, lead)
    before = client.session.session_key
    client.post(CONFIRM, {"code": code})

    assert client.session.session_key != before
    assert is_signed_in(client)


def test_only_a_press_signs_out(signed_in, lead):
    client = signed_in(lead)
    client.get(reverse("account_logout"))
    assert is_signed_in(client)

    client.post(reverse("account_logout"))
    assert not is_signed_in(client)
