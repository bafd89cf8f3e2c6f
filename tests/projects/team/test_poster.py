import pytest
from django.utils import timezone

from projects.team.models import JoinPage
from tests.factories import make_poster

NEXT_YEAR = timezone.localdate().year + 1
TYPED = {
    "title": "Help us make the waiting room calmer",
    "words": "We change it together.",
    "perspectives": ["carer", "service_user"],
    "role": "participant",
    "closes_on_day": 1,
    "closes_on_month": 1,
    "closes_on_year": NEXT_YEAR,
}


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/poster/"


def test_a_lead_makes_a_poster_and_changes_it(signed_in, lead, project, url):
    client = signed_in(lead)
    assert project.title in client.get(url).text
    assert client.post(url, TYPED).url == url
    client.post(url, TYPED | {"title": "Calmer, please"})
    client.post(url, TYPED | {"title": "Calmer, please"})

    page = JoinPage.objects.get()
    assert (page.title, page.perspectives) == ("Calmer, please", ["carer", "service_user"])
    assert [line.what for line in project.activity.all()[:3]] == [
        "changed the poster",
        "made a poster",
        "joined the team",
    ]
    assert len(page.word) == 6


def test_nobody_becomes_a_lead_by_a_poster(signed_in, lead, url):
    assert "Choose one of these." in signed_in(lead).post(url, TYPED | {"role": "lead"}).text
    assert JoinPage.objects.count() == 0


def test_it_closes_within_a_year(signed_in, lead, url):
    page = signed_in(lead).post(url, TYPED | {"closes_on_year": NEXT_YEAR + 2}).text

    assert "Choose a day at most a year from now." in page


def test_who_may(signed_in, involvement, participant, outsider, project, url):
    for person, status in ((participant, 403), (outsider, 404)):
        assert signed_in(person).post(url, TYPED).status_code == status
    assert JoinPage.objects.count() == 0
    signed_in(involvement).post(url, TYPED)
    assert JoinPage.objects.get().by == involvement


def test_the_words_of_a_poster_are_what_they_were(signed_in, lead, project, url):
    make_poster(project, words="Come and talk.")

    assert "Come and talk." in signed_in(lead).get(url).text
