import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from join import proving
from privacy.models import Agreement
from projects.models import Membership
from tests.factories import make_invitation

TYPED = {"name": "Joan", "way": "email", "agreed": "on", "email": "joan@collab.example"}


@pytest.fixture
def letter(project):
    return f"/join/invitation/{make_invitation(project)[1]}/"


@pytest.fixture
def asked(client, letter):
    client.post(f"{letter}accept/", TYPED)
    return f"{letter}numbers/"


def mailed():
    return re.search(r"^\s*(\d{6})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]


def wrong():
    return f"{(int(mailed()) + 1) % 1_000_000:06}"


def nobody_came():
    counts = Agreement.objects.count(), Membership.objects.filter(perspective="carer").count()
    return counts == (0, 0) and not User.objects.filter(email="joan@collab.example").exists()


def test_the_right_numbers_make_the_account_the_place_and_the_agreement(client, project, asked):
    assert "joan@collab.example" in client.get(asked).text
    assert nobody_came()
    right = mailed()
    assert client.post(asked, {"numbers": f"{right[:3]} {right[3:]}"}).url == "/join/welcome/"

    joan = project.memberships.get(perspective="carer").user
    assert (joan.name, joan.email) == ("Joan", "joan@collab.example")
    assert Agreement.objects.get().person == joan
    assert client.get(project.get_absolute_url()).status_code == 200


def test_wrong_numbers_make_nothing(client, asked):
    assert "These are not the numbers we sent." in client.post(asked, {"numbers": wrong()}).text
    assert "Type the numbers." in client.post(asked, {}).text
    assert nobody_came()


def test_guesses_are_counted(client, asked):
    guess = wrong()
    statuses = [client.post(asked, {"numbers": guess}).status_code for _guess in range(11)]

    assert statuses == [200] * 10 + [429]
    assert client.post(asked, {"numbers": mailed()}).status_code == 429
    assert nobody_came()


def test_they_work_for_a_quarter_of_an_hour(client, asked, monkeypatch):
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(proving.timezone, "now", lambda: later)

    assert client.post(asked, {"numbers": mailed()}).url == asked.replace("numbers", "accept")
    assert nobody_came()


def test_they_work_in_this_browser_and_for_this_invitation_only(client, project, asked):
    other = f"/join/invitation/{make_invitation(project)[1]}/"

    assert Client().post(asked, {"numbers": mailed()}).url == asked.replace("numbers", "accept")
    assert client.post(f"{other}numbers/", {"numbers": mailed()}).url == f"{other}accept/"
    assert nobody_came()


def test_an_invitation_that_was_used_meanwhile_makes_no_account(client, outsider, letter, asked):
    right = mailed()
    other = Client()
    other.post(f"{letter}accept/", TYPED | {"way": "none", "email": ""})
    client.post(asked, {"numbers": right})

    assert Agreement.objects.count() == 1
    assert not User.objects.filter(email="joan@collab.example").exists()


def test_someone_with_an_account_is_asked_whether_to_join_as_it(client, outsider, project, letter):
    client.post(f"{letter}accept/", TYPED | {"email": outsider.email})
    response = client.post(f"{letter}numbers/", {"numbers": mailed()})

    assert response.url == f"{letter}accept/"
    assert "Join as Sam Stranger?" in client.get(response.url).text
    assert project.memberships.count() == 1
    outsider.refresh_from_db()
    assert outsider.name == "Sam Stranger"


def test_what_was_typed_is_sealed_in_the_session(client, asked):
    assert "joan@collab.example" not in str(dict(client.session))
    assert mailed() not in str(dict(client.session))
