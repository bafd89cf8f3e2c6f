from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import OpenQuestion


@pytest.fixture
def url(question, lead):
    question.close(by=lead)
    return f"{question.get_absolute_url()}open-again/"


def test_people_can_answer_again(signed_in, url, lead, question):
    assert signed_in(lead).post(url).url == question.get_absolute_url()

    question.refresh_from_db()
    assert question.is_open


def test_when_its_last_day_is_over_a_new_one_is_asked_for(signed_in, url, lead, question):
    OpenQuestion.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    assert signed_in(lead).post(url).url == f"{question.get_absolute_url()}change/"


def test_who_may(signed_in, others, url):
    assert others(signed_in, "post", url) == [403, 403, 403, 404]
