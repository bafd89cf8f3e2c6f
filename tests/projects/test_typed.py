import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from projects import interrupted


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/answer/"


def sign_in(client, person, back_to):
    client.post("/accounts/login/", {"email": person.email, "next": back_to})
    code = re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)[1]
    return client.post("/accounts/login/code/confirm/", {"code": code, "next": back_to})


TYPED = {"value": "partly", "note": "We asked the night staff."}


def test_what_was_typed_waits_until_the_person_has_signed_in(client, participant, item, url):
    assert client.post(url, TYPED).url == "/accounts/login/?next=/projects/typed/"
    assert sign_in(client, participant, "/projects/typed/").url == "/projects/typed/"
    page = client.get("/projects/typed/").text

    assert f'action="{url}"' in page
    assert 'name="note" value="We asked the night staff."' in page
    client.post(url, TYPED)
    item.refresh_from_db()
    assert item.note == "We asked the night staff."


def test_a_flood_of_strangers_fills_no_table(client, url, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"keep_typed": "3/m/ip"}
    for _again in range(5):
        answer = Client().post(url, TYPED)

    assert answer.url == "/accounts/login/?next=/projects/typed/"
    assert Session.objects.count() == 3


def test_it_can_be_let_go(client, participant, url):
    client.post(url, TYPED)
    sign_in(client, participant, "/projects/typed/")
    client.post("/projects/typed/")

    assert client.get("/projects/typed/").url == "/projects/"


def test_it_does_not_wait_long_on_a_shared_computer(client, participant, url, monkeypatch):
    client.post(url, TYPED)
    sign_in(client, participant, "/projects/typed/")
    monkeypatch.setattr(interrupted, "KEPT_FOR", timedelta(0))

    assert client.get("/projects/typed/").url == "/projects/"


def test_htmx_is_sent_to_sign_in_as_a_whole_page(client, project, url):
    page = f"http://testserver/projects/{project.pk}/checklist/big-idea/"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    response = client.post(url, {"value": "done"}, headers=headers)

    assert response.status_code == 204
    back = f"/projects/{project.pk}/checklist/big-idea/"
    assert response.headers["HX-Redirect"] == f"/accounts/login/?next={back}"


def test_words_are_shown_as_words(client, participant, url):
    client.post(url, TYPED | {"note": "<script>alert(1)</script>"})
    sign_in(client, participant, "/projects/typed/")

    assert "<script>alert(1)" not in client.get("/projects/typed/").text


def test_nothing_waits_for_someone_who_wrote_nothing(signed_in, participant):
    assert signed_in(participant).get("/projects/typed/").url == "/projects/"


def test_the_next_person_at_a_shared_computer_does_not_see_it(client, outsider, item, url):
    client.post(url, TYPED)
    sign_in(client, outsider, "/projects/typed/")

    assert client.get("/projects/typed/").url == "/projects/"


def test_more_than_a_person_writes_is_not_kept(client, participant, url):
    client.post(url, TYPED | {"note": "x" * 70_000})
    sign_in(client, participant, "/projects/typed/")

    assert client.get("/projects/typed/").url == "/projects/"


def test_once_sent_it_waits_no_longer(client, participant, url):
    client.post(url, TYPED)
    sign_in(client, participant, "/projects/typed/")
    client.post(url, TYPED)

    assert client.get("/projects/typed/").url == "/projects/"


def test_the_short_life_of_what_waits_is_not_the_life_of_the_sign_in(client, participant, url):
    client.post(url, TYPED)
    sign_in(client, participant, "/projects/typed/")

    assert client.session.get_expiry_age() > 7 * 24 * 3600
