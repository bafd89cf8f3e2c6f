from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.ideas.questions.address import to_type
from tests.projects.team.papers import text_of


@pytest.fixture
def url(question):
    return f"{question.get_absolute_url()}poster.pdf"


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("", "What would make waiting easier for you?"),
        ("?words=easy", "What would help when you wait?"),
    ],
)
def test_one_tagged_page_with_the_picture_and_the_letters(
    signed_in, observer, project, question, url, query, asks
):
    response = signed_in(observer).get(url + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert len(pikepdf.open(BytesIO(response.content)).pages) == 1
    assert response["Content-Disposition"] == f'attachment; filename="poster-{question.word}.pdf"'
    for said in (asks, question.word, "You need not give your name."):
        assert said in text, said
    assert to_type(question) in text.replace(" ", "")
    assert project.title not in text


def test_a_very_long_question_is_one_page_too(signed_in, observer, lead, question, url):
    question.change(by=lead, question="What would help? " * 17, about="We change it. " * 60)

    response = signed_in(observer).get(url)
    assert len(pikepdf.open(BytesIO(response.content)).pages) == 1


def test_outsiders_get_none(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
