import pytest
from django.core import mail

from accounts.models import PrivateRead
from needs.models import Need
from outbox.models import Message
from projects.models import Support
from projects.team.models import Invitation, NotByThem
from tests.factories import code_mailed, make_member, make_user
from tests.hands import paper_hands_of


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


@pytest.fixture
def paper_lead(project):
    """Leads too, and has no e-mail."""
    return make_member(project, "lead", "carer", user=make_user("Petra", email=None))


@pytest.mark.parametrize("whose", ["their own", "another's"])
def test_a_session_of_a_code_on_paper_gives_nobody_an_address(
    lead, project, joan, paper_lead, whose
):
    member = paper_lead if whose == "their own" else joan
    client = paper_hands_of(paper_lead, by=lead)
    url = f"/projects/{project.pk}/team/{member.pk}/change/"
    page = client.get(url).text
    assert "Save" in page
    for label in ("e-mail address", "How should we tell them", "phone number", "postal address"):
        assert label not in page

    typed = {"role": "lead", "perspective": "staff", "name": "P", "email": "p@collab.example"}
    assert client.post(url, typed | NEWS).status_code == 302
    member.refresh_from_db()
    assert (member.perspective, member.user.way, member.user.phone) == ("staff", "email", "")
    assert project.invitations.count() == 0
    assert not Message.objects.filter(address="p@collab.example").exists()


def to_address(client, project, joan):
    typed = {"role": "participant", "perspective": "carer", "name": "Joan"} | NEWS
    url = f"/projects/{project.pk}/team/{joan.pk}/change/"
    return client.post(url, typed | {"email": "joan@collab.example"}, follow=True)


@pytest.mark.parametrize("more", ["another team", "a team they left", "a need", "helps someone"])
def test_when_the_account_holds_more_an_administrator_has_to_do_it(
    signed_in, lead, other_lead, project, joan, participant, more
):
    """Also when this lead leads the other team; and nothing tells what it is."""
    if more == "a need":
        Need.tell(joan.user, by=joan.user, words="A quiet room")
    elif more == "helps someone":
        whom = project.memberships.get(user=participant)
        Support.ask(whom, by=participant, helper=joan.user)
    else:
        place = make_member(other_lead.memberships.get().project, user=joan.user)
        if more == "a team they left":
            place.leave(by=joan.user)
    page = to_address(signed_in(lead), project, joan).text

    assert "An administrator has to do this, because" in page
    assert "Another project" not in page
    assert project.invitations.count() == 0
    assert not Message.objects.filter(address="joan@collab.example").exists()
    with pytest.raises(NotByThem):
        Invitation.connect(joan, "joan@collab.example", by=lead)


def test_the_person_and_the_other_leads_are_told_before_the_link_goes_out(
    signed_in, lead, project, joan, paper_lead
):
    Message.objects.all().delete()
    to_address(signed_in(lead), project, joan)
    told, leads, link = Message.objects.order_by("pk")

    assert (told.to, told.at_once) == (joan.user, True)
    assert "Asha Lead wrote down an e-mail address for you." in told.text
    assert (leads.to, leads.at_once) == (paper_lead.user, True)
    assert link.address == "joan@collab.example"
    to_address(signed_in(lead), project, joan)
    assert Message.objects.count() == 3


def test_the_link_opens_nothing_when_they_came_into_another_team_meanwhile(
    signed_in, client, lead, other_lead, project, joan
):
    to_address(signed_in(lead), project, joan)
    code = code_mailed()
    make_member(other_lead.memberships.get().project, user=joan.user)
    typed = {"name": "Joan", "way": "email", "agreed": "on", "mark": "a mark"}

    assert client.post(f"/join/invitation/{code}/accept/", typed).status_code == 403
    joan.user.refresh_from_db()
    assert joan.user.email is None
