"""What the models of a project tell people, and whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outbox.models import Message
from projects.models import Membership
from tests.factories import make_member, make_project, make_update, make_user


def told():
    """`{name: (subject, at once)}` of what has been written since it was last asked."""
    found = {one.to.name: (one.subject, one.at_once) for one in Message.objects.all()}
    Message.objects.all().delete()
    return found


@pytest.fixture
def team(lead, participant, observer):
    told()
    return lead, participant, observer


def test_the_team_hears_that_a_project_moved_and_why(team, lead, participant, project):
    project.move_to("decision-time", by=lead, because="The idea is clear.")

    message = Message.objects.get(to=participant)
    assert "The project has moved on to “Decision Time”." in message.text
    assert "Why: The idea is clear." in message.text
    assert (message.url, message.about) == (project.get_absolute_url(), project)
    assert (message.group, project.title in message.subject) == (project.title, False)
    assert told() == {
        "Ben Participant": ("A project has moved", False),
        "Olu Observer": ("A project has moved", False),
    }


@pytest.mark.parametrize(
    ("status", "subject"),
    [
        ("paused", "A project rests"),
        ("stopped", "A project has ended"),
        ("not_collaborative", "A project has ended"),
        ("complete", "A project has ended"),
    ],
)
def test_the_team_hears_how_a_project_ended_and_that_it_goes_on(
    team, lead, participant, project, status, subject
):
    project.turn(status, by=lead, because="The money went.")
    assert "Why: The money went." in Message.objects.get(to=participant).text
    assert told()["Ben Participant"] == (subject, False)
    project.turn(status, by=lead, because="The money went.")
    assert told() == {}
    project.turn("active", by=lead, because="It came back.")
    assert told()["Ben Participant"] == ("A project goes on", False)


def test_whose_role_another_changed_hears_it_at_once(team, lead, participant, project):
    member = project.memberships.get(user=participant)
    member.change(by=lead, role="observer")
    assert told() == {"Ben Participant": ("Your role in a project has changed", True)}
    member.change(by=lead, perspective="carer")
    member.change(by=participant, speaks_for="Myself")
    assert told() == {}


def test_who_is_taken_out_hears_it_at_once_and_who_leaves_does_not(
    team, lead, participant, observer, project
):
    project.memberships.get(user=participant).leave(by=lead)
    message = Message.objects.get()
    assert (message.to, message.about) == (participant, None)
    assert message.url == "/projects/sharing/"
    assert told() == {"Ben Participant": ("You are not in a team any more", True)}

    project.memberships.get(user=observer).leave(by=observer)
    assert told() == {}


def test_the_others_hear_who_is_new_and_the_name_is_in_no_subject(team, lead, project):
    make_member(project, perspective="carer", user=make_user("Cleo"))

    assert Message.objects.first().text == "Cleo is in the team now, as carer."
    assert told() == {
        "Ben Participant": ("Someone new is in the team", False),
        "Olu Observer": ("Someone new is in the team", False),
    }


def test_who_left_hears_nothing_more(team, lead, participant, project):
    project.memberships.get(user=participant).leave(by=participant)
    make_update(project, by=lead)
    assert sorted(told()) == ["Olu Observer"]


def test_beginning_a_project_tells_nobody(db):
    make_project()
    assert told() == {}


def test_to_tell_thirty_asks_the_database_no_more_than_to_tell_three(
    team, lead, project, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as for_three:
        make_update(project, by=lead)
    for _number in range(27):
        make_member(project)
    assert Membership.objects.here().filter(project=project).count() == 30
    told()
    with django_assert_num_queries(len(for_three)):
        make_update(project, by=lead)
    assert Message.objects.count() == 29
