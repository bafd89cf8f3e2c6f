"""The second step in a real browser: an app with and without scripts, a passkey, and sessions."""

import base64
import hashlib
import hmac
import re
import time

import pytest
from django.core import mail
from playwright.sync_api import expect

from tests.browser import looking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def app_shows(secret, at=None):
    """RFC 6238, written here once more: a test must not ask the code it tests."""
    counter = (int(time.time() if at is None else at) // 30).to_bytes(8)
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    start = digest[19] % 16
    return str(int.from_bytes(digest[start : start + 4]) % 2**31 % 10**6).zfill(6)


def sign_in(page, person):
    """As far as the numbers from the e-mail lead."""
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill(person.email)
    page.get_by_role("button", name="Send me the numbers").click()
    expect(heading(page)).to_have_text("Type the six numbers")
    [code] = re.findall(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)
    page.get_by_label("The six numbers from the e-mail").fill(code)
    page.locator("main").get_by_role("button", name="Sign in").click()


def sign_out(page):
    page.get_by_role("button", name="Sign out", exact=True).first.click()


def heading(page):
    return page.get_by_role("heading", level=1)


def nothing_wrong(page):
    assert looking.everything_wrong(page) == []


def test_an_app_is_set_up_and_used_at_the_next_sign_in(browser_of, involvement, js):
    page = browser_of(js=js)
    sign_in(page, involvement)
    expect(heading(page)).to_have_text("One more step to sign in")
    page.get_by_role("link", name="Use an app").click()
    secret = "".join(page.locator(".letters span").all_inner_texts())
    box = page.get_by_label("The six numbers that your app shows now")
    box.fill("000000")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("That did not match.")
    assert "".join(page.locator(".letters span").all_inner_texts()) == secret
    box.fill(app_shows(secret))
    page.get_by_role("button", name="Save").click()

    expect(heading(page)).to_have_text("Your recovery codes")
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("link", name="Go on").click()
    expect(heading(page)).to_have_text("Hello, Iris Involvement")

    sign_out(page)
    sign_in(page, involvement)
    expect(heading(page)).to_have_text("Your second step")
    page.get_by_label("The six numbers in your app").fill(app_shows(secret, time.time() + 30))
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(heading(page)).to_have_text("Hello, Iris Involvement")


def test_without_scripts_a_passkey_is_not_offered_but_explained(browser_of, involvement):
    page = browser_of(js=False)
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    sign_in(page, involvement)

    expect(page.get_by_role("link", name="Use a passkey")).to_be_hidden()
    expect(page.get_by_text("A passkey needs JavaScript")).to_be_visible()
    page.goto("/accounts/2fa/webauthn/add/")
    expect(page.get_by_role("link", name="Use an app")).to_be_visible()


@pytest.fixture
def device():
    """`device(page)` puts a security device into this browser, which always agrees."""

    def put_into(page, **options):
        chromium = page.context.new_cdp_session(page)
        chromium.send("WebAuthn.enable")
        kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
        kind |= {"hasUserVerification": True, "isUserVerified": True}
        kind |= {"automaticPresenceSimulation": True} | options
        made = chromium.send("WebAuthn.addVirtualAuthenticator", {"options": kind})
        return chromium, made["authenticatorId"]

    return put_into


def test_a_passkey_is_made_used_and_taken_away(browser_of, involvement, device):
    page = browser_of()
    device(page)
    sign_in(page, involvement)
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_label("A name for this passkey").fill("My <b>key</b>")
    page.get_by_role("button", name="Make the passkey").click()
    expect(heading(page)).to_have_text("Your recovery codes")
    page.get_by_role("link", name="Go on").click()
    expect(heading(page)).to_have_text("Hello, Iris Involvement")

    sign_out(page)
    sign_in(page, involvement)
    expect(heading(page)).to_have_text("Your second step")
    nothing_wrong(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(heading(page)).to_have_text("Hello, Iris Involvement")

    page.goto("/accounts/2fa/webauthn/")
    expect(page.get_by_role("heading", name="My <b>key</b>")).to_be_visible()
    nothing_wrong(page)
    page.get_by_role("link", name="Remove").click()
    expect(heading(page)).to_have_text("Show that it is you")
    page.get_by_role("link", name="Use a passkey").click()
    nothing_wrong(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(heading(page)).to_have_text("Remove this passkey?")
    nothing_wrong(page)
    page.get_by_role("button", name="Yes, remove it").click()
    expect(heading(page)).to_have_text("One more step to sign in")


def test_a_passkey_alone_signs_in_and_counts_as_both_steps(browser_of, involvement, device):
    page = browser_of()
    device(page)
    sign_in(page, involvement)
    page.get_by_role("link", name="Use a passkey").click()
    expect(page.get_by_label("Sign in with it alone")).to_be_checked()
    page.get_by_role("button", name="Make the passkey").click()
    expect(heading(page)).to_have_text("Your recovery codes")
    page.goto("/projects/")
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(heading(page)).to_have_text("Hello, Iris Involvement")


def test_a_passkey_that_is_only_a_second_step_signs_nobody_in_alone(
    browser_of, participant, device
):
    page = browser_of()
    device(page, hasResidentKey=False, hasUserVerification=False, isUserVerified=False,
           transport="usb")  # fmt: skip
    sign_in(page, participant)
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Sign in with it alone").uncheck()
    page.get_by_role("button", name="Make the passkey").click()
    expect(heading(page)).to_have_text("Your recovery codes")
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("status")).to_have_text(
        "That did not work. Try again, or choose another way."
    )
    expect(heading(page)).to_have_text("Sign in")


def test_a_passkey_that_is_refused_is_said(browser_of, participant, device):
    page = browser_of()
    chromium, made = device(page)
    sign_in(page, participant)
    page.goto("/accounts/2fa/webauthn/add/")
    chromium.send("WebAuthn.setUserVerified", {"authenticatorId": made, "isUserVerified": False})
    page.get_by_role("button", name="Make the passkey").click()

    expect(page.get_by_role("status")).to_have_text(
        "That did not work. Try again, or choose another way."
    )
    nothing_wrong(page)


def test_another_place_is_ended(browser_of, participant, js):
    here, elsewhere = browser_of(js=js), browser_of(js=js)
    sign_in(here, participant)
    sign_in(elsewhere, participant)
    expect(heading(elsewhere)).to_have_text("Hello, Ben Participant")
    here.goto("/accounts/")
    here.get_by_role("link", name="Where you are signed in").click()
    expect(here.get_by_role("heading", name="Chrome on Linux")).to_have_count(2)
    here.get_by_role("button", name="End this one").click()
    expect(here.get_by_text("You are signed out there.")).to_be_visible()
    expect(here.get_by_role("heading", name="Chrome on Linux")).to_have_count(1)

    elsewhere.goto("/projects/")
    expect(heading(elsewhere)).to_have_text("Sign in")


def test_all_other_places_are_ended(browser_of, participant):
    here, elsewhere = browser_of(), browser_of()
    sign_in(here, participant)
    sign_in(elsewhere, participant)
    here.goto("/accounts/sessions/")
    here.get_by_role("button", name="Sign out everywhere but here").click()
    expect(here.get_by_text("You are signed out everywhere but here.")).to_be_visible()
    elsewhere.goto("/projects/")

    expect(heading(elsewhere)).to_have_text("Sign in")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("wording", ["plain", "easy"])
def test_every_page_of_signing_in_is_for_everyone(browser_of, involvement, width, wording):
    involvement.change(wording=wording, text_size="largest" if wording == "easy" else "normal")
    page = browser_of(width=width)
    page.goto("/accounts/login/")
    nothing_wrong(page)
    sign_in(page, involvement)
    nothing_wrong(page)
    page.goto("/accounts/2fa/totp/activate/")
    nothing_wrong(page)
    secret = "".join(page.locator(".letters span").all_inner_texts())
    page.get_by_label("The six numbers that your app shows now").fill("12")
    page.get_by_role("button", name="Save").click()
    nothing_wrong(page)
    page.get_by_label("The six numbers that your app shows now").fill(app_shows(secret))
    page.get_by_role("button", name="Save").click()
    expect(heading(page)).to_have_text("Your recovery codes")
    nothing_wrong(page)
    for address in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/",
                    "webauthn/", "webauthn/add/"):  # fmt: skip
        page.goto(f"/accounts/2fa/{address}")
        nothing_wrong(page)
    page.goto("/accounts/sessions/")
    nothing_wrong(page)
    sign_out(page)
    sign_in(page, involvement)
    nothing_wrong(page)


def test_the_pages_for_too_many_tries_are_for_everyone(browser_of, participant):
    page = browser_of(width=320)
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill(participant.email)
    page.get_by_role("button", name="Send me the numbers").click()
    for _guess in range(5):
        page.get_by_label("The six numbers from the e-mail").fill("00000x")
        page.locator("main").get_by_role("button", name="Sign in").click()
    expect(heading(page)).to_have_text("Those numbers do not work any more")
    nothing_wrong(page)
    for _time in range(5):
        page.goto("/accounts/login/")
        if page.get_by_role("button", name="Use a different e-mail address").count():
            page.get_by_role("button", name="Use a different e-mail address").click()
        page.get_by_label("Your e-mail address").fill(participant.email)
        page.get_by_role("button", name="Send me the numbers").click()
    expect(heading(page)).to_have_text("We have sent enough numbers for now")
    nothing_wrong(page)
