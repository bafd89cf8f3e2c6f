from django.core import mail

from accounts.models import User
from outbox.models import Message
from projects.team.models import JoinPage, JoinRequest
from tests.factories import make_request

YES = {"said": "yes", "reply": "We are glad to have you.", "role": "participant", "offer": ""}
NO = YES | {"said": "no", "reply": "The team is full. We will ask again in May."}


def url(asked):
    return f"/projects/{asked.project_id}/team/request/{asked.pk}/answer/"


def test_a_yes_invites_them_by_e_mail_and_makes_no_account(signed_in, lead, project):
    asked, _code = make_request(project, name="Joan", email="joan@collab.example")
    people = User.objects.count()
    signed_in(lead).post(url(asked), YES)

    invitation = project.invitations.get()
    sent = mail.outbox[-1]
    assert (invitation.name, invitation.what_for) == ("Joan", "We are glad to have you.")
    assert sent.to == ["joan@collab.example"]
    assert "We are glad to have you." in sent.body
    asked.refresh_from_db()
    assert (asked.name, asked.email, asked.answered_by) == ("", "", lead)
    assert User.objects.count() == people


def test_without_e_mail_their_own_code_opens_the_invitation(signed_in, client, lead, project):
    asked, code = make_request(project, name="Joan")
    assert "Nobody has answered yet." in client.get(f"/join/answer/{code}/").text
    signed_in(lead).post(url(asked), YES)

    assert client.post("/join/", {"code": code}).url == f"/join/invitation/{code}/"
    page = client.get(f"/join/answer/{code}/", follow=True).text
    assert "We are glad to have you." in page
    assert project.title in page


def test_a_no_reaches_them_in_kind_words(signed_in, client, lead, project):
    asked, code = make_request(project, name="Joan", email="joan@collab.example")
    signed_in(lead).post(url(asked), NO)

    message = Message.objects.get(address="joan@collab.example")
    assert message.text.startswith(NO["reply"])
    page = client.get(f"/join/answer/{code}/").text
    assert NO["reply"] in page
    assert project.title not in page
    asked.refresh_from_db()
    assert (asked.name, asked.email) == ("", "")


def test_an_answer_has_words(signed_in, lead, project):
    asked, _code = make_request(project)
    page = signed_in(lead).post(url(asked), NO | {"reply": ""}).text

    assert "Write a few kind words." in page
    assert JoinRequest.objects.waiting().count() == 1


def test_twice_is_one_answer(signed_in, lead, project):
    asked, _code = make_request(project, email="joan@collab.example")
    signed_in(lead).post(url(asked), YES)

    assert signed_in(lead).post(url(asked), NO).status_code == 404
    assert project.invitations.count() == 1


def test_who_may(signed_in, involvement, participant, outsider, project):
    asked, _code = make_request(project)
    assert signed_in(participant).post(url(asked), YES).status_code == 403
    assert signed_in(outsider).post(url(asked), YES).status_code == 404
    assert project.invitations.count() == 0
    assert signed_in(involvement).post(url(asked), YES).status_code == 302
    assert project.invitations.count() == 1


def test_nobody_becomes_a_lead_by_a_poster(signed_in, lead, project):
    asked, _code = make_request(project)
    JoinPage.objects.update(role="observer")
    page = signed_in(lead).get(url(asked)).text
    signed_in(lead).post(url(asked), YES | {"role": "lead"})

    assert 'value="lead"' not in page
    assert page.index('value="observer"') < page.index("checked")
    assert project.invitations.count() == 0
