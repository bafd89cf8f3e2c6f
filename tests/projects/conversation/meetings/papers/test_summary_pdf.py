import pytest
from page import validate_pdf_bytes


@pytest.fixture
def address(closed):
    return f"{closed.get_absolute_url()}papers/summary.pdf"


@pytest.mark.parametrize("query", ["", "?print=large", "?words=easy", "?words=easy&print=large"])
def test_a_tagged_paper_of_what_came_of_it(
    signed_in, lead, observer, closed, text_of, address, query
):
    closed.correct(by=lead, opened_at=None, because="It was cold.",
                   text="# The room\n\nIt is cold.", easy="# The room\n\nCold.")  # fmt: skip
    response = signed_in(observer).get(address + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert response["Content-Disposition"] == f'attachment; filename="summary-{closed.pk}.pdf"'
    assert "It was cold." in text
    assert ("It is cold." in text) == ("easy" not in query)


def test_before_it_is_closed_there_is_none(signed_in, lead, url):
    assert signed_in(lead).get(f"{url}papers/summary.pdf").status_code == 404


def test_outsiders_get_none(signed_in, outsider, address):
    assert signed_in(outsider).get(address).status_code == 404
