"""The nine stages of one project at a glance, for the picture in `stages/_model.html`."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stages.models import STEPS, THROUGHOUT, Stage


def stage_map(project):
    """The seven steps, then the two that run throughout: state, progress, reasons, heartbeats.

    Two queries, whatever the length of the lists.
    """
    progress = project.checklist.progress()
    states, reasons = states_of_steps(project)
    beats = {
        Stage.COLLABORATIVE_PARTNERSHIP: project.partnership_at,
        Stage.KEEP_THE_CONVERSATION_GOING: project.conversation_at,
    }
    return [
        {
            "stage": stage,
            "url": reverse("checklist:detail", args=[project.pk, stage]),
            "state": states.get(stage, ""),
            "state_words": state_words(states.get(stage, "")),
            "words": done_of(progress.get((project.pk, stage))),
            "because": reasons.get(stage, ""),
            "beat": heartbeat(beats[stage]) if stage in beats else "",
        }
        for stage in (*STEPS, *THROUGHOUT)
    ]


def states_of_steps(project):
    """Where the project has been, what it skipped and why, read from its moves in order.

    Two dicts by Stage: "current", "been", "skipped" or "" (ahead); and why some were skipped.
    """
    states = dict.fromkeys(STEPS, "")
    reasons = {}
    for move in project.moves.all():
        states[Stage(move.from_stage)] = "been"
        for step in move.skipped:
            if not states[step]:
                states[step], reasons[step] = "skipped", move.because
    here = Stage(project.stage)
    states[here] = "current"
    return states, {step: why for step, why in reasons.items() if states[step] == "skipped"}


def state_words(state):
    words = {
        "current": _("We are here"),
        "been": _("We have been here"),
        "skipped": _("Skipped"),
    }
    return words.get(state, "")


def done_of(figures):
    if not figures:
        return _("Nothing to tick")
    return ngettext(
        "%(done)s of %(needed)s is done", "%(done)s of %(needed)s are done", figures["done"]
    ) % {"done": figures["done"], "needed": figures["needed"]}


def heartbeat(moment):
    """When something last happened in a stage that never ends, in words."""
    if moment is None:
        return _("No change yet.")
    days = (timezone.now() - moment).days
    if not days:
        return _("Last change: today.")
    return ngettext(
        "Last change: yesterday.",
        "Last change: %(num)s days ago.",
        days,
    ) % {"num": days}
