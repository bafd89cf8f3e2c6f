import pytest

from projects.models import Hand
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(from_session):
    return f"{from_session.get_absolute_url()}me-too/"


def test_a_member_wants_the_same(signed_in, participant, from_session, url, project):
    version = project.version
    response = signed_in(participant).post(url)

    assert response.url == from_session.get_absolute_url()
    assert [one.by for one in from_session.me_toos.all()] == [participant]
    project.refresh_from_db()
    assert project.version == version
    text = signed_in(participant).get(from_session.get_absolute_url()).text
    assert "You want this too." in text


def test_pressed_twice_it_is_once(signed_in, participant, from_session, url):
    client = signed_in(participant)
    for _one in range(2):
        client.post(url)

    assert from_session.me_toos.count() == 1


def test_htmx_gets_the_button_that_takes_it_back(signed_in, participant, from_session, url):
    response = signed_in(participant).post(url, headers={"HX-Request": "true"})

    assert response.text.lstrip().startswith(f'<div class="me-too" id="me-too-{from_session.pk}">')
    assert f"{from_session.get_absolute_url()}not-me/" in response.text


def test_from_the_list_it_leads_back_to_the_list(signed_in, participant, project, idea, url):
    listed = f"/projects/{project.pk}/ideas/?way=session"
    client = signed_in(participant)
    page = Page(client.get(listed))
    assert page.values["list"] == "way=session"
    response = client.post(url, {"list": page.values["list"]})

    assert response.url.startswith(f"{listed}#idea-")
    assert client.post(url, {"list": "//elsewhere.example"}).url.startswith(
        f"/projects/{project.pk}/ideas/?"
    )


def test_a_group_wants_nothing_by_one_press(signed_in, lead, project, from_session, url):
    client = signed_in(lead)
    client.post(
        f"/projects/{project.pk}/support/record/",
        {"whose": "group", "group": "The Friday club", "people": "12"},
    )
    assert Hand.objects.exists()
    page = Page(client.get(f"/projects/{project.pk}/ideas/new/"))
    client.post(url, {"written_for": page.values["written_for"]})

    assert not from_session.me_toos.exists()
    assert "Me too" not in client.get(from_session.get_absolute_url()).text


def test_what_waits_is_not_found(signed_in, participant, project):
    waits = factories.make_received(project)

    assert signed_in(participant).post(f"{waits.get_absolute_url()}me-too/").status_code == 404


def test_others_may_not(signed_in, observer, involvement, outsider, from_session, url):
    people = (observer, involvement, outsider)

    assert [signed_in(one).post(url).status_code for one in people] == [403, 403, 404]
    assert not from_session.me_toos.exists()
