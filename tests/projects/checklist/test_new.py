import pytest


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/checklist/gather-ideas/new/"


def test_a_lead_adds_an_item_of_the_team_s_own(signed_in, lead, project, url):
    response = signed_in(lead).post(url, {"wording": "Ask the night staff."})

    item = project.checklist.get(wording="Ask the night staff.")
    project.refresh_from_db()
    assert (item.stage, item.is_own, item.position) == ("gather-ideas", True, 4)
    assert project.items_needed == 28
    assert response.url == item.get_absolute_url()


def test_an_empty_item_is_refused(signed_in, lead, project, url):
    page = signed_in(lead).post(url, {"wording": " ", "help": "Kept as typed."}).text

    assert "Write something here." in page
    assert "Kept as typed." in page
    assert project.checklist.count() == 27


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, {"wording": "No."}).status_code == status
    assert project.checklist.count() == 27
