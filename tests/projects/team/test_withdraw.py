import pytest

from tests.factories import make_invitation


@pytest.fixture
def made(project):
    return make_invitation(project, name="Joan", email="joan@collab.example")


@pytest.fixture
def url(made):
    invitation, _code = made
    return f"/projects/{invitation.project_id}/team/invitation/{invitation.pk}/withdraw/"


def test_what_is_taken_back_opens_nothing_and_is_forgotten(signed_in, client, lead, made, url):
    invitation, code = made
    assert "Take this invitation back?" in signed_in(lead).get(url).text
    assert client.get(f"/join/invitation/{code}/").status_code == 200
    signed_in(lead).post(url)

    invitation.refresh_from_db()
    assert (invitation.name, invitation.email, invitation.codes.get().proves) == ("", "", "")
    page = client.get(f"/join/invitation/{code}/")
    assert page.status_code == 404
    assert "have taken it back" in page.text
    assert invitation.project.title not in page.text


def test_the_activity_names_nobody(signed_in, lead, project, url):
    signed_in(lead).post(url)

    line = project.activity.latest("version")
    assert (line.what, line.subject) == ("took back an invitation", "")


def test_who_may(signed_in, involvement, participant, outsider, made, url):
    assert signed_in(participant).post(url).status_code == 403
    assert signed_in(outsider).post(url).status_code == 404
    made[0].refresh_from_db()
    assert made[0].withdrawn_at is None
    assert signed_in(involvement).post(url).status_code == 302
