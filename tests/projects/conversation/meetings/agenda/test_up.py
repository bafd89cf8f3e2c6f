import pytest

from tests import factories


@pytest.fixture
def points(meeting):
    return [factories.make_point(meeting, title=title) for title in "abc"]


@pytest.mark.parametrize(("which", "order"), [(0, "abc"), (1, "bac"), (2, "acb")])
def test_it_moves_by_one_and_not_over_the_end(signed_in, lead, meeting, points, url, which, order):
    lines = meeting.project.activity.count()
    response = signed_in(lead).post(f"{url}agenda/{points[which].pk}/up/")

    assert response.url == f"{url}agenda/#point-{points[which].pk}"
    assert "".join(str(one) for one in meeting.points.in_order()) == order
    assert meeting.project.activity.count() == lines


def test_the_page_says_what_happened(signed_in, lead, points, url):
    client = signed_in(lead)

    assert "“c” has moved up." in client.post(f"{url}agenda/{points[2].pk}/up/", follow=True).text


def test_others_may_not(refuses, points, url):
    refuses(f"{url}agenda/{points[1].pk}/up/")
