import pytest


@pytest.fixture
def url(agreed):
    return f"{agreed.get_absolute_url()}take-back/"


def test_its_author_takes_a_view_back(signed_in, participant, lead, project, agreed, url):
    agreed.see_differently(by=participant, note="No.")
    agreed.see_differently(by=lead, note="Not quite.")
    response = signed_in(participant).post(url)

    assert response.url == agreed.get_absolute_url()
    assert [view.by for view in agreed.views.all()] == [lead]
    assert project.activity.first().what == "took back a different view of"


def test_without_one_nothing_happens(signed_in, participant, lead, project, agreed, url):
    agreed.see_differently(by=lead, note="Not quite.")
    lines = project.activity.count()
    signed_in(participant).post(url)

    assert (agreed.views.count(), project.activity.count()) == (1, lines)


def test_who_may(signed_in, observer, involvement, outsider, participant, agreed, url):
    agreed.see_differently(by=participant, note="No.")
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url).status_code == status
    assert agreed.views.count() == 1
