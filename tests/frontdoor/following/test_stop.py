from django.core import mail
from django.core.management import call_command

from outbox.models import Envelope, Message
from projects.conversation.models import Follower
from tests.factories import make_follower, make_update

EMAIL = "joan@collab.example"


def test_opening_it_changes_nothing_and_one_press_forgets_all(client, project, url):
    _follower, code = make_follower(project, EMAIL)
    stop = f"/frontdoor/following/{code}/stop/"
    make_update(project, audience="public")
    assert "Stop, and forget my address?" in client.get(stop).text
    assert Follower.objects.exists()
    assert "We have deleted your address." in client.post(stop).text
    call_command("send_due")

    assert not Follower.objects.exists()
    assert not Message.objects.filter(address=EMAIL).exists()
    assert not Envelope.objects.filter(address=EMAIL).exists()
    assert [one for one in mail.outbox if one.to == [EMAIL]] == []
    assert client.post(stop).status_code == 404


def test_the_stop_button_of_a_mail_reader_is_one_press(client, project, url):
    _follower, code = make_follower(project, EMAIL)
    response = client.post(f"/frontdoor/following/{code}/stop/", {"List-Unsubscribe": "One-Click"})

    assert response.text == "ok\n"
    assert not Follower.objects.exists()


def test_stopping_one_project_leaves_another_alone(client, lead, other_lead, project, url):
    other = other_lead.memberships.get().project
    _one, code = make_follower(project, EMAIL)
    make_follower(other, EMAIL)
    client.post(f"/frontdoor/following/{code}/stop/")

    assert Follower.objects.get().project == other
