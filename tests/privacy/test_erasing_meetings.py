from privacy.erasing import erase
from privacy.models import Destroyed
from privacy.retention.due import destroy_project
from projects.conversation.models import Captured, Coming, Meeting
from projects.models import Project
from tests import factories


def test_names_in_meetings_become_the_role(project, lead, participant):
    place = project.memberships.get(user=participant)
    held = factories.make_meeting(
        project, by=lead, days=-3, roles={"chair": place, "notes": "Ben Participant, and others"}
    )
    Coming.say(held, place, "yes")
    held.close(by=lead, opened_at=None, text="- Who: Ben Participant. Not Ben Participants.")
    to_come = factories.make_meeting(project, by=lead, on_the_day="Ben Participant, 07700 900123")
    erase(participant, by=None, how=Destroyed.How.SELF)

    held, to_come = Meeting.objects.get(pk=held.pk), Meeting.objects.get(pk=to_come.pk)
    assert held.summary.text == "- Who: a service user. Not Ben Participants."
    assert held.roles_in_words == [
        ("Chairs the meeting", "a service user"),
        ("Takes notes", "a service user, and others"),
    ]
    assert [str(one) for one in held.coming.all()] == ["a service user"]
    assert to_come.on_the_day == "a service user, 07700 900123"


def test_a_closed_project_goes_with_its_meetings(project, lead, participant, administrator):
    place = project.memberships.get(user=participant)
    meeting = factories.make_meeting(project, by=lead, days=-3, roles={"chair": place})
    point = factories.make_point(meeting, by=participant)
    said = {"question": "Q?", "decision": "Yes."}
    Captured.write_down_decision(point, by=lead, status="agreed", **said)
    Captured.write_down_action(point, by=lead, what="Ring", owner=place)
    Captured.write_down_idea(point, by=lead, text="A bell.", member=place)
    Coming.say(meeting, place, "yes")
    meeting.close(by=lead, opened_at=None, text="Done.")
    project.turn("complete", by=lead, because="It is over.")

    assert destroy_project(project, administrator)
    assert not Project.objects.exists()
    assert not Meeting.objects.exists()
