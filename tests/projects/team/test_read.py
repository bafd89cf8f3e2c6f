import pytest

from tests.factories import make_invitation


@pytest.fixture
def invitation(project):
    invitation, _code = make_invitation(project, name="Joan", email="joan@collab.example")
    invitation.decline("I live too far away.")
    return invitation


@pytest.fixture
def url(invitation):
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/read/"


def test_who_said_no_and_why_is_read_once_and_forgotten(signed_in, lead, project, invitation, url):
    team = f"/projects/{project.pk}/team/"
    client = signed_in(lead)
    page = client.get(team).text
    assert "Joan" in page
    assert "I live too far away." in page
    client.post(url)

    invitation.refresh_from_db()
    assert (invitation.name, invitation.declined_because) == ("", "")
    assert "I live too far away." not in client.get(team).text


def test_only_those_who_may_invite_read_it(signed_in, participant, outsider, project, url):
    page = signed_in(participant).get(f"/projects/{project.pk}/team/").text
    assert "I live too far away." not in page
    assert signed_in(participant).post(url).status_code == 403
    assert signed_in(outsider).post(url).status_code == 404


def test_an_invitation_nobody_refused_is_not_found(signed_in, lead, project):
    invitation, _code = make_invitation(project)
    url = f"/projects/{project.pk}/team/invitation/{invitation.pk}/read/"

    assert signed_in(lead).post(url).status_code == 404
