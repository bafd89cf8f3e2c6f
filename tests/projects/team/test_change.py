import pytest

from tests.factories import make_member, make_user


@pytest.fixture
def member(project, participant):
    return project.memberships.get(user=participant)


@pytest.fixture
def url(member):
    return f"/projects/{member.project_id}/team/{member.pk}/change/"


TYPED = {"role": "observer", "perspective": "carer", "speaks_for": "A family"}


def test_a_lead_changes_someone_s_place(signed_in, lead, member, project, url):
    signed_in(lead).post(url, TYPED | {"name_in_summary": "on"})

    member.refresh_from_db()
    project.refresh_from_db()
    assert (member.role, member.perspective) == ("observer", "carer")
    assert (project.service_users, project.carers) == (0, 1)
    assert member.name_in_summary is False


def test_a_member_says_what_is_theirs_to_say_and_no_more(signed_in, participant, member, url):
    typed = {"role": "lead", "speaks_for": "Myself", "name_in_summary": "on"}
    signed_in(participant).post(url, typed)

    member.refresh_from_db()
    assert (member.role, member.speaks_for, member.name_in_summary) == (
        "participant",
        "Myself",
        True,
    )


def test_for_someone_without_e_mail_a_lead_writes_down_their_choice(signed_in, lead, project):
    member = make_member(project, user=make_user("Joan", email=None))
    url = f"/projects/{project.pk}/team/{member.pk}/change/"
    signed_in(lead).post(
        url,
        {"role": "participant", "perspective": "carer", "name": "Joan", "name_in_summary": "on"},
    )

    member.refresh_from_db()
    assert member.name_in_summary is True


def test_a_name_may_be_taken_back_from_a_closed_project(signed_in, lead, participant, member, url):
    member.change(by=participant, name_in_summary=True)
    member.project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url, TYPED).status_code == 403
    signed_in(participant).post(url, {"speaks_for": ""})
    member.refresh_from_db()
    assert (member.name_in_summary, member.role) == (False, "participant")


def test_someone_without_e_mail_gets_an_address_later(signed_in, lead, participant, project):
    member = make_member(project, user=make_user("Jone", email=None))
    url = f"/projects/{project.pk}/team/{member.pk}/change/"
    typed = {"role": "participant", "perspective": "carer", "name": "Joan"}
    page = signed_in(lead).post(url, typed | {"email": participant.email}).text
    assert "Someone with this address is here already." in page

    signed_in(lead).post(url, typed | {"email": "Joan@collab.example"})
    member.user.refresh_from_db()
    assert (member.user.name, member.user.email) == ("Joan", "joan@collab.example")
    page = signed_in(lead).get(url).text
    assert "What should we call them?" not in page


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
