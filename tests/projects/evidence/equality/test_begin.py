import pytest

from projects.evidence.equality.starting import IN_THE_LAW, STARTING
from tests.factories import make_group


def test_it_begins_with_the_law_the_usual_others_and_the_teams_own(
    signed_in, participant, project, url
):
    own = make_group(project, "Night staff")
    response = signed_in(participant).post(url + "begin/")

    assert response.url == url
    rows = list(project.checked_groups.all())
    assert [row.key for row in rows] == [*STARTING, ""]
    assert len(IN_THE_LAW) == 9
    assert (rows[-1].name, rows[-1].group) == ("Night staff", own)
    line = project.activity.first()
    assert line.what == "began to look at who could be helped or harmed:"
    assert (line.kind, line.url, line.actor) == ("evidence", url, participant)
    assert {row.version for row in rows} == {line.version}


def test_pressed_twice_it_begins_once(signed_in, lead, project, url):
    for _press in range(2):
        signed_in(lead).post(url + "begin/")

    assert project.checked_groups.count() == len(STARTING)
    assert project.activity.filter(kind="evidence").count() == 1


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "begin/").status_code == status
    assert not project.checked_groups.exists()


def test_a_closed_project_stays_as_it_is(signed_in, lead, project, url):
    project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url + "begin/").status_code == 403
    assert not project.checked_groups.exists()
