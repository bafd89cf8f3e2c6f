import pytest
from django.utils import timezone

from projects.ideas.models import Idea
from projects.models import Part
from projects.plan.models import Action
from tests import factories
from tests.reading import Page


@pytest.fixture
def address(url):
    return f"{url}agenda/"


def test_what_is_open_is_offered_and_nothing_is_ticked(
    signed_in, lead, participant, project, item, meeting, point, address
):
    factories.make_decision(project, question="Which door?", status="proposed")
    Action.add(project, by=lead, what="Ring the bus company", due="2026-01")
    Action.add(project, by=lead, what="Ask the school", due="2099")
    Idea.give(project, by=participant, text="A bench by the door.")
    Part.add(project, by=lead, name="The rooms", state="open", look_again_on=timezone.localdate())
    page = Page(signed_in(lead).get(address))
    said = page.text("project-content")

    for words in (
        "Actions that are late Ring the bus company It was planned for 31 January 2026.",
        "Proposed decisions Which door?",
        "Actions to hear about Ask the school By 31 December 2099.",
        "Ideas that wait for an answer A bench by the door.",
        "“What is open?”: to look at again The rooms",
        item.wording,
    ):
        assert words in said, words
    assert "chosen" not in page.values
    assert "1 The letter" in page.text(f"point-{point.pk}")


def test_what_stands_on_the_agenda_is_not_offered_again(signed_in, lead, project, meeting, address):
    decision = factories.make_decision(project, question="Which door?", status="proposed")
    client = signed_in(lead)
    client.post(f"{address}choose/", {"chosen": f"decision-{decision.pk}"})

    assert f'value="decision-{decision.pk}"' not in client.get(address).text


def test_ideas_at_the_door_are_not_offered(signed_in, lead, project, address):
    question = factories.make_question(project)
    Idea.receive(question, text="Qwaiting")

    assert "Qwaiting" not in signed_in(lead).get(address).text


def test_others_may_not(refuses, address):
    refuses(address, method="get")


def test_one_of_each_costs_as_many_queries_as_three(
    signed_in, lead, project, meeting, address, queries
):
    def grow(number):
        factories.make_point(meeting)
        factories.make_decision(project, status="proposed", question=f"{number}?")
        Action.add(project, by=lead, what=f"Do {number}", due="2026-01")

    grow(1)
    client = signed_in(lead)
    one = queries(client, address)
    grow(2)
    grow(3)

    assert queries(client, address) == one


def test_the_agenda_of_a_meeting_that_is_over_stays_as_it_is(signed_in, lead, meeting, address):
    meeting.call_off(by=lead, because="Too few can come.")
    browser = signed_in(lead)

    for path in (address, f"{address}new/"):
        assert browser.get(path).url == meeting.get_absolute_url()
