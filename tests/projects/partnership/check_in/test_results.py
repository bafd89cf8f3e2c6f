import pytest

from tests.factories import make_user


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/results/"


def test_closed_it_shows_the_spread_in_words_picture_and_table(
    signed_in, lead, members, check_in, url, answer_all
):
    sides = ["staff"] * 5 + ["lived"] * 5
    answer_all(members[:10], [5] * 5 + [1] * 5, sides, words={0: {"PC-B": "Start later <b>"}})
    check_in.close(by=lead)
    text = signed_in(members[1].user).get(url).text

    assert "10 people answered." in text
    assert "Answers are split: some agree, some do not." in text
    assert "People who use services and carers agree less than staff do." in text
    assert "Strongly disagree: 5. Disagree: 0." in text
    assert "Start later &lt;b&gt;" in text
    assert "Try more Purpose." in text
    assert "Choose one thing to fix" in text


def test_fewer_than_five_see_nothing(signed_in, lead, members, check_in, url, answer_all):
    answer_all(members[:4], [5] * 4, words={0: {"PC-A": "Qwords"}})
    check_in.close(by=lead)
    text = signed_in(lead).get(url).text

    assert "Too few people answered" in text
    assert "Qwords" not in text


def test_few_others_are_told_in_words(signed_in, lead, members, check_in, url, answer_all):
    answer_all(members, [5] * 5 + [1] * 5 + [3] * 2, ["staff"] * 5 + ["lived"] * 5 + [""] * 2)
    check_in.close(by=lead)
    text = signed_in(lead).get(url).text

    assert "Staff: Most people agree." in text
    assert "the few others could be found by them" in text


def test_the_same_queries_with_one_remark_and_with_three(
    signed_in, lead, members, check_in, url, queries, answer_all
):
    answer_all(members[:6], [4] * 6, words={0: {"PC-A": "One"}})
    check_in.close(by=lead)
    one = queries(signed_in(lead), url)
    for text in ("Two", "Three"):
        check_in.remarks.create(key="PC-A", text=text)

    assert queries(signed_in(lead), url) == one


def test_not_before_it_is_closed(signed_in, members, check_in, url):
    assert signed_in(members[1].user).get(url).url == check_in.get_absolute_url()


def test_others(signed_in, lead, check_in, involvement, url):
    check_in.close(by=lead)

    assert signed_in(involvement).get(url).status_code == 200
    assert signed_in(make_user("Sam")).get(url).status_code == 404


def test_it_is_said_before_that_the_involvement_team_reads_it_too(
    signed_in, lead, check_in, members, involvement, answer_all, base
):
    asked = signed_in(members[1].user).get(f"{base}/check-in/{check_in.pk}/").text
    form = signed_in(members[1].user).get(f"{base}/check-in/{check_in.pk}/answer/").text
    answer_all(members[:5], [4] * 5)
    check_in.close(by=lead)

    assert "so can the involvement team" in asked
    assert "Your team and the involvement team read these words" in form
    assert "5 people answered." in signed_in(involvement).get(check_in.get_absolute_url()).text
