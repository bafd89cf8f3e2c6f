from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from tests.projects.team.papers import text_of


@pytest.fixture
def url(session):
    return f"{session.get_absolute_url()}answer.pdf"


@pytest.mark.parametrize("query", ["", "?words=easy", "?print=large", "?words=easy&print=large"])
def test_a_tagged_paper_with_their_points(signed_in, observer, url, session, first, lead, query):
    first.becomes("partly", by=lead, because="Only on the ground floor.")
    response = signed_in(observer).get(url + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert response["Content-Disposition"] == f'attachment; filename="answer-{session.pk}.pdf"'
    for said in ("Softer doors.", "Only on the ground floor.", "A shelf for bags.", "Ask Asha."):
        assert said in text, said
    assert lead.name not in text
    assert len(pikepdf.open(BytesIO(response.content)).pages) == (1 if "large" not in query else 2)


def test_a_new_answer_is_a_new_paper(signed_in, observer, url, first, lead):
    client = signed_in(observer)
    before = text_of(client.get(url).content)
    first.becomes("used", by=lead)

    assert "We use it." not in before
    assert "We use it." in text_of(client.get(url).content)


def test_outsiders_get_none(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
