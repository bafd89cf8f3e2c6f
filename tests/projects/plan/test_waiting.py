"""What of the plan is someone's next thing."""

from projects.next_thing import next_thing_for, next_thing_in
from ui.display import Display


def next_of(project, person):
    return next_thing_in(project, project.memberships.get(user=person), Display())


def test_what_was_mine_to_do_by_now(project, participant, add, place):
    action = add("Paint the door.", owner=place, days=-1)

    thing = next_of(project, participant)
    assert thing.sentence.startswith("This was planned for ")
    assert thing.sentence.endswith(": “Paint the door”. Is it done, or is another day better?")
    assert thing.address == action.get_absolute_url()
    assert next_thing_for(participant, Display())[1] == thing


def test_what_is_late_elsewhere_is_not_for_a_member(project, participant, add):
    add("Paint the door", days=-1)

    assert "Paint the door" not in next_of(project, participant).sentence


def test_a_lead_sees_what_is_late_then_trials_to_look_at_then_what_nobody_sees_to(
    project, lead, participant, add, place, try_out, days
):
    add("Late", owner=place, days=-1)
    nobodys = add("Nobody's", days=5)
    test = try_out("Radio off")
    type(test).objects.update(look_on=days(0))

    assert "“Late”" in next_of(project, lead).sentence
    project.actions.get(what="Late").finish(by=lead)
    assert "“Radio off”" in next_of(project, lead).sentence
    test.choose("stop", by=lead, next_step="Done.")
    thing = next_of(project, lead)
    assert thing.sentence == "Nobody sees to this yet: “Nobody's”"
    assert thing.address.endswith("/plan/actions/?show=nobody")
    nobodys.take_on(by=place)
    assert "Nobody's" not in next_of(project, lead).sentence
