"""A question for everyone: what is open, one box, and nothing that says who answered."""

import logging
import re
from datetime import timedelta

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.test import Client
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from projects.ideas.models import Giver, Idea, OpenQuestion
from projects.models import Activity, Part
from tests.ask.conftest import TYPED, code_in
from tests.reading import Page


def test_anyone_reads_the_question_and_what_is_open_first(client, lead, project, question, url):
    Part.add(project, by=lead, name="The chairs", state="open")
    Part.add(project, by=lead, name="The opening hours", state="fixed", because="The law.")
    text = client.get(url).text.partition("<main")[2]

    order = ["Riverside Health", question.question, question.about, "The chairs",
             "The opening hours", "What happens with your words",
             "If you tell us that someone is in danger, we have to pass it on.",
             "Your idea, in your own words", "Send your idea"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert lead.name not in text
    assert "(optional)" in text


def test_easy_words_for_those_who_chose_them(client, url):
    choice = {"wording": "easy", "text_size": "normal", "contrast": "normal"}
    client.post("/accounts/display/", choice)

    assert "What helps you wait?" in client.get(url).text


def test_an_idea_waits_for_its_reader_and_its_giver_has_a_code(client, lead, project, url):
    version, lines = project.version, Activity.objects.count()
    response = client.post(url, TYPED)

    idea = Idea.objects.get()
    assert (idea.text, idea.way, idea.door) == ("A seat by the door.", "public", "waiting")
    assert (idea.given_by, idea.written_by, idea.hand) == (None, None, None)
    [message] = Message.objects.all()
    assert (message.to, message.url) == (lead, f"/projects/{project.pk}/ideas/waiting/")
    assert "seat" not in message.text + message.subject
    project.refresh_from_db()
    assert (project.version, Activity.objects.count()) == (version, lines)
    assert client.get(f"/ask/follow/{code_in(response)}/").status_code == 200


def test_nothing_links_back_to_someone_who_is_signed_in(signed_in, participant, url, caplog):
    caplog.set_level(logging.DEBUG)
    client = signed_in(participant)
    before = dict(client.session)
    response = client.post(url, TYPED)

    code = code_in(response)
    assert dict(client.session) == before
    assert code not in str([message.getMessage() for message in caplog.records])
    assert "seat" not in str([message.getMessage() for message in caplog.records])
    idea = Idea.objects.values().get()
    assert participant.pk not in {idea["given_by_id"], idea["written_by_id"], idea["checked_by_id"]}
    assert not any(isinstance(value, type(timezone.now())) for value in idea.values())
    giver = Giver.objects.values().get()
    assert (giver["name"], giver["email"], giver["reach"], giver["sealed"]) == ("", "", "", "")


def test_someone_without_an_account_gets_none_and_no_session(client, url):
    people = User.objects.count()
    response = client.post(url, TYPED)

    assert User.objects.count() == people
    assert "sessionid" not in response.cookies
    assert response.headers["Cache-Control"] == "private, no-store"


def test_pressed_twice_it_is_one_idea_with_one_code(anyone, url):
    """The second press leaves before the first has its answer, from a phone without a cookie."""
    first, second = (code_in(anyone().post(url, TYPED)) for _press in range(2))

    assert first == second
    assert (Idea.objects.count(), Message.objects.count()) == (1, 1)


def test_other_words_from_the_same_form_are_another_idea(client, url):
    """Back in the browser, something added, sent again: nothing is lost."""
    first = code_in(client.post(url, TYPED))
    second = code_in(client.post(url, TYPED | {"text": "A seat by the door, and a clock."}))

    assert first != second
    assert Idea.objects.count() == 2


def test_a_form_left_open_tells_the_code_to_nobody_the_next_day(client, lead, url):
    code = code_in(client.post(url, TYPED))
    Idea.objects.update(given_on=timezone.localdate() - timedelta(days=1))
    page = client.post(url, TYPED)

    assert code_in(page) is None
    assert "This idea was sent before." in page.text
    assert client.get(f"/ask/follow/{code}/").status_code == 200


def test_a_contact_is_kept_for_the_reader_and_shown_to_nobody_here(client, url):
    there = "By the bridge"
    told = {"name": "Joan", "email": "Joan@Collab.example", "reach": there,
            "came_from": "A carer"}  # fmt: skip
    page = client.post(url, TYPED | told)

    giver = Giver.objects.get()
    assert (giver.name, giver.email, giver.reach) == (
        "Joan",
        "joan@collab.example",
        "By the bridge",
    )
    assert giver.idea.came_from == "A carer"
    for hidden in ("Joan", "joan@", there):
        assert hidden not in page.text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": ""}, "Write your idea here."),
        ({"text": "   "}, "Write your idea here."),
        ({"text": "a\x00b"}, "There is a sign in this text that nobody can see."),
        ({"text": "a\u202eb"}, "There is a sign in this text that nobody can see."),
        ({"text": "word " * 5000}, "This is too long: 24999 letters. Use 20000 or fewer."),
        ({"email": "joan"}, "This is not a whole e-mail address."),
        ({"name": "J" * 81}, "This is too long"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_are_still_there(client, url, change, said):
    typed = TYPED | change
    response = client.post(url, typed)

    page = Page(response)
    assert said in response.text
    assert page.values["text"].strip() == typed["text"].strip()
    assert page.values["mark"] == "a mark"
    assert Idea.objects.count() == 0


def test_one_word_of_ten_thousand_letters_is_an_idea(client, url):
    client.post(url, TYPED | {"text": "a" * 10_000})

    assert Idea.objects.get().text == "a" * 10_000


def close(question, how, lead):
    if how == "closed":
        question.close(by=lead)
    elif how == "its day is over":
        day = timezone.localdate() - timedelta(days=1)
        OpenQuestion.objects.update(closes_on=day)
    elif how == "the project rests":
        question.project.turn("paused", by=lead, because="Holidays.")
    else:
        question.project.turn("complete", by=lead, because="Done.")


@pytest.mark.parametrize(
    "how", ["closed", "its day is over", "the project rests", "the project is over"]
)
def test_a_closed_question_says_so_and_gives_back_what_was_typed(client, lead, question, url, how):
    close(question, how, lead)

    assert "The time to answer this question is over." in client.get(url).text
    text = client.post(url, TYPED).text
    assert "Your idea was not sent." in text
    assert "A seat by the door." in text
    assert Idea.objects.count() == 0


def test_a_closed_question_says_what_became_of_the_ideas_where_many_came(
    client, lead, question, given, url
):
    ideas = [given(text=f"Idea {number}.")[0] for number in range(5)]
    for idea in ideas[:4]:
        idea.let_in(by=lead)
        idea.becomes("used", by=lead)
    question.close(by=lead)
    assert "Used" not in client.get(url).text  # of four one could guess whose they are

    ideas[4].let_in(by=lead)
    text = client.get(url).text
    assert "Used: 4" in text
    assert "New: 1" in text


def test_a_word_of_no_question_is_not_found(client, db):
    assert client.get("/ask/ABCDEF/").status_code == 404


def test_sixty_at_one_address_get_through_and_a_flood_stops(settings, anyone, url):
    rates = parse_rates(settings.ACCOUNT_RATE_LIMITS["ask_give"])
    assert [(rate.amount, rate.duration, rate.per) for rate in rates] == [
        (120, 60, "ip"), (300, 3600, "ip"), (3000, 86400, "key"),
    ]  # fmt: skip

    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"ask_give": "3/m/ip"}
    answers = [anyone().post(url, TYPED | {"mark": f"mark {n}"}) for n in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert Idea.objects.count() == 3
    page = Page(answers[-1])
    assert page.values["text"].strip() == TYPED["text"]
    assert "Yours is still on this page." in answers[-1].text
    elsewhere = Client(REMOTE_ADDR="198.51.100.7").post(url, TYPED | {"mark": "elsewhere"})
    assert elsewhere.status_code == 200


def test_one_address_is_not_written_to_for_many_ideas(settings, client, url):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"ask_email": "2/d/key"}
    reached = {"email": "joan@collab.example"}
    answers = [client.post(url, TYPED | reached | {"mark": f"m{n}"}) for n in range(3)]

    assert Idea.objects.count() == 2
    assert "Many ideas came with this address today. Leave it empty." in answers[2].text
    assert "A seat by the door." in answers[2].text


def test_the_reader_has_one_message_for_many_in_ten_minutes(anyone, lead, url):
    for number in range(4):
        anyone().post(url, TYPED | {"mark": f"mark {number}"})
    assert (Idea.objects.count(), Message.objects.filter(to=lead).count()) == (4, 1)

    Message.objects.update(written_at=timezone.now() - timedelta(minutes=11))
    anyone().post(url, TYPED | {"mark": "later"})
    assert Message.objects.filter(to=lead).count() == 2


def test_where_the_reader_has_left_the_leads_hear(
    client, lead, project, question, participant, url
):
    question.change(by=lead, reader=project.memberships.get(user=participant))
    project.memberships.get(user=participant).leave(by=participant)
    Message.objects.all().delete()
    client.post(url, TYPED)

    assert Message.objects.get().to == lead


def test_the_page_is_small_and_brings_no_script(client, lead, project, url):
    for number in range(6):
        Part.add(project, by=lead, name=f"Part {number}", state="open", because="So it is.")
    response = client.get(url)

    assert len(response.content) < 15_000
    assert not re.search(r"<script[^>]* src=", response.text)
    assert set(response.cookies) <= {"csrftoken"}


def test_one_part_or_three_ask_the_same_number_of_queries(queries, client, lead, project, url):
    Part.add(project, by=lead, name="One", state="open")
    client.get(url)
    one = queries(client, url)
    for name in ("Two", "Three"):
        Part.add(project, by=lead, name=name, state="open")

    assert queries(client, url) == one
