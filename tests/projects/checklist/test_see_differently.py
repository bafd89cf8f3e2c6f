import pytest


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/see-differently/"


def test_a_member_s_view_stands_beside_the_answer(signed_in, participant, item, url):
    response = signed_in(participant).post(url, {"note": "Nobody asked the night staff."})

    view = item.views.get()
    assert (view.by, view.note) == (participant, "Nobody asked the night staff.")
    assert response.url == item.get_absolute_url()
    assert item.project.activity.first().what == "sees this differently:"


def test_saying_it_again_changes_the_words_and_adds_no_second_view(
    signed_in, participant, item, url
):
    client = signed_in(participant)
    client.post(url, {"note": "One."})
    assert "One.</textarea>" in client.get(url).text
    client.post(url, {"note": "Two."})

    assert [view.note for view in item.views.all()] == ["Two."]


def test_it_needs_no_note(signed_in, participant, item, url):
    signed_in(participant).post(url, {"note": ""})
    assert item.views.get().note == ""


def test_who_may(signed_in, observer, involvement, outsider, item, url):
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, {"note": "x"}).status_code == status
    assert item.views.count() == 0
