import pytest

from accounts.models import User

TYPED = {
    "name": "Joan",
    "role": "participant",
    "perspective": "carer",
    "speaks_for": "Herself",
}


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/new/"


def test_someone_without_e_mail_who_said_yes_is_in_the_team_at_once(signed_in, lead, project, url):
    response = signed_in(lead).post(url, TYPED)

    member = project.memberships.get(perspective="carer")
    assert (member.user.name, member.user.email, member.speaks_for) == ("Joan", None, "Herself")
    assert response.url == f"/projects/{project.pk}/team/{member.pk}/code/"
    project.refresh_from_db()
    assert project.carers == 1


def test_an_address_is_not_asked_for_and_not_taken(signed_in, lead, outsider, project, url):
    client = signed_in(lead)
    assert 'name="email"' not in client.get(url).text
    client.post(url, TYPED | {"email": outsider.email})

    assert not project.memberships.filter(user=outsider).exists()


def test_the_same_name_twice_asks_whether_it_is_someone_else(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, TYPED)
    page = client.post(url, TYPED).text

    assert "Joan is in the team already." in page
    assert project.memberships.count() == 2


def test_who_may(signed_in, participant, involvement, outsider, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, TYPED).status_code == status
    assert not User.objects.filter(name="Joan").exists()
