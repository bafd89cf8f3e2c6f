import re

from django.core import mail
from django.core.management import call_command
from django.test import Client

from outbox.models import Message
from projects.conversation.models import AskedQuestion, Asker
from tests.factories import make_member

TYPED = {"question": "Is the ward closing?", "email": "", "mark": "a form"}
CODE = re.compile(r"\b[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}\b")


def code_in(response):
    return CODE.search(response.text).group().replace(" ", "")


def test_anyone_asks_without_an_account_and_gets_a_code(client, lead, project, url):
    page = client.post(f"{url}new/", TYPED)
    asked = AskedQuestion.objects.get()

    assert (asked.question, asked.asked_by, asked.from_outside) == (TYPED["question"], None, True)
    assert asked.for_whom.user == lead
    assert "sessionid" not in client.cookies
    assert page["Cache-Control"] == "private, no-store"
    code = code_in(page)
    assert "Is the ward closing?" in client.get(f"/frontdoor/questions/follow/{code}/").text
    message = Message.objects.get(to=lead, subject="A question waits for you")
    assert "closing" not in message.text
    assert not project.activity.filter(subject__contains="closing").exists()


def test_the_code_is_typed_where_all_codes_are(client, url):
    code = code_in(client.post(f"{url}new/", TYPED))
    response = client.post("/ask/", {"word": f"{code[:4]} {code[4:8].lower()} {code[8:]}"})

    assert response.url == f"/frontdoor/questions/follow/{code}/"


def test_the_same_form_twice_is_one_question_with_one_code(client, url):
    first, second = (code_in(client.post(f"{url}new/", TYPED)) for _press in range(2))

    assert first == second
    assert AskedQuestion.objects.count() == 1


def test_an_address_is_sealed_and_hears_the_answer_with_a_way_to_stop(client, lead, url):
    code = code_in(client.post(f"{url}new/", TYPED | {"email": "Joan@Collab.example"}))
    asker = Asker.objects.get()
    assert "joan" not in f"{asker.sealed} {asker.address_mark}".lower()
    asker.asked.say(by=lead, text="No.")
    call_command("send_due")

    [sent] = [one for one in mail.outbox if one.to == ["joan@collab.example"]]
    assert "Is the ward closing?" in sent.body
    assert "The team: No." in sent.body
    assert f"/frontdoor/questions/follow/{code}/" in sent.body
    stop = sent.extra_headers["List-Unsubscribe"]
    assert stop.endswith(f"/frontdoor/questions/follow/{code}/forget/>")


def test_bad_text_is_said_in_plain_words(client, url):
    for text, said in [
        ("", "Write your question here."),
        ("x" * 2001, "This is too long"),
        ("a\x00b", "There is a sign in this text that nobody can see."),
        ("a\u202eb", "There is a sign in this text that nobody can see."),
    ]:
        assert said in client.post(f"{url}new/", TYPED | {"question": text}).text
    assert "not a whole e-mail address" in client.post(f"{url}new/", TYPED | {"email": "joan"}).text
    assert not AskedQuestion.objects.exists()


def test_a_flood_is_stopped_and_loses_no_words(settings, url):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"ask_question": "2/m/ip"}
    answers = [Client().post(f"{url}new/", TYPED | {"mark": str(number)}) for number in range(3)]

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert "Is the ward closing?" in answers[2].text
    assert AskedQuestion.objects.count() == 2


def test_a_project_that_rests_takes_no_question_and_gives_the_words_back(
    client, lead, project, url
):
    project.turn("paused", by=lead, because="Winter.")
    page = client.post(f"{url}new/", TYPED).text

    assert "Your question was not sent." in page
    assert "Is the ward closing?" in page
    assert not AskedQuestion.objects.exists()


def test_a_member_who_is_signed_in_asks_as_anonymously(signed_in, project, url):
    person = make_member(project).user
    signed_in(person).post(f"{url}new/", TYPED)

    assert AskedQuestion.objects.get().asked_by is None
