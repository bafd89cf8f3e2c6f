"""Results and what came of them, full of words, made through the verbs."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from projects.impact.models import Difference, Lesson, Meaning, Reading, WhatNext


def fill_impact(say, project, lead):
    """A measure with a picture and changes on it, and something of everything else."""
    measure = project.measures.first()
    rows = [
        {"on": f"2026-{month:02}", "value": Decimal(month), "note": say("a note"),
         "is_baseline": month < 4}
        for month in range(1, 13)
    ]  # fmt: skip
    Reading.write_down_many(measure, rows, by=lead)
    measure.show(project.actions.all(), by=lead)
    for _each in range(2):
        Meaning.agree(
            measure, by=lead, text=say("what we make of it"), who=say("who looked"),
            agreed_on=timezone.localdate() - timedelta(days=_each),
        )  # fmt: skip
    about = {name: say(f"{name} of a difference") for name in ("said", "meant", "taking_part")}
    for sharing in ("team", "public"):
        Difference.write_down(
            project, by=lead, changed=say(f"what changed, {sharing}"), happened="2026-05",
            sharing=sharing, ideas=list(project.ideas.shown()[:2]), **about,
        )  # fmt: skip
    about = {"worked": say("what worked"), "did_not": say("what did not work")}
    for stage, sharing in (("gather-ideas", "team"), ("", "shelf")):
        Lesson.write_down(
            project,
            by=lead,
            text=say(f"a lesson, {sharing}"),
            stage=stage,
            sharing=sharing,
            **about,
        )
    WhatNext.agree(
        project, by=lead, choice="keep", because=say("why it stays"),
        watcher=say("who keeps watch")[:200], look_on=timezone.localdate() - timedelta(days=3),
    )  # fmt: skip


def bring_a_lesson(world):
    """What another team put on the shelf, brought here."""
    theirs = world.other.lessons.get(sharing="shelf")
    Lesson.bring(world.full, theirs, by=world.cast["lead"])


def ids_of_impact(project):
    """What addresses of these rooms name; 0 where the project has none."""
    found = {"difference_id": project.differences.last(), "lesson_id": project.lessons.last()}
    return {name: row.pk if row else 0 for name, row in found.items()}
