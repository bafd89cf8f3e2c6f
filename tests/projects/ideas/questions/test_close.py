import pytest


@pytest.fixture
def url(question):
    return f"{question.get_absolute_url()}close/"


def test_nobody_can_answer_any_more(signed_in, url, lead, question, project):
    client = signed_in(lead)
    for _press in range(2):
        assert client.post(url).url == question.get_absolute_url()

    question.refresh_from_db()
    assert not question.is_open
    assert project.activity.filter(what="stopped asking:").count() == 1
    assert "Open it again" in client.get(question.get_absolute_url()).text


def test_who_may(signed_in, others, url, question):
    assert others(signed_in, "post", url) == [403, 403, 403, 404]
    question.refresh_from_db()
    assert question.is_open
