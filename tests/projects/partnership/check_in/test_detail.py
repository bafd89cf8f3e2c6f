import pytest

from projects.partnership.models import CheckIn
from tests.factories import make_user


@pytest.fixture
def url(check_in):
    return check_in.get_absolute_url()


def test_while_open_nobody_sees_how_many_or_who(
    signed_in, lead, members, check_in, url, answer_all
):
    answer_all(members[1:4], [1, 2, 3])
    text = signed_in(lead).get(url).text

    assert "Too few people have answered so far." in text
    assert "Your turn" in text
    assert not any(member.user.name in text for member in members[1:])
    answer_all(members[4:7], [1, 2, 3])
    assert "Enough people have answered" in signed_in(lead).get(url).text


def test_a_member_sees_that_theirs_are_in(signed_in, members, check_in, url, answer_all):
    answer_all(members[1:2], [1])

    assert "Your answers are in." in signed_in(members[1].user).get(url).text
    assert "Your answers are in." not in signed_in(members[2].user).get(url).text


def test_whoever_comes_first_after_the_last_day_finds_the_results(
    signed_in, members, url, answer_all, check_in
):
    answer_all(members[:5], [5] * 5)
    CheckIn.objects.update(closes_on="2020-01-01")

    assert "5 people answered." in signed_in(members[1].user).get(url, follow=True).text


def test_others(signed_in, check_in, involvement, url):
    assert signed_in(involvement).get(url).status_code == 200
    assert signed_in(make_user("Sam")).get(url).status_code == 404


def test_in_easy_words_it_says_the_same(signed_in, members, url):
    client = signed_in(members[1].user)
    assert "All the answers in it are mixed." not in client.get(url).text
    type(members[1].user).objects.filter(pk=members[1].user_id).update(wording="easy")
    text = client.get(url).text

    assert "All the answers in it are mixed." in text
    assert "The involvement team can see it too." in text
    assert "and has its secret key could find out" in text
