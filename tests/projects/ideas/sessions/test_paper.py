import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/sessions/paper/"


FACTS = {"where": "The box in the waiting room", "community": "Visitors of ward 3"}


def forms(*texts):
    return {f"row-{n}-text": text for n, text in enumerate(texts)}


def test_many_forms_in_one_go_each_its_own_idea(signed_in, project, participant, url):
    question = factories.make_question(project)
    typed = FACTS | {"question": question.pk} | forms("More seats.", "More seats.", "Tea.")
    signed_in(participant).post(url, typed)

    batch = project.sessions.get()
    assert (batch.way, batch.how_many, batch.question) == ("paper", 3, question)
    said = [(one.text, one.way, one.written_by) for one in batch.ideas.order_by("pk")]
    assert said == [(text, "paper", participant) for text in ("More seats.", "More seats.", "Tea.")]


def test_the_code_on_the_forms_stands_beside_the_question(signed_in, project, participant, url):
    question = factories.make_question(project)
    question.close(by=project.started_by)

    assert f"{question.word}: {question.question}" in signed_in(participant).get(url).text


def test_sent_twice_it_is_one_batch(signed_in, project, participant, url):
    client = signed_in(participant)
    for _press in range(2):
        client.post(url, FACTS | forms("Tea."))

    assert project.ideas.count() == project.sessions.count() == 1


def test_without_a_form_there_is_nothing_to_save(signed_in, project, participant, url):
    response = signed_in(participant).post(url, FACTS | {"how_many": "7"})

    assert "Type in at least one form." in response.text
    assert Page(response).values["how_many"] == "7"
    assert not project.sessions.exists()


def test_more_rows_are_forms_too(signed_in, participant, url):
    page = Page(signed_in(participant).post(url, FACTS | forms("Tea.") | {"more": "1"}))

    assert page.values["row-0-text"] == "Tea."
    assert "Form 12" in page.text("row-11")


def test_who_may(signed_in, others, url):
    assert others(signed_in, "post", url, FACTS | forms("Tea.")) == [302, 403, 403, 404]
