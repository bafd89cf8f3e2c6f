"""One of everything that stages 2 to 5 hold, as often as a test asks for it."""

from datetime import date
from decimal import Decimal

from projects.decisions.models import Decision
from projects.evidence.models import CheckedGroup, EqualityVersion
from projects.ideas.models import Idea, Theme
from projects.impact.models import Measure, Reading, Story
from projects.models import Part
from tests import factories


def one_of_everything(project, lead, number=1):
    """Each with `number` in its words."""
    part = Part.add(project, by=lead, name=f"Part {number}", state="open", because="It matters.")
    part.change(by=lead, state="partly", because=f"The board asked {number}.")
    group = factories.make_group(
        project, f"Night staff {number}", affected="They wait alone.", here="no",
        ask=f"The union {number}",
    )  # fmt: skip
    factories.make_group(project, f"Carers {number}", here="yes")
    factories.make_source(
        project, f"Survey {number}", finding=f"Nobody sleeps {number}.", voice="carers",
        strength="some", dated="2025-03", group=group,
    )  # fmt: skip
    row = CheckedGroup.add(project, by=lead, name=f"Deaf people {number}")
    row.change(
        by=lead, good="They see signs.", harm="They miss calls.", action="Buy a screen.",
        who="The manager.", due_on=date(2031, 5, 4),
    )  # fmt: skip
    EqualityVersion.keep(project, by=lead, why="other", note=f"Again {number}")
    measure = Measure.add(project, by=lead, name=f"Complaints {number}", target=Decimal(2))
    Reading.write_down(measure, by=lead, on="2025", value=Decimal(43), is_baseline=True)
    Reading.write_down(measure, by=lead, on="2026", value=Decimal(12))
    tell_stories(project, lead, number)
    theme = Theme.add(project, by=lead, name=f"Noise {number}", about="What is loud.")
    question = factories.make_question(project, question=f"What would help {number}?")
    session = factories.make_session(
        project, community=f"Older people {number}", where="The lunch club.", how_many=12,
        met="2026-03", method="Over soup", main_points="It is cold.\nIt is dark.",
        question=question, ideas=[f"Softer doors number {number}."],
    )  # fmt: skip
    idea = session.ideas.get()
    idea.put_under(theme, by=lead)
    idea.becomes("not_used", by=lead, because=f"Fire rules forbid it {number}.")
    factories.make_decision(project, question=f"Which doors {number}?", ideas=[idea])
    return idea


def tell_stories(project, lead, number):
    about = {"voice": "own", "perspective": "carer", "told_on": "2026-04", "agreed": "On paper"}
    for sharing in ("public", "team"):
        text = f"A long night {number}, for {sharing}."
        Story.tell(project, by=lead, is_mine=False, text=text, sharing=sharing, **about)


def decide_together(project, lead, **result):
    """The choice of stage 2, with an earlier one that it replaced."""
    factories.make_assessment(project, by=lead, outcome="none", alternative="A letter box.")
    parts = project.part_versions.standing()
    return factories.make_assessment(
        project, by=lead, outcome="part", parts=parts, alternative="A suggestion box.", **result
    )


def many_ideas(project, theme, number):
    Idea.objects.bulk_create(
        Idea(project=project, text=f"Idea {one}.", way="record", came_from="Walkers", theme=theme)
        for one in range(number)
    )


def keep_private(decision):
    Decision.objects.filter(pk=decision.pk).update(sharing="private")
