import pytest

from outbox.models import Message
from projects.models import Project, Support


@pytest.fixture
def url(asked):
    return f"/projects/{asked.project_id}/support/{asked.pk}/agree/"


def test_the_helper_says_yes_and_sees_the_project(
    signed_in, helper, participant, project, asked, url
):
    client = signed_in(helper)
    page = client.get(url).text
    assert "Do you want to help Ben Participant?" in page
    assert project not in Project.objects.visible_to(helper)

    response = client.post(url, {"answer": "yes"})
    asked.refresh_from_db()
    assert response.url == asked.get_absolute_url()
    assert asked.is_agreed
    assert project in Project.objects.visible_to(helper)
    assert project not in Project.objects.of_member(helper)
    line = project.activity.first()
    assert (line.actor, line.what, line.subject) == (helper, "now helps", "Ben Participant")
    assert Message.objects.filter(to=participant).get().text.startswith("Ola Helper agreed")


def test_reading_the_page_agrees_to_nothing(signed_in, helper, asked, url):
    signed_in(helper).get(url)

    asked.refresh_from_db()
    assert asked.agreed_at is None


def test_the_helper_says_no(signed_in, helper, project, asked, url):
    version = project.version
    response = signed_in(helper).post(url, {"answer": "no"})

    assert response.url == "/projects/"
    asked.refresh_from_db()
    assert (asked.ended_by, asked.agreed_at) == (helper, None)
    project.refresh_from_db()
    assert project.version == version, "a no is nobody else's business"
    assert signed_in(helper).post(url, {"answer": "yes"}).status_code == 404


def test_pressed_twice_is_said_once(signed_in, helper, project, asked, url):
    client = signed_in(helper)
    client.post(url, {"answer": "yes"})
    client.post(url, {"answer": "yes"})

    assert project.activity.filter(what="now helps").count() == 1


def test_nobody_else_answers(
    signed_in, participant, lead, involvement, outsider, client, asked, url
):
    for person in (participant, lead, involvement, outsider):
        assert signed_in(person).get(url).status_code == 404
        assert signed_in(person).post(url, {"answer": "yes"}).status_code == 404
    assert client.post(url, {"answer": "yes"}).url.startswith("/accounts/login/")
    asked.refresh_from_db()
    assert asked.agreed_at is None


def test_taken_back_before_the_answer(signed_in, helper, participant, asked, url):
    asked.end(by=participant)

    assert signed_in(helper).post(url, {"answer": "yes"}).status_code == 404
    assert Support.objects.agreed().count() == 0
