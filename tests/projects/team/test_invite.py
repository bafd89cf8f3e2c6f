import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from projects.models import Support
from projects.team.models import Invitation, InvitationCode
from tests.factories import make_invitation

TODAY = timezone.localdate()
TYPED = {
    "name": "Joan",
    "way": "email",
    "email": "Joan@collab.example",
    "post_to": "not for an e-mail",
    "perspective": "carer",
    "role": "participant",
    "what_for": "You know the waiting room.",
    "offer": "Your bus fare.",
    "answer_by_day": TODAY.day,
    "answer_by_month": TODAY.month,
    "answer_by_year": TODAY.year,
}


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/invite/"


def test_an_invitation_goes_by_e_mail_and_makes_no_account(signed_in, lead, project, url):
    people = User.objects.count()
    response = signed_in(lead).post(url, TYPED)

    invitation = project.invitations.get()
    message, [sent] = Message.objects.get(), mail.outbox
    assert response.url == f"/projects/{project.pk}/team/"
    assert (invitation.email, invitation.post_to) == ("joan@collab.example", "")
    assert (message.address, message.subject) == (
        "joan@collab.example",
        "You are invited to take part",
    )
    assert (message.is_secret, message.at_once, message.text, message.url) == (True, True, "", "")
    assert (sent.to, sent.subject) == (["joan@collab.example"], "You are invited to take part")
    assert "You know the waiting room." in sent.body
    assert "/join/invitation/" in sent.body
    assert User.objects.count() == people
    assert project.memberships.count() == 1


def test_a_letter_leads_to_the_page_that_prints_it(signed_in, lead, project, url):
    typed = TYPED | {"way": "post", "email": "not an address", "post_to": "1 High Street"}
    response = signed_in(lead).post(url, typed)

    invitation = project.invitations.get()
    assert response.url == f"/projects/{project.pk}/team/invitation/{invitation.pk}/letter/"
    assert (invitation.email, invitation.post_to) == ("", "1 High Street")
    assert InvitationCode.objects.count() == 0
    assert Message.objects.count() == 0


def test_only_the_digest_of_the_code_is_kept(project):
    _invitation, code = make_invitation(project, email="joan@collab.example")

    [kept] = InvitationCode.objects.all()
    assert code not in str(vars(kept))
    assert (len(code), kept.proves) == (12, "joan@collab.example")


def test_the_activity_names_nobody(signed_in, lead, project, participant, url):
    signed_in(lead).post(url, TYPED)

    line = project.activity.latest("version")
    assert (line.what, line.subject) == ("invited someone to the team", "")
    assert (
        "invited someone to the team"
        in signed_in(participant).get(f"/projects/{project.pk}/activity/").text
    )


def test_a_known_address_looks_like_any_other(signed_in, lead, project, outsider, participant, url):
    """Neither that it has an account, nor that it is in the team, is shown to the lead."""
    answers = []
    for number, email in enumerate([outsider.email, participant.email, "new@collab.example"]):
        client = signed_in(lead)
        typed = TYPED | {"email": email, "name": f"Guest {number}"}
        response = client.post(url, typed)
        page = client.get(response.url).text
        answers.append((response.status_code, response.url, "on its way by e-mail" in page))
        assert outsider.name not in page
    assert answers[0] == answers[1] == answers[2]
    assert project.memberships.here().count() == 2


def test_the_same_form_twice_is_one_invitation(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, TYPED)
    page = client.post(url, TYPED).text

    assert "You have invited Joan already." in page
    assert "This address has been invited already." in page
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": ""}, "Write their e-mail address."),
        ({"email": "joan"}, "Enter a valid email address."),
        ({"answer_by_year": TODAY.year - 1}, "Choose a day from today to a year from now."),
        ({"answer_by_year": TODAY.year + 3}, "Choose a day from today to a year from now."),
    ],
)
def test_what_is_wrong_is_said(signed_in, lead, url, change, said):
    assert said in signed_in(lead).post(url, TYPED | change).text
    assert Invitation.objects.count() == 0


def test_nobody_invites_themselves(signed_in, lead, url):
    page = signed_in(lead).post(url, TYPED | {"email": lead.email}).text

    assert "This is your own address." in page


def test_the_words_of_the_last_invitation_are_there_again(signed_in, lead, url):
    client = signed_in(lead)
    assert "Ask us what we can pay for" in client.get(url).text
    client.post(url, TYPED)
    page = client.get(url).text

    assert "Your bus fare." in page
    assert "Ask us what we can pay for" not in page


def test_the_involvement_team_invites_and_changes_nothing_else(
    signed_in, involvement, project, url
):
    client = signed_in(involvement)
    assert client.get(url).status_code == 200
    client.post(url, TYPED)

    assert project.invitations.get().by == involvement
    assert client.get(f"/projects/{project.pk}/team/new/").status_code == 403
    assert client.get(f"/projects/{project.pk}/decisions/new/").status_code == 403


def test_the_involvement_team_makes_nobody_a_lead(signed_in, involvement, lead, url):
    assert signed_in(involvement).post(url, TYPED | {"role": "lead"}).status_code == 200
    assert Invitation.objects.count() == 0
    signed_in(lead).post(url, TYPED | {"role": "lead"})
    assert Invitation.objects.get().role == "lead"


def test_who_may(signed_in, participant, observer, outsider, url):
    for person, status in ((participant, 403), (observer, 403), (outsider, 404)):
        assert signed_in(person).get(url).status_code == status
        assert signed_in(person).post(url, TYPED).status_code == status
    assert Invitation.objects.count() == 0


def test_nobody_is_invited_into_a_closed_project(signed_in, lead, project, url):
    project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url, TYPED).status_code == 403
    assert Invitation.objects.count() == 0


def test_someone_who_helps_a_member_invites_nobody(
    signed_in, lead, participant, outsider, project, url
):
    member = project.memberships.get(user=participant)
    Support.ask(member, by=participant, helper=outsider).agree(by=outsider)

    assert signed_in(outsider).get(project.get_absolute_url()).status_code == 200
    assert signed_in(outsider).post(url, TYPED).status_code == 403
    assert Invitation.objects.count() == 0


def test_nobody_has_us_write_to_strangers_without_end(signed_in, lead, project, settings, url):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invite": "3/h/user"}
    client = signed_in(lead)
    for _again in range(5):
        answer = client.post(url, TYPED)
        for invitation in project.invitations.unanswered():
            invitation.withdraw(by=lead)

    assert answer.status_code == 429
    assert len(mail.outbox) == 3
