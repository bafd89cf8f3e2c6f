import pytest

from tests.factories import make_project


@pytest.fixture
def url(with_file):
    return f"/projects/{with_file.project_id}/evidence/{with_file.pk}/take-away/"


def test_a_lead_takes_it_away_with_its_files(
    signed_in, lead, project, url, kept_names, django_capture_on_commit_callbacks
):
    client = signed_in(lead)
    assert "Its file goes too, for good." in client.get(url).text
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url)

    assert response.url == f"/projects/{project.pk}/evidence/"
    assert not project.sources.exists()
    assert kept_names() == set()
    assert [(file.stored, file.taken_away_by) for file in project.files.all()] == [("", lead)]
    line = project.activity.first()
    assert (line.what, line.subject) == ("took away from what we found out:", "Notes of May")


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url)

    assert response.status_code == status
    assert project.sources.exists()


def test_gone_already(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url)

    for response in (client.post(url), client.get(url)):
        assert response.url == f"/projects/{project.pk}/evidence/"
    assert project.activity.filter(what__startswith="took away from").count() == 1


def test_one_of_another_project_is_not_found(signed_in, lead, with_file):
    other = make_project(with_file.project.organisation, by=lead)
    elsewhere = f"/projects/{other.pk}/evidence/{with_file.pk}/take-away/"

    assert signed_in(lead).post(elsewhere).status_code == 404
