from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from tests.factories import make_poster
from tests.projects.team.papers import text_of


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/poster.pdf"


def test_the_poster_is_one_tagged_page_with_its_word(signed_in, lead, project, url):
    page = make_poster(project, words="We change it together. " * 12)
    response = signed_in(lead).get(url)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert len(pikepdf.open(BytesIO(response.content)).pages) == 1
    assert response["Content-Disposition"] == f'attachment; filename="poster-{page.word}.pdf"'
    for said in ("Help us make the waiting room calmer", page.word, "testserver/join", "carer"):
        assert said in text, said
    assert project.title not in text


def test_it_shows_no_more_than_is_public_so_each_member_may_print_it(
    signed_in, observer, outsider, project, url
):
    make_poster(project)

    assert signed_in(observer).get(url).status_code == 200
    assert signed_in(outsider).get(url).status_code == 404


def test_a_project_without_a_poster_has_none(signed_in, lead, url):
    assert signed_in(lead).get(url).status_code == 404
