import pytest


@pytest.fixture
def must(project):
    return project.checklist.filter(weight="must").first()


def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/leave-out/"


def test_a_lead_leaves_out_a_guide_item(signed_in, lead, item, project):
    item.answer("done", by=lead)
    signed_in(lead).post(url(item), {"because": ""})

    item.refresh_from_db()
    project.refresh_from_db()
    assert item.left_out is True
    assert (project.items_needed, project.items_done) == (26, 0)


def test_leaving_out_a_must_asks_for_the_reason(signed_in, lead, must):
    page = signed_in(lead).post(url(must), {"because": ""}).text

    assert "Write why you leave it out." in page
    must.refresh_from_db()
    assert must.left_out is False


def test_a_reason_that_is_still_missing_is_counted(signed_in, lead, must, project):
    signed_in(lead).post(url(must), {"because": "", "not_yet": "on"})
    project.refresh_from_db()
    assert project.musts_left_out_bare == 1

    signed_in(lead).post(url(must), {"because": "The law does not cover this change."})
    project.refresh_from_db()
    assert project.musts_left_out_bare == 0


def test_who_may(signed_in, participant, involvement, outsider, item):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url(item), {}).status_code == status
    item.refresh_from_db()
    assert item.left_out is False
