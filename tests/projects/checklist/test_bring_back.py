import pytest


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/bring-back/"


def test_a_left_out_item_comes_back_with_its_answer(signed_in, lead, item, project, url):
    item.answer("done", by=lead)
    item.leave_out(by=lead)
    signed_in(lead).post(url)

    item.refresh_from_db()
    project.refresh_from_db()
    assert (item.left_out, item.value) == (False, "done")
    assert (project.items_needed, project.items_done) == (27, 1)


def test_looking_changes_nothing(signed_in, lead, item, url):
    item.leave_out(by=lead)
    assert signed_in(lead).get(url).status_code == 405


def test_who_may(signed_in, participant, outsider, lead, item, url):
    item.leave_out(by=lead)
    assert signed_in(participant).post(url).status_code == 403
    assert signed_in(outsider).post(url).status_code == 404
    item.refresh_from_db()
    assert item.left_out is True
