import pytest

from projects.partnership.models import SealedBox


@pytest.fixture
def url(check_in, base):
    return f"{base}/check-in/{check_in.pk}/on-paper/"


def test_a_member_takes_a_paper_form(signed_in, members, check_in, url):
    client = signed_in(members[3].user)
    client.post(url)
    client.post(url)

    assert [paper.member for paper in check_in.papers.all()] == [members[3]]
    assert "You answer on paper" in client.get(check_in.get_absolute_url()).text


def test_not_who_has_answered(signed_in, members, check_in, url):
    check_in.give(members[3], answers={}, words={}, side="")
    response = signed_in(members[3].user).post(url, follow=True)

    assert "Your answers are in already." in response.text
    assert not check_in.papers.exists()


def test_not_when_it_is_over(signed_in, members, lead, check_in, url):
    check_in.close(by=lead)
    response = signed_in(members[3].user).post(url, follow=True)

    assert "This check-in is over." in response.text
    assert not SealedBox.objects.exists()
