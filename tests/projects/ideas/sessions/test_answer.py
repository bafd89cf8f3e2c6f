import pytest

from tests.reading import Page


@pytest.fixture
def url(session):
    return f"{session.get_absolute_url()}answer/"


def answer_on(client, url, session):
    return Page(client.get(url)).text(f"answer-{session.pk}")


def test_their_words_what_became_of_each_why_and_what_is_open(
    signed_in, url, observer, session, first, lead
):
    first.becomes("not_used", by=lead, because="The lease forbids it.")
    said = answer_on(signed_in(observer), url, session)

    assert "We met you at “St Mary's hall”." in said
    assert "What we heard It is too loud. Nobody says how long it takes." in said
    assert "You said: “Softer doors.” We do not use it. Why: The lease forbids it." in said
    assert said.index("What is still open") < said.index("A shelf for bags.")
    assert "Ask Asha." in said
    assert lead.name not in said


def test_easy_words(signed_in, url, observer, session, first, lead):
    first.becomes("used", by=lead)
    said = answer_on(signed_in(observer), f"{url}?words=easy", session)

    assert "You said: “Softer doors.” Yes. We do this." in said
    assert "We have no answer yet." in said


def test_an_idea_and_three_cost_the_same(signed_in, url, lead, session, queries):
    client = signed_in(lead)
    of_two = queries(client, url)
    session.add([{"text": "Three."}, {"text": "Four."}], by=lead)

    assert queries(client, url) == of_two


def test_what_people_said_is_never_run(signed_in, url, lead, session):
    session.add([{"text": "<script>alert(1)</script>"}], by=lead)

    assert "&lt;script&gt;alert(1)" in signed_in(lead).get(url).text
