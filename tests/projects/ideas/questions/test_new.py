from datetime import date

import pytest

from projects.ideas.models import OpenQuestion
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/questions/new/"


def typed(project, **more):
    reader = project.memberships.here().get(user=project.started_by)
    return {"question": "What would help?", "easy": "", "about": "", "reader": reader.pk} | more


def test_a_lead_asks_and_reads_by_default(signed_in, url, project, lead):
    client = signed_in(lead)
    mine = project.memberships.get(user=lead)
    assert Page(client.get(url)).values["reader"] == str(mine.pk)
    day = {"closes_on_day": "20", "closes_on_month": "7", "closes_on_year": "2090"}
    for _press in range(2):
        response = client.post(url, typed(project, easy="What helps?", about="It is new.") | day)

    question = OpenQuestion.objects.get()
    assert response.url == question.get_absolute_url()
    assert (question.by, question.reader, question.closes_on) == (lead, mine, date(2090, 7, 20))
    assert question.is_open


def test_a_day_that_is_over_is_no_last_day(signed_in, url, project, lead):
    day = {"closes_on_day": "20", "closes_on_month": "7", "closes_on_year": "2020"}
    response = signed_in(lead).post(url, typed(project) | day)

    assert "This day is over." in response.text
    assert Page(response).values["question"] == "What would help?"
    assert not OpenQuestion.objects.exists()


def test_observers_and_people_of_other_teams_read_nothing(
    signed_in, url, project, lead, observer, other_lead
):
    for person in (observer, other_lead):
        reader = person.memberships.get()
        assert "id_reader-error" in signed_in(lead).post(
            url, typed(project, reader=reader.pk)
        ).text  # fmt: skip
    assert not OpenQuestion.objects.exists()


def test_who_may(signed_in, others, url, project):
    assert others(signed_in, "post", url, typed(project)) == [403, 403, 403, 404]
    factories.make_question(project)
