"""The decision that an assessment leads to, as the record of decisions says it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Part
from stages.levels import levels_of
from stages.models import Stage


def decision_in_words(assessment, shared):
    """The fields of the decision that follow from the choice. `shared` are parts of the sheet."""
    return {
        "question": _("Can we do this together?"),
        "stage": Stage.DECISION_TIME,
        "options": "\n".join(str(choice.label) for choice in assessment.Outcome),
        "decision": "\n".join(lines_of(assessment, shared)),
        "level": level_of(assessment.project, shared),
        "decided": timezone.localdate().isoformat(),
    }


def lines_of(assessment, shared):
    yield SAYS[assessment.outcome]()
    levels = levels_of(assessment.project.edition)
    for part in shared:
        level = levels[part.level].name if part.level else _("how much say is not agreed yet")
        yield f"– {part.name}: {level}"
    if assessment.alternative:
        yield _("What we offer instead: %(words)s") % {"words": assessment.alternative}


SAYS = {
    "all": lambda: _("We do all of this together."),
    "part": lambda: _("We do these parts together, and not the rest:"),
    "none": lambda: _("We cannot do this together."),
}


def level_of(project, shared):
    """The one level of what is shared; none where it differs from part to part."""
    parts = shared or project.parts.exclude(state=Part.State.FIXED)
    levels = {part.level for part in parts}
    return levels.pop() if len(levels) == 1 else ""
