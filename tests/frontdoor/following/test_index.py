import re
from datetime import timedelta

from django.core import mail
from django.core.management import call_command

from outbox.models import Message
from projects.conversation.models import Follower
from tests.factories import make_follower, make_update

EMAIL = "joan@collab.example"


def sent_to(address):
    call_command("send_due")
    found = [one for one in mail.outbox if one.to == [address]]
    mail.outbox.clear()
    return found


def test_a_mail_with_a_link_and_nothing_before_it_is_confirmed(client, project, lead, url):
    page = client.post(url, {"email": "Joan@Collab.Example"}, follow=True)
    assert "Please look at your e-mail." in page.text
    follower = Follower.objects.get()
    assert "joan" not in f"{follower.sealed} {follower.address_mark}".lower()
    [mailed] = sent_to(EMAIL)
    assert project.title not in mailed.subject
    code = re.search(r"/frontdoor/following/(\w+)/\s", mailed.body)[1]
    make_update(project, audience="public")
    assert sent_to(EMAIL) == []

    client.get(f"/frontdoor/following/{code}/")
    assert Follower.objects.get().confirmed_on is None, "opening it changes nothing"
    client.post(f"/frontdoor/following/{code}/")
    make_update(project, audience="public")
    assert len(sent_to(EMAIL)) == 1


def test_known_and_unknown_addresses_look_the_same(client, project, url):
    make_follower(project, EMAIL)
    make_follower(project, "waits@collab.example", is_confirmed=False)
    answers = [
        client.post(url, {"email": address})
        for address in (EMAIL, "waits@collab.example", "new@collab.example")
    ]
    pages = {re.search("<main.*</main>", client.get(one.url).text, re.S)[0] for one in answers}

    assert {(one.status_code, one.url) for one in answers} == {(302, f"{url}?sent=yes")}
    assert len(pages) == 1
    assert Follower.objects.count() == 3
    assert sum("You do already" in one.body for one in sent_to(EMAIL)) == 1


def test_one_address_is_asked_few_times_a_day_and_nobody_learns_of_it(client, url):
    answers = [client.post(url, {"email": EMAIL}) for _time in range(6)]

    assert {one.url for one in answers} == {f"{url}?sent=yes"}
    assert Message.objects.filter(address=EMAIL).count() == 3
    assert Follower.objects.count() == 1


def test_a_flood_from_one_place_is_stopped(settings, client, url):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"follow": "2/m/ip"}
    answers = [client.post(url, {"email": f"{n}@collab.example"}) for n in range(3)]

    assert [one.status_code for one in answers] == [302, 302, 429]


def test_what_is_no_address_is_said(client, url):
    assert "It needs an @." in client.post(url, {"email": "joan"}).text
    assert "Write your whole e-mail address." in client.post(url, {"email": ""}).text


def test_after_seven_days_the_link_is_over_and_asking_again_works(client, project, url):
    follower, code = make_follower(project, EMAIL, is_confirmed=False)
    over = follower.asked_on - timedelta(days=8)
    Follower.objects.update(asked_on=over)
    assert client.post(f"/frontdoor/following/{code}/").status_code == 404
    client.post(url, {"email": EMAIL})
    assert client.post(f"/frontdoor/following/{code}/").status_code == 302


def test_a_project_that_ended_takes_no_follower(client, lead, project, url):
    project.turn("complete", by=lead, because="Done.")

    assert "It sends no more updates." in client.post(url, {"email": EMAIL}).text
    assert not Follower.objects.exists()
