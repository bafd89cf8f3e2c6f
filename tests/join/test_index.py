import pytest
from django.test import Client

from accounts.codes import as_printed, new_code
from projects.models import PersonalCode
from tests.factories import make_invitation, make_member, make_poster, make_request, make_user


def type_in(client, code):
    return client.post("/join/", {"code": code})


def test_the_code_of_a_letter_leads_to_the_invitation_however_it_is_typed(client, project):
    _invitation, code = make_invitation(project)
    for typed in (code, as_printed(code).lower(), f"  {code[:3]}-{code[3:]}. "):
        assert type_in(client, typed).url == f"/join/invitation/{code}/"


def test_the_word_of_a_poster_leads_to_its_page(client, project):
    word = make_poster(project).word

    assert type_in(client, word.lower()).url == f"/join/poster/{word}/"


def test_the_code_to_come_back_with_leads_to_the_answer(client, project):
    _asked, code = make_request(project)

    assert type_in(client, as_printed(code)).url == f"/join/answer/{code}/"


def test_a_personal_code_signs_in(client, lead, project):
    member = make_member(project, user=make_user("Rose", email=None))
    code = PersonalCode.make(member, by=lead)

    assert type_in(client, code).url == project.get_absolute_url()
    assert client.get(project.get_absolute_url()).status_code == 200


def test_a_wrong_code_is_said_next_to_the_field(client, db):
    for typed in (new_code(), "hello", "K7QP 4M2X", "0OIL" * 3):
        page = type_in(client, typed)
        assert page.status_code == 200
        assert "We do not know this code. Look at each letter again." in page.text
        assert typed in page.text
    assert "Type the code from your letter, card or poster." in type_in(client, "").text


def test_sixty_people_type_their_codes_at_one_address(project):
    codes = [make_invitation(project)[1] for _person in range(60)]
    statuses = set()
    for code in codes:
        statuses.add(type_in(Client(), code[:-1]).status_code)  # one letter too few, first
        statuses.add(type_in(Client(), code).status_code)

    assert statuses == {200, 302}


@pytest.fixture
def five_wrong_ones(settings):
    """In use it is a hundred in five minutes: a workshop mistypes, and a guesser gets nowhere."""
    limits = settings.ACCOUNT_RATE_LIMITS
    assert limits["join_wrong_code"] == "100/5m/ip"
    settings.ACCOUNT_RATE_LIMITS = limits | {"join_wrong_code": "5/5m/ip"}


def test_whoever_guesses_has_to_wait_and_finds_nothing_meanwhile(five_wrong_ones, project):
    _invitation, code = make_invitation(project)
    statuses = [type_in(Client(), new_code()).status_code for _guess in range(6)]

    assert statuses == [200] * 5 + [429]
    assert type_in(Client(), code).status_code == 429
    assert Client().get(f"/join/invitation/{code}/").status_code == 429
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert elsewhere.get(f"/join/invitation/{code}/").status_code == 200


def test_guessing_by_the_address_counts_as_well(five_wrong_ones, db):
    addresses = ["invitation/{}/", "invitation/{}/accept/", "invitation/{}/decline/", "answer/{}/"]
    asked = [address.format(new_code()) for address in [*addresses, *addresses]]
    statuses = [Client().get(f"/join/{address}").status_code for address in asked]

    assert statuses == [404] * 5 + [429] * 3


def test_no_page_of_joining_is_kept_or_found_by_search_engines(client, project):
    _invitation, code = make_invitation(project)
    headers = client.get(f"/join/invitation/{code}/").headers

    assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert headers["Referrer-Policy"] == "same-origin"
