import re

import pytest
from django.core import mail

from tests import factories


@pytest.fixture
def ask(client):
    def for_code(email, **more):
        client.post("/accounts/login/", {"email": email, **more})
        return re.search(r"^(\d{6})$", mail.outbox[-1].body, re.MULTILINE)

    return for_code


def test_a_member_signs_in_with_six_numbers(client, ask, participant):
    code = ask(participant.email)[1]
    response = client.post("/accounts/login/code/confirm/", {"code": code})

    assert response.url == "/projects/"
    assert "Hello, Ben Participant" in client.get("/projects/").text


def test_they_come_back_to_the_page_they_wanted(client, ask, participant, project):
    wanted = f"/projects/{project.pk}/team/"
    code = ask(participant.email, next=wanted)[1]
    confirm = {"code": f" {code[:3]} {code[3:]} ", "next": wanted}

    assert client.post("/accounts/login/code/confirm/", confirm).url == wanted


def test_wrong_numbers_are_said_next_to_the_field(client, ask, participant):
    code = ask(participant.email)[1]
    wrong = "000000" if code != "000000" else "111111"
    page = client.post("/accounts/login/code/confirm/", {"code": wrong}).text

    assert "These are not the numbers we sent." in page
    assert client.get("/projects/").status_code == 302


def test_an_unknown_address_looks_the_same_and_is_told_by_mail(client, ask, db):
    assert ask("nobody@collab.example") is None
    assert "If we know nobody@collab.example" in client.get("/accounts/login/code/confirm/").text
    assert "We do not know it here." in mail.outbox[-1].body


def test_mail_says_nothing_of_a_person_s_projects(ask, participant, project):
    ask(participant.email)
    message = mail.outbox[-1]
    assert message.subject == "Your numbers for signing in"
    assert project.title not in message.body


def test_the_way_in_has_no_sign_up(client, db):
    page = client.get("/accounts/signup/").text
    assert "Someone from a team invites you" in page
    assert 'href="/join/"' in page


def test_signing_out(signed_in, participant):
    client = signed_in(participant)
    client.get("/accounts/logout/")
    assert client.get("/projects/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/projects/").status_code == 302


def test_the_cast_is_listed_in_the_demonstration_only(client, db, settings):
    assert "lead@collab.example" not in client.get("/accounts/login/").text
    settings.DEMO = True
    assert "lead@collab.example" in client.get("/accounts/login/").text


def test_who_runs_the_website_comes_in_by_the_same_door(signed_in, client, administrator, lead):
    assert client.get("/admin/login/?next=/admin/").url.startswith("/accounts/login/")
    superuser = factories.make_user(is_superuser=True)
    assert signed_in(superuser).get("/admin/").status_code == 200
    assert signed_in(administrator).get("/admin/").status_code == 302
    assert signed_in(lead).get("/admin/").status_code == 302


def test_a_slip_in_the_address_is_no_trap(client, ask, participant):
    ask("benn@collab.example")
    assert client.get("/accounts/login/").url == "/accounts/login/code/confirm/"
    client.post("/accounts/logout/", {"next": "/accounts/login/"})

    assert "Your e-mail address" in client.get("/accounts/login/").text


def test_new_numbers_and_signing_out_are_said(client, ask, participant):
    ask(participant.email)
    client.post("/accounts/login/code/confirm/", {"action": "resend"})
    assert "Only the newest ones work." in client.get("/accounts/login/code/confirm/").text
    client.force_login(participant)
    client.post("/accounts/logout/")
    assert "You are signed out." in client.get("/").text
