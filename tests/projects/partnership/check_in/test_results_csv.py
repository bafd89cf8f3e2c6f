import pytest


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/results.csv"


def test_what_the_page_shows_as_a_table(signed_in, lead, members, check_in, url, answer_all):
    answer_all(members[:6], [4] * 6, words={0: {"PC-A": "Qwords"}})
    check_in.close(by=lead)
    text = signed_in(members[1].user).get(url).getvalue().decode()

    assert text.splitlines()[1] == "Purpose is good.,Everyone,0,0,0,6,0"
    assert "Qwords" not in text


def test_not_while_it_is_open(signed_in, lead, url):
    assert signed_in(lead).get(url).status_code == 404
