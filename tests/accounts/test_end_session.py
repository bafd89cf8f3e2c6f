"""Where someone is signed in, for how long, and how it ends."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from accounts import sessions
from tests import factories
from tests.accounts.second_steps import is_signed_in, numbers_in, set_up_app, sign_in
from tests.hands import hands_of, paper_hands_of

LIST = "/accounts/sessions/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
)
SAMSUNG = (
    "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) "
    "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"
)


def end(client, place):
    return client.post(f"/accounts/end-session/{place.pk}/")


# Seeing and ending


def test_the_list_says_where_and_since_when(participant):
    with freeze_time("2026-05-03 13:15:00"):
        client = sign_in(participant, Client(headers={"user-agent": FIREFOX}))
        sign_in(participant, Client(headers={"user-agent": SAFARI}))
        page = client.get(LIST).text

    assert "Firefox on Windows" in page
    assert "Safari on iPhone" in page
    assert page.count("Since 3 May 2026 at 2:15pm, from the network address 127.0.0.1") == 2
    assert page.count("This one, here") == 1


def test_one_of_them_is_ended(participant):
    here, elsewhere, third = (sign_in(participant) for _number in range(3))
    place = UserSession.objects.get(session_key=elsewhere.session.session_key)
    answer = end(here, place)

    assert answer.url == LIST
    assert [is_signed_in(client) for client in (here, elsewhere, third)] == [True, False, True]
    assert UserSession.objects.count() == 2


def test_all_others_are_ended_also_those_that_no_list_knows_of(participant, outsider):
    here, elsewhere = sign_in(participant), sign_in(participant)
    unlisted, someone_else = Client(), sign_in(outsider)
    unlisted.force_login(participant)
    assert here.post(LIST).url == LIST

    answers = [
        client.get("/projects/").status_code for client in (here, elsewhere, unlisted, someone_else)
    ]
    assert answers == [200, 302, 302, 200]
    assert "This one, here" in here.get(LIST).text
    assert UserSession.objects.filter(user=participant).count() == 1


def test_nobody_ends_someone_elses(participant, outsider, signed_in):
    theirs = sign_in(participant)
    place = UserSession.objects.get(session_key=theirs.session.session_key)

    assert end(signed_in(outsider), place).status_code == 404
    assert is_signed_in(theirs)


def test_ending_this_one_is_signing_out(participant):
    client = sign_in(participant)
    place = UserSession.objects.get(session_key=client.session.session_key)

    assert end(client, place).url == "/accounts/logout/"


def test_a_session_that_began_on_paper_sees_none_of_it(project, lead):
    person = factories.make_user("Pat Paper", email=None)
    member = factories.make_member(project, user=person)
    client = paper_hands_of(member, by=lead)

    assert client.get(LIST).status_code == 404
    assert client.get("/accounts/2fa/").status_code == 404


def test_who_gets_an_e_mail_address_leaves_the_code_on_paper_behind(project, lead):
    person = factories.make_user("Pat Paper", email=None)
    client = paper_hands_of(factories.make_member(project, user=person), by=lead)
    assert client.get(LIST).status_code == 404

    person.change(email="pat@collab.example")
    sign_in(person, client)
    assert client.get(LIST).status_code == 200


def test_the_list_asks_as_much_for_three_as_for_one(participant, queries):
    client = sign_in(participant)
    client.get(LIST)
    one = queries(client, LIST)
    sign_in(participant)
    sign_in(participant)

    assert client.get(LIST).text.count("End this one") == 2
    assert queries(client, LIST) == one


# What is kept, and for how long


def test_signing_out_leaves_nothing(participant):
    client = sign_in(participant)
    client.post("/accounts/logout/")

    assert (UserSession.objects.count(), is_signed_in(client)) == (0, False)


def test_what_is_over_is_forgotten_once_a_day(participant, outsider):
    sign_in(participant)
    with freeze_time(timezone.now() + timedelta(days=29)):
        sign_in(outsider)
    with freeze_time(timezone.now() + timedelta(days=31)):
        assert sessions.forget_ended() == 1

    assert [place.user for place in UserSession.objects.all()] == [outsider]


def lasts(client):
    """Hours until the server forgets this session, as of now."""
    left = Session.objects.get(pk=client.session.session_key).expire_date - timezone.now()
    return round(left.total_seconds() / 3600)


def test_a_session_lasts_thirty_days(participant):
    client = sign_in(participant)

    assert lasts(client) == 30 * 24
    assert client.cookies["sessionid"]["max-age"] == 30 * 24 * 3600


def test_at_a_shared_computer_it_lasts_two_hours_or_until_the_browser_is_closed(participant):
    client = sign_in(participant, shared="on")

    assert lasts(client) == 2
    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.cookies["sessionid"]["expires"] == ""
    with freeze_time(timezone.now() + timedelta(minutes=119)):
        assert client.get("/accounts/").status_code == 200
        client.post("/accounts/name/", {"name": "Ben at the library"})
    with freeze_time(timezone.now() + timedelta(minutes=121)):
        assert client.get("/accounts/").status_code == 302


def test_who_did_not_tick_it_the_next_time_is_not_at_a_shared_computer(participant):
    client = sign_in(participant, shared="on")
    client.post("/accounts/logout/")
    sign_in(participant, client)

    assert lasts(client) == 30 * 24


def test_new_numbers_keep_the_choice(participant):
    client = Client()
    client.post("/accounts/login/", {"email": participant.email, "shared": "on"})
    client.post("/accounts/login/code/confirm/", {"action": "resend"})
    sign_in_with_newest(client)

    assert lasts(client) == 2


def sign_in_with_newest(client):
    code = numbers_in(mail.outbox[-1])
    client.post("/accounts/login/code/confirm/", {"code": code})


@pytest.mark.parametrize("who", ["involvement", "administrator"])
def test_those_who_look_after_others_stay_twelve_hours(request, who):
    client = sign_in(request.getfixturevalue(who))
    assert lasts(client) == 12

    set_up_app(client)
    assert lasts(client) == 12
    with freeze_time(timezone.now() + timedelta(hours=11)):
        assert client.post("/accounts/name/", {"name": "Iris"}).status_code == 302
    with freeze_time(timezone.now() + timedelta(hours=13)):
        assert client.get("/accounts/").status_code == 302


def test_someone_who_becomes_one_of_them_stays_no_longer(participant, organisation):
    client = sign_in(participant)
    organisation.involvement_team.add(participant)
    set_up_app(client)

    assert lasts(client) == 12


def test_a_session_has_a_new_name_after_signing_in(participant):
    client = Client()
    client.post("/accounts/login/", {"email": participant.email})
    before = client.session.session_key
    sign_in_with_newest(client)

    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


# In words


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        (SAMSUNG, "Samsung Internet on Android"),
        ("curl/8.5.0", "A browser we do not know"),
        ("", "A browser we do not know"),
        ("<script>harm()</script>", "A browser we do not know"),
    ],
)
def test_a_device_is_said_in_words(user_agent, words):
    assert sessions.device(user_agent) == words


def test_hands_that_are_given_are_as_good_as_any(involvement):
    assert hands_of(involvement).get("/projects/").status_code == 200
