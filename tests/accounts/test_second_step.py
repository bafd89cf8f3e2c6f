"""The second step: who needs it, what waits for it, how it is set up, given and taken away."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from accounts import second_factor
from outbox.models import Message
from projects.cases.demonstration import make_cast, make_organisation
from tests import factories
from tests.accounts.second_steps import (
    GIVE,
    SET_UP,
    app_shows,
    is_signed_in,
    set_up_app,
    sign_in,
)

PAGE = "/accounts/second-step/"
ADD, CODES = "/accounts/2fa/webauthn/add/", "/accounts/2fa/recovery-codes/"


@pytest.fixture
def keepers(involvement, administrator):
    """Everyone of whom it is asked, one of each kind."""
    staff = factories.make_user(is_staff=True)
    superuser = factories.make_user(is_superuser=True)
    return [involvement, administrator, staff, superuser]


# Who needs it, and what waits


def test_it_is_asked_of_everyone_who_looks_after_others_and_of_nobody_else(
    keepers, lead, participant, observer, outsider
):
    asked = [sign_in(person).get("/projects/").status_code for person in keepers]
    not_asked = [
        sign_in(person).get("/projects/").status_code
        for person in (lead, participant, observer, outsider)
    ]

    assert asked == [302] * 4
    assert not_asked == [200] * 4


@pytest.mark.parametrize("address", ["/", "/projects/", "/portfolio/", "/admin/", "/stages/"])
def test_everything_waits_for_it_and_they_come_back_afterwards(administrator, address):
    client = sign_in(administrator)

    assert client.get(address).url == f"{PAGE}?next={address.replace('/', '%2F')}"
    assert client.post(address).url == PAGE


def test_what_htmx_asks_for_waits_too(administrator):
    client = sign_in(administrator)
    answer = client.get("/portfolio/", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, PAGE)


@pytest.mark.parametrize("address", [PAGE, "/accounts/display/", "/accounts/logout/", SET_UP, ADD])
def test_what_they_need_for_it_does_not_wait(involvement, address):
    assert sign_in(involvement).get(address).status_code == 200


def test_what_we_tell_everyone_about_privacy_does_not_wait(involvement):
    assert sign_in(involvement).get("/privacy/").status_code == 200


def test_they_can_sign_out_instead(involvement):
    client = sign_in(involvement)
    client.post("/accounts/logout/")

    assert not is_signed_in(client)


def test_someone_who_becomes_one_meets_it_at_the_next_page(signed_in, participant, organisation):
    client = signed_in(participant)
    assert client.get("/projects/").status_code == 200

    organisation.involvement_team.add(participant)
    assert client.get("/projects/").url == f"{PAGE}?next=%2Fprojects%2F"

    organisation.involvement_team.remove(participant)
    assert client.get("/projects/").status_code == 200


def test_someone_who_becomes_one_gives_it_again_after_twelve_hours(participant, organisation):
    """Their session began for thirty days, with a second step of their own choice."""
    client = sign_in(participant)
    set_up_app(client)
    organisation.administrators.add(participant)
    assert client.get("/projects/").status_code == 200

    with freeze_time(timezone.now() + timedelta(hours=12, minutes=1)):
        assert client.get("/projects/").url == f"{PAGE}?next=%2Fprojects%2F"
        assert "/accounts/2fa/reauthenticate/" in client.get(PAGE).text


def test_nobody_else_is_kept_on_that_page(signed_in, participant, involvement):
    assert signed_in(participant).get(PAGE).url == "/"
    assert signed_in(involvement).get(f"{PAGE}?next=/portfolio/").url == "/portfolio/"
    assert signed_in(involvement).get(f"{PAGE}?next=//evil.example/").url == "/"


def test_a_note_of_someone_else_opens_nothing(signed_in, involvement, administrator):
    client = sign_in(involvement)
    session = client.session
    session[METHODS] = [{"method": "mfa", "at": time.time()}]
    session[f"{METHODS}_user"] = str(administrator.pk)
    session.save()

    assert client.get("/projects/").status_code == 302


# An app on the phone


def test_an_app_is_set_up_and_opens_the_doors(involvement):
    client = sign_in(involvement)
    client.get("/portfolio/", follow=True)
    page = client.get(SET_UP).text
    assert 'src="data:image/svg+xml;base64,' in page

    set_up_app(client)
    codes = client.get(CODES).text
    assert codes.count('<li class="numbers">') == 10
    assert 'href="/portfolio/"' in codes
    assert client.get("/portfolio/").status_code == 200


def test_it_is_asked_for_at_the_next_sign_in(involvement):
    secret = set_up_app(sign_in(involvement))
    client = sign_in(involvement)
    assert not is_signed_in(client)
    assert client.get("/projects/").url.startswith("/accounts/login/")

    client.post(GIVE, {"code": app_shows(secret, time.time() + 30)})
    assert is_signed_in(client)
    assert client.get("/projects/").status_code == 200


def test_the_wrong_numbers_are_said_next_to_the_field(involvement):
    set_up_app(sign_in(involvement))
    client = sign_in(involvement)
    page = client.post(GIVE, {"code": "000000"}).text

    assert "That did not match. Wait for the next numbers, then try again." in page
    assert not is_signed_in(client)


def test_the_same_numbers_never_work_twice(involvement):
    secret = set_up_app(sign_in(involvement))
    later = timezone.now() + timedelta(minutes=2)
    with freeze_time(later, ignore=["sqlite3"]):
        shown = app_shows(secret)
        first, second = sign_in(involvement), sign_in(involvement)
        first.post(GIVE, {"code": shown})
        with freeze_time(later + timedelta(seconds=31), ignore=["sqlite3"]):
            second.post(GIVE, {"code": shown})
            assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def test_half_a_minute_early_or_late_does_no_harm_and_more_does(involvement):
    secret, came_in = set_up_app(sign_in(involvement)), []
    soon = (time.time() + 600) // 30 * 30 + 15  # the middle of the half minute
    for off in (-60, -30, 30, 60):
        with freeze_time(datetime.fromtimestamp(soon, UTC)):
            client = sign_in(involvement)
            client.post(GIVE, {"code": app_shows(secret, soon + off)})
            came_in.append(is_signed_in(client))

    assert came_in == [False, True, True, False]


def test_a_recovery_code_stands_in_for_the_app_once(involvement):
    client = sign_in(involvement)
    set_up_app(client)
    code = recovery_codes(client)[0]
    first, second = sign_in(involvement), sign_in(involvement)
    first.post(GIVE, {"code": code})
    second.post(GIVE, {"code": code})

    assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def recovery_codes(client):
    text = client.get(CODES).text
    return [part.split("<")[0] for part in text.split('<li class="numbers">')[1:]]


def test_recovery_codes_are_shown_once(involvement):
    client = sign_in(involvement)
    set_up_app(client)

    assert len(recovery_codes(client)) == 10
    assert recovery_codes(client) == []
    assert "You have 10 recovery codes left." in client.get(CODES).text


def test_new_recovery_codes_end_the_old_ones(involvement):
    client = sign_in(involvement)
    set_up_app(client)
    old = recovery_codes(client)
    client.post("/accounts/2fa/recovery-codes/generate/")
    new = recovery_codes(client)
    first, second = sign_in(involvement), sign_in(involvement)
    first.post(GIVE, {"code": old[0]})
    second.post(GIVE, {"code": new[0]})

    assert set(old) & set(new) == set()
    assert (is_signed_in(first), is_signed_in(second)) == (False, True)


def test_an_app_that_did_not_show_its_numbers_is_not_set_up(involvement):
    client = sign_in(involvement)
    client.get(SET_UP)
    client.post(SET_UP, {"code": "000000"})

    assert not Authenticator.objects.exists()
    assert client.get("/projects/").status_code == 302


def test_anyone_may_have_one_and_is_then_asked_for_it(participant):
    set_up_app(sign_in(participant))

    assert not is_signed_in(sign_in(participant))


def test_secrets_are_sealed_where_they_are_kept(involvement):
    client = sign_in(involvement)
    secret = set_up_app(client)
    codes = recovery_codes(client)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in kept
    assert [code for code in codes if code in kept] == []
    assert (
        second_factor.MFAAdapter().decrypt(Authenticator.objects.get(type="totp").data["secret"])
        == secret
    )


def test_what_an_older_key_sealed_still_opens(involvement, settings):
    secret = set_up_app(sign_in(involvement))
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, of the same length as the one before"
    client = sign_in(involvement)
    client.post(GIVE, {"code": app_shows(secret, time.time() + 30)})

    assert is_signed_in(client)


# Setting up and taking away


def test_setting_one_up_ends_the_sessions_that_do_not_have_it(participant):
    here, elsewhere = sign_in(participant), sign_in(participant)
    without_a_row = Client()
    without_a_row.force_login(participant)
    set_up_app(here)
    answers = [client.get("/projects/").status_code for client in (here, elsewhere, without_a_row)]

    assert answers == [200, 302, 302]


def test_a_session_that_gave_another_one_stays(involvement):
    here = sign_in(involvement)
    secret = set_up_app(here)
    elsewhere = sign_in(involvement)
    elsewhere.post(GIVE, {"code": app_shows(secret, time.time() + 30)})
    here.post("/accounts/2fa/recovery-codes/generate/")

    assert [client.get("/projects/").status_code for client in (here, elsewhere)] == [200, 200]


def test_taking_the_last_one_away_leads_back_to_the_first_page(involvement):
    client = sign_in(involvement)
    set_up_app(client)
    client.post("/accounts/2fa/totp/deactivate/")

    assert not Authenticator.objects.exists()
    assert client.get("/projects/").url == f"{PAGE}?next=%2Fprojects%2F"


def test_taking_it_away_asks_for_it_again_unless_it_was_just_given(involvement):
    secret = set_up_app(sign_in(involvement))
    client = sign_in(involvement)
    client.post(GIVE, {"code": app_shows(secret, time.time() + 30)})
    asked = client.get("/accounts/2fa/totp/deactivate/")
    assert asked.url.startswith("/accounts/2fa/reauthenticate/")

    client.post(asked.url, {"code": app_shows(secret, time.time() - 30)})
    assert client.get("/accounts/2fa/totp/deactivate/").status_code == 200


def test_an_unlocked_computer_is_not_enough_to_set_one_up(participant):
    client = sign_in(participant)
    with freeze_time(timezone.now() + timedelta(minutes=31)):
        page = client.get(SET_UP).text
        assert "Please sign in again first" in page
        assert client.post(SET_UP, {"code": "000000"}).status_code == 200
        assert "Please sign in again first" in client.get(ADD).text
    assert not Authenticator.objects.exists()


def test_whoever_changed_it_is_told(involvement, django_capture_on_commit_callbacks):
    client = sign_in(involvement)
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(client)
    told = Message.objects.filter(subject="How you sign in has changed").get()

    assert (told.to, told.address, told.at_once) == (involvement, involvement.email, True)
    assert "An app was set up for your second step." in told.text


# Lost


def test_someone_who_lost_everything_is_let_in_again_by_hand(involvement):
    here = sign_in(involvement)
    set_up_app(here)
    call_command("forget_second_step", involvement.email.upper(), verbosity=0)

    assert not is_signed_in(here) or here.get("/projects/").status_code == 302
    again = sign_in(involvement)
    assert again.get("/projects/").url == f"{PAGE}?next=%2Fprojects%2F"


def test_nobody_is_let_in_who_is_not_here(db):
    with pytest.raises(CommandError, match="Nobody has this e-mail address"):
        call_command("forget_second_step", "nobody@collab.example")


# The demonstration


@pytest.fixture
def cast(edition):
    return make_cast(make_organisation())


@pytest.mark.parametrize("who", ["iris", "adil"])
def test_the_demonstration_needs_no_phone(cast, who, settings):
    settings.DEMO = True
    client = sign_in(cast[who])
    page = client.get(GIVE).text
    shown = page.partition('class="numbers">')[2][:6]
    client.post(GIVE, {"code": shown})

    assert client.get("/projects/").status_code == 200


def test_outside_a_demonstration_nothing_is_shown(cast, settings):
    page = sign_in(cast["iris"]).get(GIVE).text

    assert "The six numbers in your app" in page
    assert 'class="numbers"' not in page


def test_only_the_cast_is_shown_its_numbers(involvement, settings):
    set_up_app(sign_in(involvement))
    settings.DEMO = True

    assert 'class="numbers"' not in sign_in(involvement).get(GIVE).text


def test_giving_apps_again_changes_nothing(cast):
    before = Authenticator.objects.get(user=cast["iris"]).data
    second_factor.give_app(cast["iris"])

    assert Authenticator.objects.get(user=cast["iris"]).data == before
