"""The nine stages of one project at a glance."""

from dataclasses import dataclass

from django.utils import timezone

from stages.models import STEPS, Stage


@dataclass(frozen=True)
class StageState:
    """`state` is now, been, skipped, ahead or throughout; `days` is the heartbeat of the last."""

    stage: Stage
    state: str
    progress: dict
    because: str = ""
    days: int | None = None

    @property
    def is_throughout(self):
        return self.stage.is_throughout


def stage_map(project):
    """A StageState for each stage, in the order of the model; two queries."""
    progress = project.checklist.progress()
    states, reasons = states_of_steps(project)
    beats = {
        Stage.COLLABORATIVE_PARTNERSHIP: project.partnership_at,
        Stage.KEEP_THE_CONVERSATION_GOING: project.conversation_at,
    }
    nothing = {"kept": 0, "needed": 0, "done": 0, "answered": 0}
    return [
        StageState(
            stage,
            states.get(stage, "throughout"),
            progress.get((project.pk, stage), nothing),
            reasons.get(stage, ""),
            days_since(beats.get(stage)),
        )
        for stage in Stage
    ]


def states_of_steps(project):
    """Where the project has been, what it skipped and why, read from its moves in order."""
    states = dict.fromkeys(STEPS, "ahead")
    reasons = {}
    for move in project.moves.all():
        states[Stage(move.from_stage)] = "been"
        for step in move.skipped:
            if states[step] == "ahead":
                states[step], reasons[step] = "skipped", move.because
    here = Stage(project.stage)
    states[here] = "now"
    reasons.pop(here, None)
    return states, reasons


def days_since(moment):
    return None if moment is None else (timezone.now() - moment).days
