from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.models import Part
from tests.projects.team.papers import text_of


@pytest.fixture
def url(project, lead, question):
    Part.add(project, by=lead, name="The chairs", state="open")
    Part.add(project, by=lead, name="The walls", state="fixed", because="The lease.")
    return f"{question.get_absolute_url()}form.pdf"


def test_a_tagged_form_with_what_is_open_first(signed_in, observer, question, url):
    response = signed_in(observer).get(url)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert len(pikepdf.open(BytesIO(response.content)).pages) == 1
    assert response["Content-Disposition"] == f'attachment; filename="form-{question.word}.pdf"'
    places = [
        text.index(said)
        for said in (
            question.word,
            question.question,
            "Open: you can shape it: The chairs",
            "Fixed: it is settled: The walls",
            "What is your idea?",
            "Where to hand it in",
            "You need not give your name.",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("query", ["?print=large", "?words=easy", "?words=easy&print=large"])
def test_large_and_easy_ones(signed_in, observer, question, url, query):
    response = signed_in(observer).get(url + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert len(pikepdf.open(BytesIO(response.content)).pages) <= 2
    assert (question.easy in text) is ("easy" in query)


def test_outsiders_get_none(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
