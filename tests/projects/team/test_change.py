import pytest
from django.core import mail

from accounts.models import PrivateRead
from outbox.models import Message
from tests.factories import make_member, make_user


@pytest.fixture
def member(project, participant):
    return project.memberships.get(user=participant)


@pytest.fixture
def url(member):
    return f"/projects/{member.project_id}/team/{member.pk}/change/"


TYPED = {"role": "observer", "perspective": "carer", "speaks_for": "A family"}


def test_a_lead_changes_someone_s_place(signed_in, lead, member, project, url):
    signed_in(lead).post(url, TYPED)

    member.refresh_from_db()
    project.refresh_from_db()
    assert (member.role, member.perspective) == ("observer", "carer")
    assert (project.service_users, project.carers) == (0, 1)


def test_a_member_says_what_is_theirs_to_say_and_no_more(signed_in, participant, member, url):
    signed_in(participant).post(url, {"role": "lead", "speaks_for": "Myself", "way": "none"})

    member.refresh_from_db()
    participant.refresh_from_db()
    assert (member.role, member.speaks_for) == ("participant", "Myself")
    assert participant.way == "email"


NEWS = {"way": "phone", "phone": "01632 960123", "post_to": "", "how_often": "weekly"}


@pytest.fixture
def joan(project):
    """A member without e-mail."""
    return make_member(project, user=make_user("Joan", email=None))


def test_for_someone_without_e_mail_a_lead_writes_down_how_they_hear_from_us(
    signed_in, lead, project, joan
):
    url = f"/projects/{project.pk}/team/{joan.pk}/change/"
    typed = {"role": "participant", "perspective": "carer", "name": "Joan"}
    page = signed_in(lead).post(url, typed | NEWS | {"phone": ""}).text
    assert "Write the whole phone number, or choose another way." in page

    signed_in(lead).post(url, typed | NEWS)

    joan.user.refresh_from_db()
    assert (joan.user.way, joan.user.phone) == ("phone", "01632 960123")
    [read] = PrivateRead.objects.all()
    assert (read.reader, read.of, read.what) == (lead, joan.user, "how to reach them")


def test_who_has_e_mail_chooses_that_alone(signed_in, lead, participant, url):
    assert "How should we tell them what is new?" not in signed_in(lead).get(url).text
    signed_in(lead).post(url, TYPED | NEWS)
    participant.refresh_from_db()
    assert participant.way == "email"
    assert PrivateRead.objects.count() == 0


def test_who_they_speak_for_may_be_mended_in_a_closed_project(
    signed_in, lead, participant, member, url
):
    member.project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url, TYPED).status_code == 403
    signed_in(participant).post(url, {"speaks_for": "A family"})
    member.refresh_from_db()
    assert (member.speaks_for, member.role) == ("A family", "participant")


def test_a_new_address_counts_once_they_have_opened_the_link(signed_in, lead, project, joan):
    url = f"/projects/{project.pk}/team/{joan.pk}/change/"
    typed = {"role": "participant", "perspective": "carer", "name": "Joan B"} | NEWS
    signed_in(lead).post(url, typed | {"email": "Joan@collab.example"})

    joan.user.refresh_from_db()
    assert (joan.user.name, joan.user.email) == ("Joan B", None)
    assert Message.objects.get(address="joan@collab.example").is_secret is True


def test_the_last_lead_stays_lead(signed_in, lead, project):
    membership = project.memberships.get(user=lead)
    url = f"/projects/{project.pk}/team/{membership.pk}/change/"
    page = signed_in(lead).post(url, TYPED).text

    assert "A project needs a lead." in page
    membership.refresh_from_db()
    assert membership.role == "lead"


def test_nobody_changes_another_member(signed_in, observer, outsider, member, url):
    assert signed_in(observer).post(url, TYPED).status_code == 403
    assert signed_in(outsider).post(url, TYPED).status_code == 404
    member.refresh_from_db()
    assert member.perspective == "service_user"


@pytest.mark.parametrize("whose", ["someone we know", "nobody"])
def test_an_address_for_someone_without_e_mail_is_asked_and_not_taken_on_trust(
    signed_in, lead, participant, project, joan, whose
):
    """Whether the address is known here is not to be seen: it sends a link, whoever has it."""
    email = participant.email if whose == "someone we know" else "joan@collab.example"
    url = f"/projects/{project.pk}/team/{joan.pk}/change/"
    typed = {"role": "participant", "perspective": "carer", "name": "Joan", "email": email} | NEWS
    page = signed_in(lead).post(url, typed, follow=True).text

    joan.user.refresh_from_db()
    assert "Saved. We have sent a link to that address." in page
    assert joan.user.email is None
    assert [sent.to for sent in mail.outbox] == [[email]]
