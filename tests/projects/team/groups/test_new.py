import pytest

from projects.models import Hand


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/groups/new/"


def test_a_participant_adds_a_group(signed_in, participant, project, fields, url):
    response = signed_in(participant).post(url, fields)

    group = project.groups.get()
    assert response.url == group.get_absolute_url()
    assert (group.name, group.here, group.ask) == ("Night staff", "no", "The ward manager")
    assert project.activity.first().what == "added to those whom it affects:"


def test_who_may(signed_in, observer, outsider, involvement, project, fields, url):
    for person, status in ((observer, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, fields).status_code == status
    assert project.groups.count() == 0


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("name", "", "Write something here."),
        ("name", "W" * 201, "This is too long: 201 letters. Use 200 or fewer."),
        ("here", "perhaps", "Choose one of these."),
    ],
)
def test_what_is_wrong_is_said(signed_in, lead, project, fields, url, name, value, said):
    assert said in signed_in(lead).post(url, fields | {name: value}).text
    assert project.groups.count() == 0


def test_a_closed_project_takes_none(signed_in, lead, project, fields, url):
    project.turn("complete", by=lead, because="Done.")

    assert signed_in(lead).post(url, fields).status_code == 403


def test_what_is_written_for_a_member_says_so(signed_in, lead, participant, project, fields, url):
    member = project.memberships.get(user=participant)
    hand = Hand.record_for(member, by=lead)
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    client.post(url, fields | {"written_for": str(hand.pk)})

    line = project.activity.first()
    assert (line.actor, line.hand) == (participant, hand)
