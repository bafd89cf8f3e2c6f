from projects.conversation.models import Captured
from tests import factories
from tests.reading import Page


def test_one_point_with_the_way_to_the_next(signed_in, participant, meeting, point, url, room):
    after = factories.make_point(meeting, title="The door")
    client = signed_in(participant)
    shown = client.get(room).text

    assert "Point 1 of 2" in shown
    assert f'href="{url}room/{after.pk}/"' in shown
    assert f'href="{room}"' in client.get(f"{url}room/{after.pk}/").text


def test_what_was_written_down_stands_under_its_point(
    signed_in, lead, participant, meeting, point, place, room
):
    other = factories.make_point(meeting, title="The door")
    decided = {"question": "Q?", "decision": "We write it anew.", "reason": "It is long."}
    Captured.write_down_decision(point, by=lead, status="agreed", **decided)
    Captured.write_down_action(point, by=lead, what="Ring the printer", owner=place, due="2027-05")
    Captured.write_down_idea(other, by=lead, text="A bell.")
    said = Page(signed_in(participant).get(room)).text("captured")

    assert "Decision We write it anew. Why: It is long." in said
    assert "Action Ring the printer Ben Participant. By May 2027" in said
    assert "A bell." not in said


def test_who_may_not_decide_is_offered_a_proposal(signed_in, lead, participant, room):
    assert "We agreed it here" in signed_in(lead).get(room).text
    assert "We agreed it here" not in signed_in(participant).get(room).text


def test_others_may_not(refuses, room):
    refuses(room, participant=200, method="get")


def test_one_thing_written_down_costs_as_many_queries_as_three(
    signed_in, participant, lead, point, place, room, queries
):
    def grow(number):
        said = {"question": f"{number}?", "decision": "Yes."}
        Captured.write_down_decision(point, by=lead, status="agreed", **said)
        Captured.write_down_action(point, by=lead, what=f"Do {number}", owner=place)
        Captured.write_down_idea(point, by=lead, text=f"Idea {number}")

    grow(1)
    client = signed_in(participant)
    one = queries(client, room)
    grow(2)
    grow(3)

    assert queries(client, room) == one
