"""A stage's checklist for the wall of a room: one A4 to read from a step away and write on."""

from django.utils import timezone

from projects.checklist.models import Answer

SIZES = tuple(range(10, 27))
"""Text sizes in points: the sheet gets the largest at which it is one page."""

LARGE_SIZES = tuple(range(18, 27))
"""Large print is never smaller than this, so it may need a second page."""

SYMBOLS = {
    Answer.NONE: "",
    Answer.DONE: "✓",
    Answer.PARTLY: "◐",
    Answer.NOT_YET: "○",
    Answer.NOT_NEEDED: "–",
}


def wall_of(project, stage, reader):
    """What the sheet shows: the stage's purpose and its items with the answers so far."""
    text = project.edition.stage_texts.filter(stage=stage).first()
    purpose = (text.purpose_easy if reader.is_easy else text.purpose) if text else ""
    return {
        "project": project,
        "stage": stage,
        "purpose": purpose,
        "items_here": list(project.checklist.kept().filter(stage=stage)),
        "reader": reader,
        "symbols": SYMBOLS,
        "today": timezone.localdate(),
    }
