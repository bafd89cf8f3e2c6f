import pytest


@pytest.fixture
def url(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/agree/"


def test_a_member_takes_back_their_own_view_and_nobody_else_s(
    signed_in, participant, lead, item, url
):
    item.see_differently(by=participant)
    item.see_differently(by=lead)
    response = signed_in(participant).post(url)

    assert [view.by for view in item.views.all()] == [lead]
    assert response.url == item.get_absolute_url()


def test_without_a_view_nothing_is_recorded(signed_in, participant, item, url):
    before = item.project.activity.count()
    signed_in(participant).post(url)
    assert item.project.activity.count() == before


def test_looking_at_the_address_changes_nothing(signed_in, participant, item, url):
    item.see_differently(by=participant)
    assert signed_in(participant).get(url).status_code == 405
    assert item.views.count() == 1


def test_who_may(signed_in, observer, outsider, url):
    assert signed_in(observer).post(url).status_code == 403
    assert signed_in(outsider).post(url).status_code == 404
