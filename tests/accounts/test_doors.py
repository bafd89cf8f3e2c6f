"""Every way in, tried by those who should not come in and by many who should."""

import json
import logging
import re

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.core import mail
from django.core.management import call_command
from django.test import Client

from outbox.models import Message
from tests import factories
from tests.accounts.second_steps import (
    ASK,
    CONFIRM,
    GIVE,
    app_shows,
    ask,
    is_signed_in,
    numbers_in,
    other_than,
    set_up_app,
    sign_in,
)

PASSKEY = "/accounts/2fa/webauthn/login/"


@pytest.fixture
def real_cache(settings, db):
    """Where production counts: in the database, shared by all processes."""
    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache_of_the_tests",
        }
    }
    call_command("createcachetable", verbosity=0)


# Nobody learns who is here


@pytest.fixture
def kinds(participant, involvement):
    """An address of each kind that must look alike."""
    closed = factories.make_user(is_active=False)
    with_app = factories.make_user()
    set_up_app(sign_in(with_app))
    return {
        "known": participant.email,
        "known, looks after others": involvement.email,
        "known, with a second step": with_app.email,
        "closed": closed.email,
        "unknown": "nobody@collab.example",
    }


def seen(response, email):
    """Status, headers and page, without what is new each time and without the address itself."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.text)
    text = re.sub(r'nonce="[^"]+"', "", text).replace(email, "the address")
    headers = {
        name: re.sub(r"nonce-[^']+", "", value)
        for name, value in response.headers.items()
        if name not in ("Content-Length", "Expires")
    }
    cookies = {name: sorted(k for k, v in morsel.items() if v) for name, morsel in
               response.cookies.items()}  # fmt: skip
    return response.status_code, headers, cookies, text


def walk(email):
    """Everything that someone without the mailbox can see, step by step, and the mails sent."""
    client, steps = Client(), []
    mails = len(mail.outbox)
    for address, data in [
        (ASK, {"email": email}),
        (CONFIRM, None),
        (CONFIRM, {"code": "00000x"}),
        (CONFIRM, {"action": "resend"}),
        (CONFIRM, None),
        *[(CONFIRM, {"code": "00000x"})] * 5,
        (CONFIRM, None),
        (ASK, None),
    ]:
        response = client.get(address) if data is None else client.post(address, data)
        steps.append(seen(response, email))
    return steps, [message.to for message in mail.outbox[mails:]]


def test_known_unknown_and_closed_addresses_are_answered_byte_for_byte_alike(kinds):
    walks = {kind: walk(email) for kind, email in kinds.items()}
    pages, _mails = walks.pop("unknown")

    assert [kind for kind, (steps, _mails) in walks.items() if steps != pages] == []


def test_each_of_them_gets_as_many_mails(kinds):
    mails = {kind: walk(email)[1] for kind, email in kinds.items()}

    assert mails == {kind: [[email], [email]] for kind, email in kinds.items()}


def test_the_work_is_the_same_too(kinds, queries):
    """As many queries, to a handful: nothing that could be told apart over a network."""
    numbers = {kind: queries(Client(), ASK, {"email": email}) for kind, email in kinds.items()}

    assert max(numbers.values()) - min(numbers.values()) <= 2, numbers


def test_too_many_is_said_of_unknown_addresses_as_well(kinds):
    pages = {}
    for kind, email in kinds.items():
        asked = [Client().post(ASK, {"email": email}) for _try in range(6)]
        assert [each.status_code for each in asked] in ([302] * 5 + [429], [302] * 4 + [429] * 2)
        pages[kind] = seen(asked[-1], email)

    assert len({str(page) for page in pages.values()}) == 1


@pytest.mark.parametrize(
    "credential",
    ["", "{", "[]", "{}", '"x"', "7", '{"response": {}}', '{"response": {"userHandle": "MQ"}}',
     '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "MQ", '
     '"authenticatorData": "", "clientDataJSON": "", "signature": ""}}'],
)  # fmt: skip
def test_a_passkey_that_is_none_is_refused_alike(client, participant, credential):
    if "MQ" in credential:
        credential = credential.replace("MQ", "MQ" if participant.pk == 1 else "Mg")
    client.get(PASSKEY, headers={"accept": "application/json"})
    answer = client.post(PASSKEY, {"credential": credential})

    assert (answer.status_code, answer.url) == (302, ASK)
    assert not is_signed_in(client)


# Guessing is stopped


def test_five_wrong_guesses_end_the_numbers_and_a_page_says_what_to_do(participant):
    client = ask(participant)
    right = numbers_in(mail.outbox[-1])
    answers = [client.post(CONFIRM, {"code": other_than(right)}) for _guess in range(5)]
    last = answers[-1]
    late = client.post(CONFIRM, {"code": right})

    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert "Those numbers do not work any more" in last.text
    assert "Ask for new numbers." in last.text
    assert last.text.count("<h1") == 1
    assert "Too many tries" not in last.text
    assert (late.status_code, is_signed_in(client)) == (302, False)


def test_new_numbers_do_not_bring_new_guesses_for_ever(participant, real_cache):
    guesses, statuses = 0, []
    for _round in range(4):
        client = ask(participant)
        for _guess in range(5):
            answer = client.post(CONFIRM, {"code": "00000x"})
            if answer.status_code == 200:
                guesses += 1
            statuses.append(answer.status_code)
    client = ask(participant)
    right = client.post(CONFIRM, {"code": numbers_in(mail.outbox[-1])})

    assert guesses <= 10
    assert (right.status_code, is_signed_in(client)) == (429, False)


def test_guesses_at_one_person_hold_up_nobody_else(participant, lead, real_cache):
    for _round in range(4):
        client = ask(participant)
        for _guess in range(5):
            client.post(CONFIRM, {"code": "00000x"})

    assert is_signed_in(sign_in(lead))


def test_one_mailbox_is_not_flooded(participant, real_cache):
    answers = [Client().post(ASK, {"email": participant.email}) for _try in range(20)]
    client = Client()
    statuses = [answer.status_code for answer in answers]

    assert statuses == [302] * 5 + [429] * 15
    assert len(mail.outbox) == 5
    assert "We have sent enough numbers for now" in answers[-1].text
    assert client.get(ASK).status_code == 200


def test_asking_for_new_numbers_counts_like_asking(participant, real_cache):
    client = ask(participant)
    statuses = [client.post(CONFIRM, {"action": "resend"}).status_code for _try in range(6)]

    assert statuses == [302] * 4 + [429] * 2
    assert len(mail.outbox) == 5


def test_only_the_newest_numbers_work(participant):
    client = ask(participant)
    old = numbers_in(mail.outbox[-1])
    client.post(CONFIRM, {"action": "resend"})
    new = numbers_in(mail.outbox[-1])
    if old != new:
        client.post(CONFIRM, {"code": old})
        assert not is_signed_in(client)
    client.post(CONFIRM, {"code": new})
    assert is_signed_in(client)


def test_one_address_cannot_push_out_what_is_counted_for_others(settings):
    """The cache lets go of what it holds when it is full: it must not get full in a day."""
    in_a_day = 0
    for rates in map(parse_rates, settings.ACCOUNT_RATE_LIMITS.values()):
        keys = [rate for rate in rates if rate.per == "key"]
        at_most = [rate.amount * 86400 / rate.duration for rate in rates if rate.per == "ip"]
        in_a_day += len(keys) * min(at_most, default=0)

    assert in_a_day > 100_000
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] > in_a_day


def test_guessing_an_apps_numbers_is_stopped(participant, real_cache):
    secret = set_up_app(sign_in(participant))
    client = sign_in(participant)
    for _guess in range(12):
        page = client.post(GIVE, {"code": "00000x"}).text
    client.post(GIVE, {"code": app_shows(secret)})

    assert "Too many tries. Wait five minutes, then try again." in page
    assert not is_signed_in(client)


def test_sixty_people_behind_one_address_come_in_one_after_the_other(real_cache, db):
    people = [factories.make_user() for _number in range(60)]

    assert [is_signed_in(sign_in(person)) for person in people] == [True] * 60


def test_sixty_people_behind_one_address_type_something_wrong_first(real_cache, db):
    people, came_in = [factories.make_user() for _number in range(60)], []
    for person in people:
        client = ask(person)
        client.post(CONFIRM, {"code": "00000x"})
        client.post(CONFIRM, {"code": numbers_in(mail.outbox[-1])})
        came_in.append(is_signed_in(client))

    assert came_in == [True] * 60


# Nothing that opens a door is kept as it is


def test_the_numbers_are_nowhere_in_the_session_or_the_outbox(participant):
    client = ask(participant)
    code = numbers_in(mail.outbox[-1])
    kept = json.dumps(dict(client.session.items()))
    written = str(list(Message.objects.values_list("text", "subject", "sealed")))

    assert "login_by_code" in kept
    assert code not in kept
    assert code not in written


def test_new_numbers_are_not_kept_either(participant):
    client = ask(participant)
    client.post(CONFIRM, {"action": "resend"})

    assert numbers_in(mail.outbox[-1]) not in json.dumps(dict(client.session.items()))


def test_the_numbers_typed_as_their_digest_open_nothing(participant):
    client = ask(participant)
    stages = client.session["account_login"]["state"]["stages"]
    digest = stages["login_by_code"]["data"]["code"]
    client.post(CONFIRM, {"code": digest})

    assert re.fullmatch(r"[0-9a-f]{64}", digest)
    assert not is_signed_in(client)


# What the log says


def test_the_log_says_who_by_number_and_never_by_name(participant, caplog):
    caplog.set_level(logging.INFO, "collab.sign_in")
    client = ask(participant)
    client.post(CONFIRM, {"code": "00000x"})
    client.post(CONFIRM, {"code": numbers_in(mail.outbox[-1])})
    secret = set_up_app(client)
    client.post("/accounts/2fa/totp/deactivate/")
    client.post("/accounts/logout/")
    Client().post(ASK, {"email": "nobody@collab.example"})
    said = [(record.levelname, record.getMessage()) for record in caplog.records
            if record.name == "collab.sign_in"]  # fmt: skip

    who = f"person {participant.pk}"
    assert said == [
        ("INFO", f"asked for numbers: {who}"),
        ("WARNING", f"refused: wrong numbers: {who}"),
        ("INFO", f"signed in: {who}"),
        ("INFO", f"second step set up (app): {who}"),
        ("INFO", f"second step taken away (app): {who}"),
        ("INFO", f"signed out: {who}"),
        ("INFO", "asked for numbers: person unknown"),
    ]
    everything = " ".join(record.getMessage() for record in caplog.records)
    private = (participant.email, participant.name, "nobody@collab.example", secret)
    assert [each for each in private if each in everything] == []


def test_a_closed_account_is_refused_at_the_door(participant, caplog):
    secret = set_up_app(sign_in(participant))
    client = sign_in(participant)
    participant.is_active = False
    participant.save()
    client.post(GIVE, {"code": app_shows(secret)})

    assert client.get("/projects/").status_code == 302
