import pytest


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/reword/"


def test_a_lead_rewords_an_item(signed_in, lead, item, url):
    typed = {"wording": "Ask the café.", "easy": "Ask the café.", "opened_at": item.version}
    signed_in(lead).post(url, typed)

    item.refresh_from_db()
    assert (item.wording, item.is_reworded) == ("Ask the café.", True)


def test_easy_words_of_the_old_wording_go_with_it(signed_in, lead, item, url):
    typed = {"wording": "Ask the café.", "easy": item.easy, "opened_at": item.version}
    signed_in(lead).post(url, typed)

    item.refresh_from_db()
    assert item.easy == ""


def test_rewording_a_must_asks_why(signed_in, lead, project):
    must = project.checklist.filter(weight="must").first()
    url = f"/projects/{project.pk}/checklist/{must.pk}/reword/"
    page = signed_in(lead).post(url, {"wording": "Other words."}).text

    assert "Write why you reword it." in page
    must.refresh_from_db()
    assert must.is_reworded is False


def test_the_second_of_two_is_shown_both_wordings(signed_in, lead, item, url):
    opened = item.version
    item.reword("Mine, first.", by=lead)
    response = signed_in(lead).post(url, {"wording": "Yours, second.", "opened_at": opened})

    assert response.status_code == 409
    assert "Mine, first." in response.text
    assert "Yours, second." in response.text
    item.refresh_from_db()
    assert item.wording == "Mine, first."


def test_who_may(signed_in, participant, outsider, url):
    assert signed_in(participant).post(url, {"wording": "x"}).status_code == 403
    assert signed_in(outsider).post(url, {"wording": "x"}).status_code == 404
