import pytest

from projects.partnership.models import CheckIn, SealedBox
from tests.reading import Page

GIVEN = {"q_PC-1": "2", "q_PC-A": "On paper."}


@pytest.fixture
def two_papers(project, lead, members, in_a_week):
    return CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[1:3])


@pytest.fixture
def url(two_papers, base):
    return f"{base}/check-in/{two_papers.pk}/paper/"


def test_a_paper_adds_to_the_same_counts(signed_in, lead, url):
    client = signed_in(lead)
    mark = Page(client.get(url)).values["mark"]
    client.post(url, GIVEN | {"mark": mark})
    client.post(url, GIVEN | {"mark": mark})

    contents = SealedBox.objects.get().open()
    assert (contents.papers, contents.given) == (1, [])
    assert contents.counts == {"PC-1": {"": [0, 1, 0, 0, 0]}}


def test_no_more_papers_than_people(signed_in, lead, url):
    client = signed_in(lead)
    for mark in ("a", "b"):
        client.post(url, GIVEN | {"mark": mark})
    assert "All papers that can come are typed in." in client.get(url).text
    response = client.post(url, GIVEN | {"mark": "c"})

    assert "All papers that can come are typed in." in response.text
    assert SealedBox.objects.get().open().papers == 2


def test_only_leads_type_them_in(signed_in, members, involvement, url):
    assert signed_in(members[4].user).get(url).status_code == 403
    assert signed_in(involvement).get(url).status_code == 403


def test_not_after_it_is_closed(signed_in, lead, two_papers, url):
    two_papers.close(by=lead)

    assert signed_in(lead).post(url, GIVEN, follow=True).status_code == 200
    assert not SealedBox.objects.exists()
