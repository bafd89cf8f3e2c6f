import pytest
from django.utils import timezone

from projects.team.models import JoinPage
from tests.factories import make_group, make_poster

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


def test_it_asks_for_the_groups_that_are_not_here(signed_in, lead, project, url):
    make_group(project, "Young carers", here="no")
    make_group(project, "Day staff", here="yes")
    client = signed_in(lead)
    page = client.get(url).text
    assert 'value="Young carers"' in page
    assert 'value="Day staff"' not in page
    client.post(url, TYPED | {"groups": ["Young carers"], "time": "Two hours a month."})

    poster = JoinPage.objects.get()
    assert (poster.groups, poster.time) == (["Young carers"], "Two hours a month.")
    project.groups.get(name="Young carers").change(by=lead, here="yes")
    assert 'value="Young carers" checked' in client.get(url).text
    assert "Choose one of these." in client.post(url, TYPED | {"groups": ["Nobody"]}).text


def test_it_begins_with_what_the_team_is_for(signed_in, lead, project, url):
    project.say_purpose("We make waiting calm.", by=lead, was="")

    assert "We make waiting calm." in signed_in(lead).get(url).text
