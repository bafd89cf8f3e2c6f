from outbox.models import Message
from tests.factories import make_asked


def test_whoever_asked_hears_why(signed_in, lead, participant, project):
    asked = make_asked(project, by=participant)
    url = f"{asked.get_absolute_url()}decline/"
    assert "Write why." in signed_in(lead).post(url, {"because": ""}).text
    for _press in range(2):
        signed_in(lead).post(url, {"because": "It is about one person."})

    asked.refresh_from_db()
    assert asked.state == "not_taken"
    message = Message.objects.get(to=participant, subject="About your question")
    assert "It is about one person." in message.text


def test_what_was_answered_stays_answered(signed_in, lead, project):
    asked = make_asked(project)
    asked.say(by=lead, text="Yes.")
    signed_in(lead).post(f"{asked.get_absolute_url()}decline/", {"because": "No."})

    asked.refresh_from_db()
    assert asked.state == "answered"


def test_others_do_not(signed_in, participant, project):
    asked = make_asked(project)

    assert signed_in(participant).get(f"{asked.get_absolute_url()}decline/").status_code == 403
