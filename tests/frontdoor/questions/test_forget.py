from django.core import mail
from django.core.management import call_command

from outbox.models import Envelope, Message
from projects.conversation.models import Asker

EMAIL = "joan@collab.example"


def nothing_left():
    asker = Asker.objects.get()
    return not (asker.sealed or asker.address_mark)


def test_opening_it_changes_nothing_and_one_press_forgets(client, given):
    _asked, code = given(email=EMAIL)
    forget = f"/frontdoor/questions/follow/{code}/forget/"
    assert "Forget your address?" in client.get(forget).text
    assert not nothing_left()
    pages = [client.post(forget, follow=True) for _press in range(2)]

    assert nothing_left()
    assert ["Done. We have forgotten your address." in page.text for page in pages] == [True, True]


def test_what_was_to_leave_does_not(client, lead, given):
    asked, code = given(email=EMAIL)
    asked.say(by=lead, text="No.")
    client.post(f"/frontdoor/questions/follow/{code}/forget/")
    call_command("send_due")

    assert [one for one in mail.outbox if one.to == [EMAIL]] == []
    assert not Message.objects.filter(address=EMAIL).exists()
    assert not Envelope.objects.filter(address=EMAIL).exists()


def test_the_stop_button_of_a_mail_reader_is_one_press(client, given):
    _asked, code = given(email=EMAIL)
    forget = f"/frontdoor/questions/follow/{code}/forget/"
    response = client.post(forget, {"List-Unsubscribe": "One-Click"})

    assert response.text == "ok\n"
    assert nothing_left()


def test_a_code_that_is_none_forgets_nothing(client, given):
    given(email=EMAIL)
    page = client.post(f"/frontdoor/questions/follow/{'A' * 12}/forget/")

    assert page.status_code == 404
    assert not nothing_left()
