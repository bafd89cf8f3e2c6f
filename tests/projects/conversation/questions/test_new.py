from outbox.models import Message
from projects.conversation.models import AskedQuestion
from projects.words import words_of


def test_a_member_asks_and_a_lead_hears_at_once(signed_in, participant, lead, project, questions):
    for _press in range(2):
        response = signed_in(participant).post(f"{questions}new/", {"question": "When?"})
    asked = AskedQuestion.objects.get()

    assert response.url == asked.get_absolute_url()
    assert (asked.asked_by, asked.for_whom.user, asked.state) == (participant, lead, "waiting")
    message = Message.objects.get(to=lead, subject="A question waits for you")
    assert (message.text, message.at_once) == ("When?", True)
    line = project.activity.latest("pk")
    assert (line.what, line.subject, line.kind) == ("asked:", "When?", "talk")


def test_it_stands_among_ones_own_words(participant, lead, project):
    asked = AskedQuestion.ask(project, by=participant, question="When?")
    [said] = words_of(participant, 1)
    assert (said.text, said.stands) == ("When?", "It waits for an answer.")
    asked.say(by=lead, text="In May.")
    [said] = words_of(participant, 1)
    assert said.stands == "It is answered."


def test_it_asks_something_and_not_too_much(signed_in, participant, questions):
    empty = signed_in(participant).post(f"{questions}new/", {"question": "   "})
    long = signed_in(participant).post(f"{questions}new/", {"question": "x" * 2001})

    assert "Write your question here." in empty.text
    assert "This is too long" in long.text
    assert not AskedQuestion.objects.exists()


def test_who_only_looks_asks_nothing(signed_in, observer, questions):
    assert signed_in(observer).get(f"{questions}new/").status_code == 403
