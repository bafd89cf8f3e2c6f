"""A project that has something of everything, and what a machine can ask of a document."""

from datetime import date

import pytest

from projects.checklist.models import Answer, ChecklistItem
from projects.decisions.models import Decision
from projects.models import Part, Project
from tests import factories


@pytest.fixture
def full(project, lead, participant, organisation):
    """`project`, with every kind of thing that the summary tells."""
    project.reword(
        by=lead,
        opened_at=project.idea_as_opened(),
        idea="Make the waiting room calmer.",
        problem="It is loud.",
        affected="Everyone who waits.",
        already_decided="The clinic stays here.",
        contact="Ask at the desk.",
    )
    Part.add(project, by=lead, name="The colours", state="open", level="L-4", because="It matters.")
    Part.add(
        project, by=lead, name="The budget", state="fixed", by_whom="The board", because="Set."
    )
    ben = project.memberships.get(user=participant)
    project.move_to("decision-time", by=lead, because="The idea is clear.", asked_lived=ben)
    project.move_to("gather-ideas", by=lead, because="We know the evidence.")
    project.turn(Project.Status.PAUSED, by=lead, because="Repairs in August.")
    project.turn(Project.Status.ACTIVE, by=lead, because="The repairs are done.")
    items = list(project.checklist.filter(stage="gather-ideas"))
    items[0].answer(Answer.PARTLY, by=lead)
    items[1].leave_out(by=lead, because="Another team does it.")
    items[2].give(ben, by=lead, due_on=date(2030, 5, 3))
    first, must, last = project.checklist.filter(stage="big-idea")
    first.answer(Answer.DONE, by=lead)
    first.see_differently(by=participant, note="A note for the team only")
    must.answer(Answer.NOT_NEEDED, by=lead, note="The law does not ask it here.")
    ChecklistItem.add(project, "gather-ideas", "Ask at the bus stop", by=lead)
    decision = factories.make_decision(
        project,
        question="Which colours?",
        decision="Green.",
        dissent="One liked blue.",
        level="L-4",
    )
    decision.replace(by=lead, question="Which paint?", decision="White.", reason="It is lighter.")
    factories.make_decision(project, question="Saturdays?", status=Decision.Status.PROPOSED)
    said = {"text": "Come and look.", "audience": "followers"}
    factories.make_update(project, "The samples are up", by=lead, **said)
    return project
