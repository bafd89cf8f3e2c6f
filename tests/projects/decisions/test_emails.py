import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outbox.models import Message
from tests.factories import make_decision, make_member


@pytest.fixture
def told(participant):
    """`told()` is what the participant was told since it was last asked: (subject, text)."""

    def of():
        mine = Message.objects.filter(to=participant).order_by("pk")
        found = [(one.subject, one.text) for one in mine]
        Message.objects.all().delete()
        return found

    of()
    return of


def test_a_decision_can_be_read_whole_in_the_message(told, project, lead, participant):
    decision = make_decision(
        project, question="Saturdays?", decision="Yes.", reason="Many asked.", by_whom="The team",
        decided="2026-05", dissent="One of us.",
    )  # fmt: skip
    message = Message.objects.get(to=participant)
    assert (message.url, message.about) == (decision.get_absolute_url(), decision)
    assert (message.group, message.at_once) == (project.title, False)

    [(subject, text)] = told()
    assert subject == "A decision is written down"
    assert text.split("\n\n") == [
        "Saturdays?",
        "Yes.",
        "Why: Many asked.",
        "Who did not agree: One of us.",
        "Who decided: The team",
        "When: May 2026",
    ]


def test_not_to_the_one_who_did_it_and_to_no_one_else(told, project, lead, participant, outsider):
    make_decision(project, by=lead)
    assert [one.to for one in Message.objects.all()] == [participant]


def test_what_is_proposed_agreed_and_replaced_is_told(told, project, lead):
    decision = make_decision(project, status="proposed", decision="Yes.")
    assert [subject for subject, _text in told()] == ["A decision is proposed"]
    decision.agree(by=lead)
    assert [subject for subject, _text in told()] == ["A decision is agreed"]
    decision.replace(by=lead, question="Again?", decision="No.")
    [(subject, text)] = told()
    assert subject == "A decision has changed"
    assert text == "Again?\n\nNo.\n\nIt replaces what was decided before: Yes."


def test_pressed_twice_is_told_once(told, project):
    make_decision(project, question="Saturdays?")
    make_decision(project, question="Saturdays?")
    assert len(told()) == 1


def test_the_leads_hear_who_sees_it_differently(told, project, lead, participant):
    decision = make_decision(project, question="Saturdays?")
    Message.objects.all().delete()
    decision.see_differently(by=participant, note="Not for me.")

    [message] = Message.objects.all()
    assert (message.to, message.subject) == (lead, "Someone sees a decision differently")
    assert message.text == "Ben Participant sees this differently: “Saturdays?”\n\nNot for me."


def test_a_team_of_thirty_costs_no_more_queries_than_one_of_three(
    project, participant, observer, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as for_three:
        make_decision(project)
    for _number in range(27):
        make_member(project)
    Message.objects.all().delete()
    with django_assert_num_queries(len(for_three)):
        make_decision(project)
    assert Message.objects.count() == 29
