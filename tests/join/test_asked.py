import re

import pytest
from django.test import Client

from tests.factories import make_poster

CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")
TYPED = {"name": "Joan", "reached": "code", "perspective": "carer", "mark": "a mark"}


@pytest.fixture
def url(project):
    return make_poster(project).get_absolute_url()


def test_opened_again_or_sent_again_it_shows_the_same_code(client, url):
    assert client.post(url, TYPED).url == "/join/asked/"
    first = CODE.search(client.get("/join/asked/").text).group()
    client.post(url, TYPED)

    assert CODE.search(client.get("/join/asked/").text).group() == first
    assert Client().post("/join/", {"code": first}).status_code == 302


def test_written_down_it_is_forgotten_and_goes_on_working(client, url):
    client.post(url, TYPED)
    code = CODE.search(client.get("/join/asked/").text).group()
    client.post("/join/asked/")
    client.post(url, TYPED)

    page = client.get("/join/asked/").text
    assert "Thank you for asking" in page
    assert CODE.search(page) is None
    assert Client().post("/join/", {"code": code}).status_code == 302


def test_whoever_has_not_asked_types_a_code(client, db):
    assert client.get("/join/asked/").url == "/join/"
