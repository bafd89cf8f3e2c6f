"""The box for a word from a poster, or for a code to follow an idea with."""

import re

from accounts.codes import as_printed


def test_the_word_leads_to_the_question_however_it_is_typed(client, question):
    word = question.word

    for typed in (word, word.lower(), f" {word[:3]} {word[3:]} ", f"{word[:2]}-{word[2:]}"):
        assert client.post("/ask/", {"word": typed}).url == f"/ask/{word}/"


def test_a_code_leads_to_ones_idea(client, given):
    _idea, code = given()

    for typed in (code, as_printed(code), as_printed(code).lower()):
        assert client.post("/ask/", {"word": typed}).url == f"/ask/follow/{code}/"


def test_whoever_types_them_where_teams_are_joined_arrives_too(client, question, given):
    _idea, code = given()

    assert client.post("/join/", {"code": question.word}).url == f"/ask/{question.word}/"
    assert client.post("/join/", {"code": code}).url == f"/ask/follow/{code}/"


def test_what_is_none_of_ours_stays_in_the_box(client, db):
    text = client.post("/ask/", {"word": "nonsense"}).text

    assert "We do not know this. Look at each letter again." in text
    assert 'value="nonsense"' in text
    assert "Type the word from the poster, or your code." in client.post("/ask/").text


def test_trying_many_codes_stops(settings, client, db):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_wrong_code": "3/5m/ip"}
    statuses = [client.post("/ask/", {"word": f"AAAA{n}"}).status_code for n in range(2, 6)]

    assert statuses == [200, 200, 200, 429]


def test_the_page_brings_no_script_and_sets_no_session(client, db):
    response = client.get("/ask/")

    assert not re.search(r"<script[^>]* src=", response.text)
    assert set(response.cookies) <= {"csrftoken"}
