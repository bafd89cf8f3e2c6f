from accounts.models import User
from outbox.models import Message
from tests.factories import make_follower, make_update

TYPED = {"text": "On Tuesday.", "because": "We read the wrong line."}


def test_what_is_right_stands_beside_and_everyone_hears(signed_in, lead, participant, project):
    project.publish(by=lead)
    make_follower(project, "joan@collab.example")
    update = make_update(project, "The visit", text="On Monday.", audience="public")
    for _press in range(2):
        response = signed_in(lead).post(f"{update.get_absolute_url()}correct/", TYPED)

    assert response.url == update.get_absolute_url()
    update.refresh_from_db()
    assert (update.text, update.corrections.get().text) == ("On Monday.", "On Tuesday.")
    subject = {"subject": "A correction to an update"}
    message = Message.objects.get(to=participant, **subject)
    assert "This is right: On Tuesday." in message.text
    assert Message.objects.get(address="joan@collab.example", **subject)
    assert project.activity.latest("pk").what == "corrected the update:"


def test_easy_words_of_it_go_to_who_reads_such(signed_in, lead, participant, project):
    User.objects.filter(pk=participant.pk).update(wording="easy")
    update = make_update(project, "The visit", text="On Monday.", easy="Come on Monday.")
    typed = TYPED | {"easy": "Come on Tuesday."}
    signed_in(lead).post(f"{update.get_absolute_url()}correct/", typed)

    message = Message.objects.get(to=participant, subject="A correction to an update")
    assert "This is right: Come on Tuesday." in message.text
    page = signed_in(participant).get(update.get_absolute_url()).text
    assert "Come on Tuesday." in page
    assert "On Tuesday." not in page


def test_it_says_what_and_why(signed_in, lead, project):
    update = make_update(project)
    page = signed_in(lead).post(f"{update.get_absolute_url()}correct/", {"text": "", "because": ""})

    assert "Write what is right." in page.text
    assert "Write why." in page.text


def test_a_draft_is_changed_instead(signed_in, lead, project):
    update = make_update(project, is_sent=False)
    response = signed_in(lead).post(f"{update.get_absolute_url()}correct/", TYPED)

    assert response.url == f"{update.get_absolute_url()}change/"


def test_only_leads_correct(signed_in, participant, project):
    update = make_update(project)

    url = f"{update.get_absolute_url()}correct/"
    assert signed_in(participant).post(url, TYPED).status_code == 403
