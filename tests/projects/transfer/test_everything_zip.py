import io
import zipfile

import pytest
from django.urls import reverse

from tests.projects.transfer.conftest import data_of, put_in, taken_out


@pytest.fixture
def url(project):
    return reverse("transfer:everything_zip", args=[project.pk])


def got(response):
    return io.BytesIO(response.getvalue())


def test_a_lead_gets_the_whole_project_in_one_file(signed_in, lead, project, url):
    response = signed_in(lead).post(url)
    file = got(response)

    assert response["Content-Disposition"] == (
        f'attachment; filename="project-{project.pk}-everything.zip"'
    )
    assert response["Content-Type"] == "application/zip"
    assert response["Cache-Control"] == "private, no-store"
    names = zipfile.ZipFile(file).namelist()
    assert names == ["README.txt", "project.json", "manifest.json"]
    assert data_of(file)["rows"]["projects.Project"][0]["title"] == project.title


def test_the_file_comes_in_again_as_it_was(signed_in, lead, url):
    file = got(signed_in(lead).post(url))

    assert taken_out(put_in(file)).getvalue() == file.getvalue()


def test_the_team_sees_who_took_it_out_and_twice_is_once(signed_in, involvement, project, url):
    client = signed_in(involvement)
    first, second = got(client.post(url)), got(client.post(url))

    line = project.activity.first()
    assert (line.actor, line.what) == (involvement, "took everything out of")
    assert project.activity.filter(what=line.what).count() == 1
    assert first.getvalue() == second.getvalue()
    assert involvement.name not in zipfile.ZipFile(first).read("project.json").decode()
    assert data_of(first)["people"][-1] == {"id": 2, "part": "someone", "number": 1}


def test_also_when_the_project_is_closed(signed_in, lead, project, url):
    project.turn("stopped", by=lead, because="No money.")

    response = signed_in(lead).post(url)
    assert response.status_code == 200
    assert data_of(got(response))["rows"]["projects.Project"][0]["status"] == "stopped"


def test_a_look_takes_nothing_out(signed_in, lead, project, url):
    before = project.activity.count()

    assert signed_in(lead).get(url).status_code == 405
    assert project.activity.count() == before


def test_a_participant_gets_nothing(signed_in, participant, project, url):
    assert signed_in(participant).post(url).status_code == 403
    assert not project.activity.filter(what="took everything out of").exists()
