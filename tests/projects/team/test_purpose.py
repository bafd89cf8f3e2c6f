import pytest

from tests.factories import make_invitation
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/purpose/"


SENTENCE = "We make waiting calm."


def test_a_lead_says_what_the_team_is_for(signed_in, lead, observer, project, url):
    client = signed_in(lead)
    for _press in range(2):
        client.post(url, {"purpose": "  We make\nwaiting  calm. ", "was": ""})

    project.refresh_from_db()
    assert project.purpose == SENTENCE
    assert [line.what for line in project.activity.all()].count("said what the team is for in") == 1
    page = Page(signed_in(observer).get(f"/projects/{project.pk}/team/"))
    assert SENTENCE in page.text("purpose")


def test_it_stands_in_an_invitation(client, project, lead):
    project.say_purpose(SENTENCE, by=lead, was="")
    _invitation, code = make_invitation(project)

    assert SENTENCE in client.get(f"/join/invitation/{code}/").text


def test_two_leads_at_once_both_texts_are_shown(signed_in, lead, project, url):
    project.say_purpose("We make it loud.", by=lead, was="")
    client = signed_in(lead)
    response = client.post(url, {"purpose": SENTENCE, "was": ""})

    page = Page(response)
    assert response.status_code == 409
    assert "What is there now We make it loud." in page.text("meanwhile")
    client.post(url, {"purpose": SENTENCE, "was": page.values["was"]})
    project.refresh_from_db()
    assert project.purpose == SENTENCE


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, {"purpose": SENTENCE}).status_code == status
    project.refresh_from_db()
    assert project.purpose == ""


def test_it_is_one_sentence(signed_in, lead, project, url):
    assert "Use 300 or fewer." in signed_in(lead).post(url, {"purpose": "W" * 301}).text
