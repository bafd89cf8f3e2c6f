"""A thread that reaches from what was said to what shows it, full of words: for `tests.world`."""

from projects.models import CaseEntry, ImportedCase
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


def bring_a_case(say, project):
    """What a published case says of the project and of its first idea, full of words too."""
    source = {"id": "S1", "url": None, "title": say("what was read"), "gave": say("what it gave")}
    document = {
        "where": say("where it is"),
        "organisations": [{"name": say("an organisation"), "part": say("its part")}],
        "period": {"from": "2011", "to": "2015-11", "note": say("when it was")},
        "about_sources": say("what was not read"),
        "sources": [{**source, "date": say("when it was read"), "confidence": "low"}],
        "problem_inferred_note": say("what is assumed of the problem"),
        "checklist_as_of": {"date": "2012-10", "note": say("why then")},
        "checklist": {},
    }
    ImportedCase.objects.create(project=project, case=f"case-{project.pk}", document=document)
    part = project.parts.first()
    entry = {"part": part.name, "source": ["S1"], "inferred": True, "inferred_note": say("a doubt")}
    told = {"section": "open_fixed", "row": part.pk, "position": 0}
    CaseEntry.objects.create(project=project, entry=entry, said={}, **told)
