"""The thread, link by link: something said → idea → theme → decision → action → measure.

Each function reads it off the rows themselves, in a fixed number of queries.
"""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.ideas.models import Idea
from projects.story.seen import Seen
from projects.story.you_said import shows_of

IDEAS_SHOWN = 25
"""Of those behind one decision; its page has them all."""


class Link(models.TextChoices):
    SAID = "said", gettext_lazy("Said")
    THEME = "theme", gettext_lazy("Theme")
    ANSWER = "answer", gettext_lazy("What became of it")
    DECIDED = "decided", gettext_lazy("Decided")
    DONE = "done", gettext_lazy("What we do about it")
    SHOWN = "shown", gettext_lazy("What shows it")


@dataclass
class Step:
    """One link of a thread. `gap` says in words what is missing where there are no `things`."""

    link: str
    things: list = field(default_factory=list)
    more: int = 0
    gap: str = ""

    @property
    def label(self):
        return Link(self.link).label


def thread_of_idea(idea, seen=None):
    """From an idea forward, to what changed: `[Step]`."""
    seen = seen or Seen(idea.project)
    steps = [
        Step(Link.SAID, [seen.said(idea)]),
        Step(Link.THEME, [idea.theme] if idea.theme else [], gap=_("It is under no theme yet.")),
    ]
    if not idea.is_unanswered or idea.because or idea.status == Idea.Status.LOOKING:
        steps.append(Step(Link.ANSWER, [idea]))
    about = idea.decisions.exclude(status="replaced").order_by("status", "pk")
    decisions = seen.whole(seen.may_read(about))
    if not decisions:
        is_answered = idea.status == Idea.Status.NOT_USED
        gap = _("No decision answers it.") if is_answered else _("No decision answers it yet.")
        return [*steps, Step(Link.DECIDED, gap=gap)]
    for decision in decisions:
        steps += forward(decision, seen)
    return steps


def thread_of_decision(decision, seen=None):
    """Back to what was said, and forward to what it changed."""
    seen = seen or Seen(decision.project)
    [whole] = seen.whole(type(decision).objects.filter(pk=decision.pk))
    return [behind([whole], seen)[whole.pk], *forward(whole, seen)]


def thread_of_measure(measure, seen=None):
    """From what is measured back to who said so. `measure` comes with its `numbers`."""
    seen = seen or Seen(measure.project)
    steps = [Step(Link.SHOWN, [seen.shown(measure)])]
    actions = list(seen.may_read(measure.actions.order_by("pk")))
    if not actions:
        return [*steps, Step(Link.DONE, gap=_("Nothing that is done is linked to it yet."))]
    found = measure.project.decisions.filter(actions__in=actions).distinct().order_by("pk")
    decisions = list(seen.may_read(found))
    said = behind(decisions, seen)
    for decision in decisions:
        of_it = [action for action in actions if action.decision_id == decision.pk]
        steps += [Step(Link.DONE, of_it), Step(Link.DECIDED, [decision]), said[decision.pk]]
    known = {decision.pk for decision in decisions}
    if alone := [action for action in actions if action.decision_id not in known]:
        gap = _("No decision is written down behind this.")
        steps += [Step(Link.DONE, alone), Step(Link.DECIDED, gap=gap)]
    return steps


def forward(decision, seen):
    """A decision with its `chain`, what is done about it, and what shows it."""
    actions = decision.chain
    shows = shows_of(actions, seen)
    steps = [Step(Link.DECIDED, [decision])]
    if decision.is_proposed:
        return steps
    steps.append(Step(Link.DONE, actions, gap=_("Nothing is planned yet.")))
    if actions:
        steps.append(Step(Link.SHOWN, shows, gap=_("No measure shows it yet.")))
    return steps


def behind(decisions, seen):
    """`{decision: Step}`: what people said that each of them answers, in three queries."""
    links = Idea.decisions.through.objects.filter(decision__in=decisions).order_by("-idea")
    of = {decision.pk: [] for decision in decisions}
    for decision, idea in links.values_list("decision", "idea"):
        of[decision].append(idea)
    wanted = {pk for those in of.values() for pk in those[:IDEAS_SHOWN]}
    ideas = seen.project.ideas.shown().ready_to_draw().in_bulk(wanted)
    return {one.pk: said_behind(one, of[one.pk], ideas, seen) for one in decisions}


def said_behind(decision, numbers, ideas, seen):
    said = [seen.said(ideas[pk]) for pk in numbers[:IDEAS_SHOWN] if pk in ideas]
    if not said and (words := seen.said_in(decision)):
        said = [words]
    gap = _("It does not say what people said that it answers.")
    return Step(Link.SAID, said, more=max(0, len(numbers) - IDEAS_SHOWN), gap=gap)
