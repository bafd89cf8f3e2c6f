"""The plan, full of words, made through the verbs: for `tests.world`."""

from datetime import timedelta

from django.utils import timezone

from projects.plan.models import Action, Aim, Approval, CalendarFeed, Cycle, PlanChange, SmallTest


def fill_plan(say, project, lead):
    """Two aims, actions in each state, two small tests, approvals, a change of plan."""
    today = timezone.localdate()
    place = project.memberships.here().get(user=lead)
    decision = project.decisions.first()
    aim = {"for_whom": say("for whom")[:200], "how_much": say("how much")[:200], "by_when": "2027"}
    first = Aim.say(project, by=lead, better=say("the first aim")[:300], **aim)
    Aim.say(
        project, by=lead, better=say("the aim")[:300], because=say("why another aim"),
        opened_at=first.version, **aim | {"by_when": "2028"},
    )  # fmt: skip
    fill_actions(say, project, lead, place, decision)
    plan = {name: say(f"the {name} of a test")[:200] for name in Cycle.PLAN}
    test = SmallTest.begin(
        project, by=lead, first=plan, name=say("a small test")[:200], stop_if=say("a danger"),
        look_on=today, decision=decision, action=project.actions.first(),
    )  # fmt: skip
    test.write_down(by=lead, happened=say("what happened"), happened_on="2026", saw=say("we saw"))
    test.choose("change", by=lead, next_step=say("what is next"))
    test.again(by=lead, look_on=today + timedelta(days=9), **plan)
    over = SmallTest.begin(project, by=lead, first=plan, name=say("another test")[:200])
    over.choose("stop", by=lead, next_step=say("why it stops"))
    for state in ("", "refused", "had"):
        approval = Approval.need(
            project, by=lead, who=say(f"who says yes {state}")[:200], needed_by=today,
            what_for=say("what for")[:300],
        )  # fmt: skip
        if state:
            approval.answer(
                state, by=lead, because=say("why they said so"), reference=say("a paper")[:200],
                answered_by=say("who answered")[:200],
            )  # fmt: skip
    change = PlanChange.tell(
        project, by=lead, kind="delay", what=say("what changes"), because=say("why it changes"),
        next_step=say("what comes now"), decisions=[decision] if decision else [],
    )  # fmt: skip
    assert change.pk and CalendarFeed.make(place, mark="a mark")


def fill_actions(say, project, lead, place, decision):
    late = (timezone.localdate() - timedelta(days=40)).isoformat()
    more = {"note": say("what else to know"), "decision": decision}
    Action.add(project, by=lead, what=say("what nobody does")[:300], due="2099", **more)
    mine = Action.add(project, by=lead, what=say("what is mine")[:300], owner=place, due=late)
    mine.begin(by=lead)
    Action.add(project, by=lead, what=say("what a body does")[:300], body=say("a body")[:200])
    Action.add(project, by=lead, what=say("what is done")[:300], **more).finish(by=lead)
    stopped = Action.add(project, by=lead, what=say("what is stopped")[:300], **more)
    stopped.stop(by=lead, because=say("why it is stopped"))


def ids_of_plan(project):
    """What addresses of these rooms name; 0 where the project has none."""
    found = {
        "action_id": project.actions.first(),
        "trial_id": project.small_tests.first(),
        "approval_id": project.approvals.first(),
    }
    place = project.memberships.here().get(user=project.started_by)
    feed = {"feed_code": CalendarFeed.make(place, mark="a mark")}
    return {name: row.pk if row else 0 for name, row in found.items()} | feed
