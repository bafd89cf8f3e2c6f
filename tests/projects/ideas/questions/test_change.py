from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import OpenQuestion
from tests.reading import Page


@pytest.fixture
def url(question):
    return f"{question.get_absolute_url()}change/"


def typed_in(client, url):
    return {name: value for name, value in Page(client.get(url)).values.items() if name}


def test_it_is_reworded_and_keeps_its_six_letters(signed_in, url, lead, question):
    word, client = question.word, signed_in(lead)
    client.post(url, typed_in(client, url) | {"question": "What helps you wait?"})

    question.refresh_from_db()
    assert (question.question, question.word) == ("What helps you wait?", word)
    assert question.about == "The walls stay where they are."


def test_a_last_day_that_is_over_may_stay(signed_in, url, lead, question):
    OpenQuestion.objects.update(closes_on=timezone.localdate() - timedelta(days=3))
    client = signed_in(lead)

    assert client.post(url, typed_in(client, url) | {"easy": "x"}).status_code == 302


def test_two_at_once_see_both(signed_in, url, lead, question):
    client = signed_in(lead)
    typed = typed_in(client, url)
    question.change(by=lead, question="Theirs?")
    response = client.post(url, typed | {"question": "Mine?"})

    assert response.status_code == 409
    page = Page(response)
    assert "Theirs?" in page.text("meanwhile")
    assert page.values["question"] == "Mine?"
    again = {name: value for name, value in page.values.items() if name}
    assert client.post(url, again).status_code == 302


def test_who_may(signed_in, others, url):
    assert others(signed_in, "get", url) == [403, 403, 403, 404]
