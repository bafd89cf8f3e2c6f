import re
from datetime import timedelta

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.test import Client
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from projects.team.models import JoinPage, JoinRequest
from tests.factories import make_poster

TYPED = {
    "name": "Joan",
    "reached": "email",
    "email": "joan@collab.example",
    "phone": "not chosen",
    "perspective": "carer",
    "why": "I wait there every week.",
    "mark": "a mark",
}


@pytest.fixture
def url(project):
    return make_poster(project).get_absolute_url()


def test_anyone_reads_it_and_learns_nothing_else_of_the_project(client, lead, project, url):
    text = client.get(url).text

    assert "Help us make the waiting room calmer" in text
    assert "We look for people who use the service and carers." in text
    for hidden in (project.title, project.idea, lead.name):
        assert hidden not in text


def test_asking_makes_a_request_and_no_account(client, lead, project, url):
    people = User.objects.count()
    response = client.post(url, TYPED, follow=True)

    asked = JoinRequest.objects.get()
    [message] = Message.objects.all()
    assert (asked.name, asked.email, asked.phone) == ("Joan", "joan@collab.example", "")
    assert (message.to, message.at_once, message.url) == (
        lead,
        True,
        f"/projects/{project.pk}/team/",
    )
    assert "Joan" not in message.text + message.subject
    assert User.objects.count() == people
    assert re.search(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b", response.text)


def test_with_neither_e_mail_nor_phone_they_come_back_with_a_code(client, url):
    response = client.post(url, TYPED | {"reached": "code", "why": ""}, follow=True)
    code = re.search(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b", response.text).group()

    there = client.post("/join/", {"code": code}).url
    assert "Nobody has answered yet." in client.get(there).text


def code_of(response):
    found = re.search(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b", response.text)
    return found and found.group()


def test_a_double_click_asks_once_and_shows_the_same_code(client, url):
    """The second press leaves before the answer to the first has come: with no session yet."""
    first = code_of(Client().post(url, TYPED, follow=True))
    second = code_of(client.post(url, TYPED, follow=True))

    assert first == second
    assert (JoinRequest.objects.count(), Message.objects.count()) == (1, 1)
    assert client.post("/join/", {"code": first}).status_code == 302


def test_another_form_has_another_code(client, url):
    first = code_of(Client().post(url, TYPED, follow=True))

    assert code_of(client.post(url, TYPED | {"mark": "another"}, follow=True)) != first


@pytest.mark.parametrize("when", ["much later", "answered"])
def test_a_form_left_open_tells_the_code_to_nobody_else(client, lead, url, when):
    code = code_of(Client().post(url, TYPED, follow=True))
    if when == "answered":
        JoinRequest.objects.get().decline(by=lead, reply="We are enough.")
    else:
        JoinRequest.objects.update(made_at=timezone.now() - timedelta(minutes=16))
    page = client.post(url, TYPED, follow=True)

    assert "Thank you for asking" in page.text
    assert code_of(page) is None
    assert JoinRequest.objects.count() == 1
    assert Client().post("/join/", {"code": code}).status_code == 302


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": ""}, "Write your whole e-mail address, or choose another way."),
        ({"email": "joan"}, "This is not a whole e-mail address."),
        ({"reached": "phone", "phone": "1"}, "Write the whole phone number"),
        ({"perspective": "staff"}, "Choose one of these."),
        ({"name": ""}, "Write something here."),
    ],
)
def test_what_is_wrong_is_said(client, url, change, said):
    assert said in client.post(url, TYPED | change).text
    assert JoinRequest.objects.count() == 0


def test_after_its_day_it_is_closed(client, url):
    JoinPage.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    assert "The time to ask is over." in client.get(url).text
    client.post(url, TYPED)
    assert JoinRequest.objects.count() == 0


def test_of_a_closed_project_too(client, lead, project, url):
    project.turn("complete", by=lead, because="Done.")

    assert "The time to ask is over." in client.post(url, TYPED).text
    assert JoinRequest.objects.count() == 0


def test_a_word_that_is_on_no_poster_is_not_found(client, db):
    assert client.get("/join/poster/ABCDEF/").status_code == 404


def test_sixty_people_may_ask_at_one_address_and_a_flood_stops(settings, url):
    rate, _in_a_day = parse_rates(settings.ACCOUNT_RATE_LIMITS["join_ask"])
    assert (rate.amount, rate.duration, rate.per) == (120, 60, "ip")

    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_ask": "3/m/ip"}
    marks = [f"mark {number}" for number in range(4)]
    statuses = [Client().post(url, TYPED | {"mark": mark}).status_code for mark in marks]
    assert statuses == [302, 302, 302, 429]
    assert JoinRequest.objects.count() == 3


def test_a_flood_from_many_addresses_stops_at_the_poster(settings, url):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_ask": "120/m/ip,3/d/key"}
    statuses = [
        Client(REMOTE_ADDR=f"198.51.100.{n}").post(url, TYPED | {"mark": f"m{n}"}).status_code
        for n in range(5)
    ]

    assert statuses == [302] * 3 + [429] * 2
    assert JoinRequest.objects.count() == 3


def test_of_many_who_ask_together_the_leads_are_told_once(lead, url):
    for number in range(4):
        Client().post(url, TYPED | {"mark": f"m{number}"})
    assert (JoinRequest.objects.count(), Message.objects.filter(to=lead).count()) == (4, 1)

    JoinRequest.objects.update(made_at=timezone.now() - timedelta(minutes=11))
    Client().post(url, TYPED | {"mark": "later"})
    assert Message.objects.filter(to=lead).count() == 2


def test_those_who_may_invite_see_who_asks_and_other_members_do_not(
    client, signed_in, lead, involvement, participant, project, url
):
    client.post(url, TYPED)
    team = f"/projects/{project.pk}/team/"

    for person in (lead, involvement):
        assert "Joan" in signed_in(person).get(team).text
    assert "Joan" not in signed_in(participant).get(team).text
