import pytest

from projects.conversation.models import AskedQuestion
from projects.plan.models import Action
from tests import factories


@pytest.fixture
def address(url):
    return f"{url}agenda/choose/"


def test_what_was_ticked_goes_on_the_agenda(signed_in, lead, project, meeting, point, address, url):
    decision = factories.make_decision(project, question="Which door?", status="proposed")
    action = Action.add(project, by=lead, what="Ring the bus company", due="2026-01")
    ticked = [f"decision-{decision.pk}", f"action-{action.pk}"]
    client = signed_in(lead)
    response = client.post(address, {"chosen": ticked}, follow=True)

    assert "2 points are put on the agenda." in response.text
    assert [str(one) for one in meeting.points.in_order()] == [
        "The letter", "Ring the bus company", "Which door?",
    ]  # fmt: skip
    assert [one.about for one in meeting.points.in_order()] == [None, action, decision]
    assert decision.get_absolute_url() in client.get(url).text


def test_sent_twice_it_stands_there_once(signed_in, lead, project, meeting, address):
    decision = factories.make_decision(project, question="Which door?", status="proposed")
    client = signed_in(lead)
    for _press in range(2):
        client.post(address, {"chosen": f"decision-{decision.pk}"})

    assert meeting.points.count() == 1


def test_questions_that_wait_can_be_talked_about(
    signed_in, lead, participant, project, meeting, address
):
    """Not those from outside: until there is an answer one person reads them."""
    asked = factories.make_asked(project, "Who pays the bus?", by=participant)
    outside = AskedQuestion.receive(project, question="When is it?")
    client = signed_in(lead)
    for _press in range(2):
        response = client.post(
            address, {"chosen": [f"asked-{asked.pk}", f"asked-{outside.pk}"]}, follow=True
        )

    assert [str(one) for one in meeting.points.all()] == ["Who pays the bus?"]
    assert f"asked-{asked.pk}" not in response.text
    assert "When is it?" not in response.text


@pytest.mark.parametrize("value", ["decision-0", "x", "decision-" + "9" * 30, "\x00", ""])
def test_what_is_not_offered_is_not_taken(signed_in, lead, meeting, address, value):
    response = signed_in(lead).post(address, {"chosen": value}, follow=True)

    assert "Nothing was ticked" in response.text
    assert not meeting.points.exists()


def test_nothing_of_another_project_can_be_taken(signed_in, lead, other_lead, meeting, address):
    other = other_lead.memberships.get().project
    theirs = factories.make_decision(other, status="proposed")
    signed_in(lead).post(address, {"chosen": f"decision-{theirs.pk}"})

    assert not meeting.points.exists()


def test_others_may_not(refuses, address):
    refuses(address)
