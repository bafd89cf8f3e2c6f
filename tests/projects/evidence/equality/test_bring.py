from projects.evidence.models import CheckedGroup
from tests.factories import make_group


def test_groups_the_team_named_later_are_added_once(signed_in, lead, project, row, url):
    group = make_group(project, "Night staff")
    for _press in range(2):
        response = signed_in(lead).post(url + "bring/", follow=True)

    assert response.redirect_chain == [(url, 302)]
    assert [(one.name, one.group) for one in project.checked_groups.all()] == [
        ("Carers", None),
        ("Night staff", group),
    ]


def test_a_group_that_leaves_the_teams_list_stays_in_the_check(project, lead, row):
    group = make_group(project, "Night staff")
    CheckedGroup.bring(project, by=lead)
    group.take_away(by=lead)

    assert [one.name for one in project.checked_groups.all()] == ["Carers", "Night staff"]


def test_an_observer_may_not(signed_in, observer, project, row, url):
    make_group(project)

    assert signed_in(observer).post(url + "bring/").status_code == 403
    assert project.checked_groups.count() == 1
