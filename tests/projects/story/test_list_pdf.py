import pytest
from page import validate_pdf_bytes

from tests import factories


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/story/list.pdf"


@pytest.mark.parametrize("query", ["", "?print=large"])
def test_all_of_it_as_a_tagged_paper(
    signed_in, observer, lead, project, chain, url, text_of, query
):
    chain.action.finish(by=lead)
    factories.make_decision(project, question="Private?", sharing="private", lived_said="Hidden.")
    response = signed_in(observer).get(url + query)
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    for said in ("We did", "A clock we can see, number 1.", "A clock goes up, number 1.",
                 "Why: Not knowing is worse than waiting.", "Hang the clock",
                 "now: 12"):  # fmt: skip
        assert said in text, said
    assert "Hidden." not in text
    assert lead.name not in text


def test_an_empty_list_says_so_and_outsiders_get_none(signed_in, observer, outsider, url, text_of):
    assert "Nothing stands here yet." in text_of(signed_in(observer).get(url).content)
    assert signed_in(outsider).get(url).status_code == 404
