import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from outbox.models import Envelope, Message
from projects.models import Project, Support


@pytest.fixture
def support(member):
    return Support.ask(member, by=member.user, email="new@collab.example")


@pytest.fixture
def url(support):
    return Message.objects.get(address="new@collab.example").opened()[1]


def test_someone_new_says_yes_and_signs_in(client, signed_in, support, url):
    page = client.get(url).text
    assert "Ben Participant would like your help" in page
    assert support.project.title not in page

    response = client.post(url, {"answer": "yes", "name": "Nia"})
    assert response.url == f"/accounts/login/?next=/projects/{support.project_id}/support/"
    nia = User.objects.get(email="new@collab.example")
    support.refresh_from_db()
    assert (nia.name, support.helper, support.email, support.digest) == ("Nia", nia, "", "")
    assert support.project in Project.objects.visible_to(nia)
    assert client.get(url).status_code == 404


def test_a_name_is_asked_for(client, support, url):
    response = client.post(url, {"answer": "yes", "name": ""})

    assert "Write something here." in response.text
    assert not User.objects.filter(email="new@collab.example").exists()


def test_looking_at_the_letter_spends_nothing(client, support, url):
    client.get(url)
    client.head(url)

    support.refresh_from_db()
    assert (support.agreed_at, support.ended_at) == (None, None)


def test_after_six_weeks_the_letter_opens_nothing(client, support, url):
    Support.objects.update(named_at=timezone.now() - timedelta(weeks=6, minutes=1))

    assert client.get(url).status_code == 404
    assert client.post(url, {"answer": "yes", "name": "Nia"}).status_code == 404
    assert not User.objects.filter(email="new@collab.example").exists()


def test_the_address_is_not_kept_in_what_was_sent_to_it_either(client, support, url):
    call_command("send_due")
    client.post(url, {"answer": "no"})

    assert not Message.objects.filter(address="new@collab.example").exists()
    assert not Envelope.objects.filter(address="new@collab.example").exists()


def test_no_makes_no_account(client, support, url):
    client.post(url, {"answer": "no"})

    support.refresh_from_db()
    assert (support.ended_at is None, support.email) == (False, "")
    assert not User.objects.filter(email="new@collab.example").exists()
    assert client.get(url).status_code == 404


def test_someone_who_is_signed_in_says_yes_as_themselves(signed_in, outsider, support, url):
    client = signed_in(outsider)
    assert "You are signed in as Sam Stranger." in client.get(url).text
    client.post(url, {"answer": "yes"})

    support.refresh_from_db()
    assert (support.helper, support.is_agreed) == (outsider, True)


def test_nobody_helps_themselves(signed_in, participant, support, url):
    assert signed_in(participant).post(url, {"answer": "yes"}).status_code == 404
    support.refresh_from_db()
    assert support.agreed_at is None


def test_who_has_an_account_by_now_signs_in_first(client, support, url):
    User.objects.create_user("new@collab.example", "Nia")
    response = client.post(url, {"answer": "yes", "name": "Someone else"})

    assert response.url.startswith("/accounts/login/?next=/projects/support/asked/")
    support.refresh_from_db()
    assert support.agreed_at is None


@pytest.mark.parametrize("code", ["AAAABBBBCCCC", "x", "%00", "9" * 200])
def test_another_code_opens_nothing(client, support, code):
    assert client.get(f"/projects/support/asked/{code}/").status_code == 404


def test_taken_back_it_opens_nothing(client, participant, support, url):
    support.end(by=participant)

    assert client.get(url).status_code == 404
    assert client.post(url, {"answer": "yes", "name": "Nia"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_is_one_yes(support, url):
    start, answers = threading.Barrier(4), []

    def press():
        start.wait()
        answers.append(Client().post(url, {"answer": "yes", "name": "Nia"}))
        connection.close()

    threads = [threading.Thread(target=press) for _press in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {answer.status_code for answer in answers} <= {302, 404} and len(answers) == 4
    assert User.objects.get(email="new@collab.example") == Support.objects.get().helper
