from projects.conversation.meetings.in_summary import meetings_of
from projects.conversation.models import Captured
from tests import factories


def hold(project, lead, days, members, guests=None):
    meeting = factories.make_meeting(project, by=lead, days=days, what_for=f"{-days} days ago")
    point = factories.make_point(meeting, by=lead)
    said = {"question": f"{days}?", "decision": "Yes."}
    Captured.write_down_decision(point, by=lead, status="agreed", **said)
    Captured.write_down_action(point, by=lead, what=f"Do {days}")
    meeting.note_who_came(by=lead, members=members, guests=guests)
    meeting.close(by=lead, opened_at=None, text="Done.")
    return meeting


def test_meetings_with_what_was_decided_and_nobodys_name(
    signed_in, project, lead, participant, place, meeting
):
    many = [factories.make_member(project, perspective="carer") for _one in range(5)]
    hold(project, lead, -3, [*many, place])
    hold(project, lead, -9, many, guests=6)
    first, second = meetings_of(project)

    assert (first["what_for"], first["people"]) == ("9 days ago", "11 people")
    assert first["who"] == ["Carers: 5", "Guests: 6"]
    assert second["who"] == ["Service users", "Carers"]
    assert [one.question for one in second["decisions"]] == ["-3?"]
    assert (second["actions"], second["ideas"]) == (1, 0)
    page = signed_in(lead).get(f"/projects/{project.pk}/exports/summary/").text
    drawn = page.split('id="meetings"')[1].split("</section>")[0]
    assert "There were 11 people" in drawn
    assert "1 action." in drawn
    for name in (lead.name, participant.name):
        assert name not in drawn


def test_what_is_private_stays_out(project, lead, place):
    meeting = hold(project, lead, -3, [place])
    meeting.captured.exclude(decision=None).get().decision.share("private", by=lead)

    assert meetings_of(project)[0]["decisions"] == []


def test_without_meetings_it_says_so(signed_in, lead, project, meeting):
    assert meetings_of(project) == []
    page = signed_in(lead).get(f"/projects/{project.pk}/exports/summary/").text
    assert "No meeting has a summary yet." in page


def test_one_costs_as_many_queries_as_three(project, lead, place, django_assert_num_queries):
    hold(project, lead, -3, [place])
    with django_assert_num_queries(3):
        meetings_of(project)
    hold(project, lead, -4, [place])
    hold(project, lead, -5, [place])
    with django_assert_num_queries(3):
        meetings_of(project)
