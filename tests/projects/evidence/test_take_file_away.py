import pytest

from tests import factories


@pytest.fixture
def url(with_file):
    file = with_file.files.get()
    return f"{with_file.get_absolute_url()}take-file-away/{file.pk}/"


def test_anyone_in_the_team_takes_a_file_away_at_once(
    signed_in, participant, with_file, url, kept_names, django_capture_on_commit_callbacks
):
    """It may hold a name that should never have been there: nobody waits for a lead."""
    client = signed_in(participant)
    assert "will be gone for good" in client.get(url).text
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url)

    assert response.url == with_file.get_absolute_url()
    assert kept_names() == set()
    file = with_file.files.get()
    assert (file.is_here, file.taken_away_by, file.name) == (False, participant, "notes.txt")
    line = with_file.project.activity.first()
    assert (line.what, line.subject) == ("took away a file of", "Notes of May")


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, with_file, url, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url)

    assert response.status_code == status
    assert with_file.files.get().is_here


def test_pressed_twice_it_is_recorded_once(signed_in, participant, with_file, url):
    client = signed_in(participant)
    for _time in range(2):
        assert client.post(url).url == with_file.get_absolute_url()

    assert with_file.project.activity.filter(what="took away a file of").count() == 1


def test_a_file_of_another_source_is_not_found(signed_in, lead, project, with_file, source):
    file = with_file.files.get()
    elsewhere = f"{source.get_absolute_url()}take-file-away/{file.pk}/"

    assert signed_in(lead).post(elsewhere).status_code == 404
    assert with_file.files.get().is_here


def test_a_file_of_another_project_is_not_found(signed_in, lead, project, with_file):
    other = factories.make_project(project.organisation, by=lead)
    theirs = factories.make_source(other, by=lead, upload=factories.make_upload())
    elsewhere = f"{with_file.get_absolute_url()}take-file-away/{theirs.files.get().pk}/"

    assert signed_in(lead).post(elsewhere).status_code == 404
