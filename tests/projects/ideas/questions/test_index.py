import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/questions/"


def questions_on(response):
    found = [re.fullmatch(r"question-(\d+)", id_) for id_ in Page(response).texts]
    return [int(match[1]) for match in found if match]


def test_an_empty_page_says_what_belongs_here(signed_in, url, lead, participant):
    assert "Ask everyone a question" in signed_in(lead).get(url).text
    text = signed_in(participant).get(url).text
    assert "No questions yet" in text
    assert "Ask everyone a question" not in text


def test_open_and_closed_with_what_waits_for_those_who_read(
    signed_in, url, project, lead, participant, question
):
    factories.make_received(project, question=question)
    factories.make_received(project, question=question).let_in(by=lead)
    row = f"question-{question.pk}"
    said = Page(signed_in(lead).get(url)).text(row)

    assert said == "What would make waiting easier for you? Open 1 idea 1 waits to be read"
    assert "waits" not in Page(signed_in(participant).get(url)).text(row)


def test_closed_ones_come_last_and_say_since_when(signed_in, url, project, lead, question):
    over = factories.make_question(project, closes_on=timezone.localdate() - timedelta(days=1))
    newest = factories.make_question(project)
    newest.close(by=lead)
    response = signed_in(lead).get(url)

    assert questions_on(response) == [over.pk, question.pk, newest.pk]
    page = Page(response)
    assert "Closed its last day was" in page.text(f"question-{over.pk}")
    assert "Closed since" in page.text(f"question-{newest.pk}")


def test_easy_words(signed_in, url, lead, question):
    lead.change(wording="easy")

    assert "What would help when you wait?" in signed_in(lead).get(url).text


def test_one_question_and_three_cost_the_same(signed_in, url, project, lead, question, queries):
    client = signed_in(lead)
    of_one = queries(client, url)
    for _more in range(2):
        factories.make_received(project, question=factories.make_question(project))

    assert queries(client, url) == of_one
