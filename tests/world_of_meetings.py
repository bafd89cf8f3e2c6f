"""Meetings of each kind, full of words, made through the verbs."""

from datetime import timedelta

from django.utils import timezone

from projects.conversation.models import AgendaPoint, Captured, Coming, Meeting, MeetingRole


def fill_meetings(say, project, lead):
    """One that is called off, one that is closed and corrected, and one to come."""
    plan_one(say, project, lead, days=3).call_off(by=lead, because=say("why it is called off"))
    hold_one(say, project, lead)
    meeting = plan_one(say, project, lead, days=14)
    details = {"starts_at": meeting.starts_at + timedelta(hours=1)}
    details |= {"ends_at": meeting.ends_at + timedelta(hours=1)}
    meeting.change(by=lead, because=say("why it is at another time"), **details)
    AgendaPoint.add(meeting, by=lead, title=say("what to talk about")[:300], minutes=20)
    said = AgendaPoint.add(meeting, by=lead, title=say("something else")[:300])
    said.say(by=lead, opened_at=None, said=say("what was said so far"))
    Coming.say(meeting, project.memberships.get(user=lead), "yes")
    text = {"text": say("the summary so far"), "easy": say("the easy summary so far")}
    meeting.keep_draft(by=lead, opened_at=None, **text)


def plan_one(say, project, lead, *, days):
    starts_at = timezone.now() + timedelta(days=days)
    return Meeting.plan(
        project,
        by=lead,
        what_for=say(f"a meeting in {days} days")[:200],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place=say("where we meet")[:300],
        getting_in=say("how to get in"),
        link="https://collab.example/join",
        phone=say("the number to join by")[:200],
        on_the_day=say("whom to call")[:200],
        breaks=say("when breaks are")[:200],
        roles={
            MeetingRole.Role.CHAIR: project.memberships.get(user=lead),
            MeetingRole.Role.NOTES: say("who takes notes")[:200],
        },
    )


def hold_one(say, project, lead):
    meeting = plan_one(say, project, lead, days=-30)
    place = project.memberships.get(user=lead)
    point = AgendaPoint.add(meeting, by=lead, title=say("the first point")[:300], minutes=30)
    AgendaPoint.add(meeting, by=lead, title=say("no time for this")[:300], is_parked=True)
    point.say(by=lead, opened_at=None, said=say("what was said"))
    said = {"question": say("asked in a meeting")[:300], "decision": say("decided in a meeting")}
    Captured.write_down_decision(point, by=lead, status="agreed", reason=say("why"), **said)
    Captured.write_down_action(point, by=lead, what=say("to do")[:300], owner=place, due="2027-01")
    Captured.write_down_idea(point, by=lead, text=say("an idea in a meeting"))
    about = {"guests": 6, "guests_from": say("where guests came from")[:300]}
    meeting.note_who_came(by=lead, members=[place], **about)
    meeting.close(by=lead, opened_at=None, text=f"# {say('a heading')}\n\n- {say('a point')}")
    meeting.correct(
        by=lead,
        opened_at=None,
        because=say("why it is corrected"),
        text=say("the summary"),
        easy=say("the easy summary"),
    )


def ids_of_meetings(project):
    """The meeting to come, its first point, and one that took place; 0 where there is none."""
    meeting = project.meetings.planned().first()
    found = {
        "meeting_id": meeting,
        "agenda_id": meeting and meeting.points.first(),
        "held_id": project.meetings.held().first(),
    }
    return {name: row.pk if row else 0 for name, row in found.items()}
