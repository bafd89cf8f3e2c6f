from projects.conversation.meetings.waiting import meeting_waiting_for
from projects.conversation.models import Coming
from projects.next_thing import next_thing_for, next_thing_in
from tests import factories
from ui.display import Display


def next_for(project, person):
    thing = next_thing_in(project, project.memberships.get(user=person), Display())
    return thing.sentence if thing else ""


def test_a_meeting_waits_for_an_answer(project, participant, meeting, place):
    assert next_for(project, participant).endswith(
        ": “What the first visit is like”. Can you come?"
    )
    assert next_thing_for(participant, Display())[1].address == meeting.get_absolute_url()
    Coming.say(meeting, place, "no")

    assert "Can you come?" not in next_for(project, participant)


def test_the_day_before_everyone_is_reminded(project, participant, place):
    meeting = factories.make_meeting(project, days=1, what_for="The door")
    Coming.say(meeting, place, "yes")

    assert next_for(project, participant) == "Your team meets tomorrow at 10am: “The door”."


def test_afterwards_a_lead_is_asked_for_the_summary(project, lead, participant):
    meeting = factories.make_meeting(project, days=-2)

    assert next_for(project, lead).endswith("and waits for the summary.")
    assert "waits for the summary" not in next_for(project, participant)
    meeting.close(by=lead, opened_at=None, text="Done.")
    assert "waits for the summary" not in next_for(project, lead)


def test_of_what_is_called_off_nobody_is_reminded(project, lead, participant, meeting):
    meeting.call_off(by=lead, because="Snow.")

    assert "Can you come?" not in next_for(project, participant)


def test_many_projects_cost_no_more_than_one(
    participant, lead, organisation, project, meeting, django_assert_num_queries
):
    for _number in range(2):
        other = factories.make_project(organisation, by=lead)
        factories.make_member(other, user=participant)
        factories.make_meeting(other, days=30)
    with django_assert_num_queries(2):
        assert meeting_waiting_for(participant)[0] == project
