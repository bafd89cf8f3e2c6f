"""A file is given out by one view, to those who may see its project, and never as a page."""

import pytest
from django.core.files.storage import default_storage

from tests import factories
from tests.projects.files import making

HEADERS = {
    "Content-Type": "application/pdf",
    "Content-Disposition": 'attachment; filename="notes.pdf"',
    "Content-Length": "",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def url(file):
    return f"/projects/{file.project_id}/files/{file.pk}/"


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_whoever_sees_the_project_gets_the_file(request, signed_in, file, url, who):
    response = signed_in(request.getfixturevalue(who)).get(url)

    assert response.status_code == 200
    assert response.getvalue() == making.pdf()
    said = {name: response.headers[name] for name in HEADERS}
    assert said == HEADERS | {"Content-Length": str(len(making.pdf()))}


@pytest.mark.parametrize("who", ["outsider", "other_lead", "other_involvement"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_nobody_else_learns_that_there_is_one(request, signed_in, file, url, who, method):
    assert getattr(signed_in(request.getfixturevalue(who)), method)(url).status_code == 404


@pytest.mark.parametrize("method", ["get", "head"])
def test_someone_signed_out_is_asked_to_sign_in(client, file, url, method):
    assert getattr(client, method)(url).url == f"/accounts/login/?next={url}"


def test_the_heading_alone(signed_in, participant, url):
    response = signed_in(participant).head(url)

    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == 'attachment; filename="notes.pdf"'
    assert response.headers["Content-Length"] == str(len(making.pdf()))
    assert response.getvalue() == b""


def test_a_file_of_another_project_is_not_found(signed_in, lead, project, file, keep):
    other = factories.make_project(project.organisation, by=lead)
    theirs = keep(other, lead)

    assert signed_in(lead).get(f"/projects/{other.pk}/files/{theirs.pk}/").status_code == 200
    assert signed_in(lead).get(f"/projects/{project.pk}/files/{theirs.pk}/").status_code == 404
    assert signed_in(lead).get(f"/projects/{project.pk}/files/999999/").status_code == 404


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Café.pdf", "attachment; filename*=utf-8''Caf%C3%A9.pdf"),
        ("what; we=found.pdf", 'attachment; filename="what; we=found.pdf"'),
        ("notes (May).pdf", 'attachment; filename="notes (May).pdf"'),
    ],
)
def test_its_name_is_said_so_that_every_browser_understands(
    signed_in, lead, project, keep, name, said
):
    file = keep(project, lead, name=name)
    response = signed_in(lead).get(f"/projects/{project.pk}/files/{file.pk}/")

    assert response.headers["Content-Disposition"] == said


def test_a_text_is_plain_text_whatever_is_in_it(signed_in, lead, project, keep):
    words = b"In HTML: <script>alert(1)</script>"
    file = keep(project, lead, name="a.txt", kind="text", content=words)
    response = signed_in(lead).get(f"/projects/{project.pk}/files/{file.pk}/")

    assert (response.headers["Content-Type"], response.getvalue()) == ("text/plain", words)


def test_what_is_taken_away_is_not_found_any_more(signed_in, lead, project, file, url):
    with project.changing():
        assert file.take_away(by=lead)

    assert signed_in(lead).get(url).status_code == 404


def test_what_the_storage_has_lost_is_not_found(signed_in, lead, file, url):
    default_storage.delete(file.stored)

    assert signed_in(lead).get(url).status_code == 404


def test_it_is_at_no_other_address(signed_in, lead, file):
    for address in (f"/{file.stored}", f"/media/{file.stored}", f"/static/{file.stored}"):
        assert signed_in(lead).get(address).status_code == 404


def test_nothing_is_sent_to_it(signed_in, lead, url):
    assert signed_in(lead).post(url).status_code == 405
