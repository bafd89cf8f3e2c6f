import pytest


@pytest.fixture
def url(group):
    return f"/projects/{group.project_id}/team/groups/{group.pk}/take-away/"


def test_it_asks_first(signed_in, participant, project, group, url):
    client = signed_in(participant)
    assert "Take this group away?" in client.get(url).text
    assert project.groups.count() == 1
    response = client.post(url)

    assert response.url == f"/projects/{project.pk}/team/groups/"
    assert project.groups.count() == 0
    assert project.activity.first().subject == "Young carers"


def test_pressed_twice_it_is_gone_once(signed_in, lead, project, group, url):
    client = signed_in(lead)
    client.post(url)
    before = project.activity.count()

    assert client.post(url, follow=True).status_code == 200
    assert project.activity.count() == before


def test_who_may(signed_in, observer, outsider, project, group, url):
    for person, status in ((observer, 403), (outsider, 404)):
        assert signed_in(person).post(url).status_code == status
    assert project.groups.count() == 1
