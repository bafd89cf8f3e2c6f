import pytest

from tests.factories import make_group, make_project
from tests.reading import Page


@pytest.fixture
def three(project):
    return [make_group(project, name) for name in ("A", "B", "C")]


def names(project):
    return [group.name for group in project.groups.all()]


def address(group):
    return f"/projects/{group.project_id}/team/groups/{group.pk}/move/"


def test_a_group_moves_up_and_down_and_twice_is_once(signed_in, participant, project, three):
    a, b, c = three
    client = signed_in(participant)
    for _press in range(2):
        response = client.post(address(c), {"first": c.pk, "second": b.pk})
    assert response.url == c.get_absolute_url()
    assert names(project) == ["A", "C", "B"]
    client.post(address(a), {"first": c.pk, "second": a.pk})
    assert names(project) == ["C", "A", "B"]
    page = Page(client.get(f"/projects/{project.pk}/team/groups/"))
    shown = [id_ for id_ in page.texts if id_.startswith("group-")]
    assert shown == [f"group-{one.pk}" for one in (c, a, b)]


def test_it_is_no_news(signed_in, lead, project, three):
    a, b, _c = three
    before = project.activity.count()
    signed_in(lead).post(address(b), {"first": b.pk, "second": a.pk})

    assert project.activity.count() == before


@pytest.mark.parametrize("second", ["", "no", "9" * 30, "0"])
def test_nonsense_changes_nothing(signed_in, lead, project, three, second):
    a = three[0]
    signed_in(lead).post(address(a), {"first": a.pk, "second": second})

    assert names(project) == ["A", "B", "C"]


def test_who_may(signed_in, observer, outsider, lead, project, three):
    a, b, _c = three
    typed = {"first": b.pk, "second": a.pk}
    for person, status in ((observer, 403), (outsider, 404)):
        assert signed_in(person).post(address(b), typed).status_code == status
    other = make_group(make_project(project.organisation, by=lead))
    signed_in(lead).post(address(b), {"first": b.pk, "second": other.pk})
    assert names(project) == ["A", "B", "C"]
