import pytest

from outbox.models import Message
from tests.factories import make_invitation


@pytest.fixture
def made(project):
    return make_invitation(project, name="Joan", post_to="1 High Street")


@pytest.fixture
def url(made):
    invitation, _code = made
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/reply/"


def test_a_yes_on_the_slip_makes_a_member_without_e_mail(
    signed_in, client, lead, project, made, url
):
    invitation, code = made
    response = signed_in(lead).post(url, {"said": "yes", "name": "Joan of the garden"})

    member = project.memberships.get(perspective="carer")
    invitation.refresh_from_db()
    assert (member.user.name, member.user.email) == ("Joan of the garden", None)
    assert (member.user.way, member.user.post_to) == ("post", "1 High Street")
    assert response.url == f"/projects/{project.pk}/team/{member.pk}/code/"
    assert (invitation.member, invitation.name, invitation.post_to) == (member, "", "")
    assert client.get(f"/join/invitation/{code}/").status_code == 404


def test_a_no_on_the_slip_is_written_down_and_the_person_forgotten(
    signed_in, lead, project, made, url
):
    signed_in(lead).post(url, {"said": "no", "name": "Joan", "because": "Too far."})

    made[0].refresh_from_db()
    assert made[0].declined_at is not None
    assert (made[0].name, made[0].post_to, made[0].declined_because) == ("", "", "")
    assert project.memberships.count() == 1


def test_twice_is_one_member(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, {"said": "yes", "name": "Joan"})

    assert client.post(url, {"said": "yes", "name": "Joan"}).status_code == 404
    assert project.memberships.count() == 2


def test_the_involvement_team_writes_it_down_too(signed_in, involvement, project, url):
    """The slip comes back to the organisation's address."""
    response = signed_in(involvement).post(url, {"said": "yes", "name": "Joan"})

    assert response.url == f"/projects/{project.pk}/team/"
    assert project.memberships.count() == 2


def test_who_may_not(signed_in, participant, outsider, project, url):
    assert signed_in(participant).post(url, {"said": "yes", "name": "J"}).status_code == 403
    assert signed_in(outsider).post(url, {"said": "yes", "name": "J"}).status_code == 404
    assert (project.memberships.count(), Message.objects.count()) == (2, 0)


def test_who_does_not_lead_makes_nobody_a_lead(signed_in, lead, involvement, project):
    asked, _code = make_invitation(project, role="lead")
    url = f"/projects/{project.pk}/team/invitation/{asked.pk}/reply/"

    assert signed_in(involvement).post(url, {"said": "yes", "name": "J"}).status_code == 403
    assert project.memberships.count() == 1
    assert signed_in(lead).post(url, {"said": "yes", "name": "J"}).status_code == 302
    assert project.memberships.leads().count() == 2
