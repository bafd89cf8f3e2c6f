import pytest

from projects.models import Part
from tests.factories import make_project
from tests.reading import Page


@pytest.fixture
def url(part):
    return f"/projects/{part.project_id}/whats-open/{part.pk}/take-away/"


def test_it_asks_first(signed_in, lead, project, url):
    response = signed_in(lead).get(url)

    assert response.status_code == 200
    assert "Take this part away?" in response.text
    assert "The building" in response.text
    assert project.parts.count() == 1


def test_a_lead_takes_a_part_away(signed_in, lead, project, url):
    response = signed_in(lead).post(url)

    assert response.url == f"/projects/{project.pk}/whats-open/"
    assert not project.parts.exists()
    line = project.activity.first()
    assert (line.what, line.subject) == ("took away from “What is open?”:", "The building")


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_may_not(request, signed_in, project, url, who, status, method):
    response = getattr(signed_in(request.getfixturevalue(who)), method)(url)

    assert response.status_code == status
    assert project.parts.count() == 1


def test_pressed_twice_the_second_is_told(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url)
    lines = project.activity.count()
    response = client.post(url, follow=True)

    assert response.redirect_chain == [(f"/projects/{project.pk}/whats-open/", 302)]
    assert "That part has been taken away already." in response.text
    assert project.activity.count() == lines


def test_a_part_of_another_project_is_not_found(signed_in, lead, part):
    other = make_project(part.project.organisation, by=lead)
    response = signed_in(lead).post(f"/projects/{other.pk}/whats-open/{part.pk}/take-away/")

    assert response.status_code == 404
    assert Part.objects.filter(pk=part.pk).exists()


def test_a_closed_project_keeps_its_sheet(signed_in, lead, project, url):
    project.turn("stopped", by=lead, because="No money")

    assert signed_in(lead).post(url).status_code == 403
    assert project.parts.count() == 1


def test_scripts_stay_text(signed_in, lead, project, scripts):
    part = Part.add(project, by=lead, name=scripts["name"], state="open")
    response = signed_in(lead).get(f"/projects/{project.pk}/whats-open/{part.pk}/take-away/")

    assert not [script for script in Page(response).scripts if "alert" in script]
    assert response.text.count("&lt;script&gt;alert(") == 1
