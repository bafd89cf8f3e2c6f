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


FULL = {
    "easy": "We want a calm room. Help us.",
    "purpose": "We make waiting calm.",
    "groups": ["Young carers", "People who came here by ambulance"],
    "time": "Two hours a month, for half a year.",
    "where": "In the library in Mill Street, on Tuesdays at two.",
    "support": "An interpreter, a room without steps, someone to come with you.",
    "offer": "A meeting: £25.00.\nYour bus or taxi.\nYou have the money in two weeks.",
    "questions": "Ask Asha on 0115 496 0000.",
}
SAID = ["We make waiting calm.", "Young carers", "half a year", "Mill Street", "interpreter"]
SAID += ["£25.00", "Ask Asha"]


@pytest.mark.parametrize("asked", ["", "?print=large", "?words=easy"])
def test_a_full_notice_is_tagged_and_says_it_all(signed_in, lead, project, url, asked):
    make_poster(project, **FULL)
    response = signed_in(lead).get(url + asked)
    text = " ".join(text_of(response.content).split())

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    if not asked.startswith("?print"):
        assert len(pikepdf.open(BytesIO(response.content)).pages) == 1
    assert [said for said in SAID if said not in text] == []
    easy = "easy" in asked
    assert ("We want a calm room." in text, "We change it together." in text) == (easy, not easy)


def test_its_page_says_the_same(client, project):
    page = make_poster(project, **FULL)
    text = client.get(page.get_absolute_url()).text

    assert [said for said in SAID if said not in text] == []
    assert project.title not in text
