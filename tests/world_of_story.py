"""A thread that reaches from what was said to what shows it, full of words: for `tests.world`."""

from projects.plan.models import Action


def fill_story(say, project, lead):
    """What follows from a decision: done, still to do, stopped; measured, and read by anyone."""
    decision = project.decisions.agreed().exclude(ideas=None).first()
    actions = [
        Action.add(
            project, by=lead, what=say(f"what is {state}")[:300], decision=decision,
            due=f"2099-0{number}",
        )
        for number, state in enumerate(("done", "still to do", "stopped"), start=1)
    ]  # fmt: skip
    actions[0].finish(by=lead)
    actions[2].stop(by=lead, because=say("why it is stopped"))
    project.measures.first().actions.add(actions[0])
    decision.share("public", by=lead)
    for action in actions:
        action.share("public", by=lead)
    for idea in project.ideas.shown().exclude(session=None):
        idea.project = project
        idea.share("public", by=lead)
