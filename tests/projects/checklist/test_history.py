import pytest


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/history/"


def test_earlier_answers_stay_readable_newest_first(signed_in, observer, lead, item, url):
    item.answer("not_yet", by=lead, note="We begin in May.")
    item.answer("done", by=lead)
    page = signed_in(observer).get(url).text

    assert page.index("tag--done") < page.index("tag--not_yet")
    assert "We begin in May." in page


def test_the_guide_s_own_words_stay_readable(signed_in, lead, item, url):
    original = item.wording
    item.reword("Ask the café.", by=lead, because="Everyone calls it that.")
    page = signed_in(lead).get(url).text

    assert original in page
    assert "Everyone calls it that." in page


def test_nobody_answered_yet(signed_in, lead, url):
    assert "Nobody has answered this yet." in signed_in(lead).get(url).text


def test_queries_stay_flat(signed_in, lead, item, url, queries):
    item.answer("partly", by=lead, note="One.")
    with_one = queries(signed_in(lead), url)
    item.answer("partly", by=lead, note="Two.")
    item.answer("partly", by=lead, note="Three.")
    assert queries(signed_in(lead), url) == with_one


def test_strangers_find_nothing(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
