from io import BytesIO

import pikepdf
import pytest
from page import validate_pdf_bytes

from projects.consents.models import Consent
from projects.consents.wording import Use
from tests import factories
from tests.projects.story.conftest import make_chain


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/story/poster.pdf"


@pytest.mark.parametrize(
    ("query", "height"),
    [("", 842), ("?paper=a3", 1191), ("?print=large", 842), ("?words=easy", 842)],
)
def test_one_tagged_page_for_a_wall(
    signed_in, observer, lead, project, chain, url, text_of, query, height
):
    make_chain(project, lead, number=2)
    chain.action.finish(by=lead)
    no = factories.make_session(project, ideas=["A bigger room."]).ideas.get()
    no.becomes("not_used", by=lead, because="There is no money for walls.")
    factories.make_session(project, ideas=["Still to answer."])
    response = signed_in(observer).get(url + query)
    paper = pikepdf.open(BytesIO(response.content))
    text = text_of(response.content)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert round(float(paper.pages[0].mediabox[3])) == height
    assert len(paper.pages) == 1 or "large" in query
    for said in ("You said, we did", "A clock we can see, number 1.", "We could not, because…",
                 "There is no money for walls.", "1 idea still waits for an answer.",
                 "now: 12"):  # fmt: skip
        assert said in text, said
    assert lead.name not in text


def test_a_member_s_words_only_if_they_agreed_to_public_words(
    signed_in, observer, participant, project, url, text_of
):
    factories.make_decision(project, ideas=[factories.make_idea(project, "Mine.", by=participant)])
    client = signed_in(observer)
    member = project.memberships.get(user=participant)
    Consent.give(member, Use.WORDS, by=participant)
    assert "Mine." not in text_of(client.get(url).content)

    consent = Consent.give(member, Use.PUBLIC_WORDS, by=participant)
    assert "Mine." in text_of(client.get(url).content)
    client.get(url)
    assert [use.what for use in consent.uses.all()] == ["The poster “You said, we did”"]

    Consent.withdraw(member, Use.PUBLIC_WORDS, by=participant)
    assert "Mine." not in text_of(client.get(url).content)


def test_an_empty_poster_says_so_and_outsiders_get_none(
    signed_in, observer, outsider, url, text_of
):
    assert "Nothing is decided or done yet." in text_of(signed_in(observer).get(url).content)
    assert signed_in(outsider).get(url).status_code == 404


@pytest.mark.parametrize("is_example", [True, False])
def test_an_example_says_that_it_is_no_record_of_what_anyone_did(
    signed_in, observer, project, chain, url, text_of, is_example
):
    type(project).objects.filter(pk=project.pk).update(is_example=is_example)
    client = signed_in(observer)

    for paper in (url, url.replace("poster", "list")):
        said = text_of(client.get(paper).content)
        assert ("not a record of what an organisation did." in said) == is_example
