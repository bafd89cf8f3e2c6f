import pytest


@pytest.fixture
def url(from_session):
    return f"{from_session.get_absolute_url()}not-me/"


def test_it_is_taken_back(signed_in, participant, lead, from_session, url):
    from_session.me_too(by=participant)
    from_session.me_too(by=lead)
    client = signed_in(participant)
    for _one in range(2):
        assert client.post(url).url == from_session.get_absolute_url()

    assert [one.by for one in from_session.me_toos.all()] == [lead]


def test_htmx_gets_the_button_that_says_it_again(signed_in, participant, from_session, url):
    from_session.me_too(by=participant)
    response = signed_in(participant).post(url, headers={"HX-Request": "true"})

    assert "Me too" in response.text
    assert "You want this too." not in response.text


def test_others_may_not(signed_in, observer, outsider, url):
    assert [signed_in(one).post(url).status_code for one in (observer, outsider)] == [403, 404]
