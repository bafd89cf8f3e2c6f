"""You said, we did / we could not, because…: read off the chain, never written a second time."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.ideas.models import Idea
from projects.plan.models import Action
from projects.story.seen import Seen
from stages.models import Sharing

SAID_SHOWN = 5
"""Of the ideas behind one entry; how many more there are is said."""
NO_THEME = "none"


class Part(models.TextChoices):
    """What became of what people said, in the order in which it is told."""

    DID = "did", gettext_lazy("We did")
    DOING = "doing", gettext_lazy("We are doing it")
    COULD_NOT = "could-not", gettext_lazy("We could not, because…")
    NOT_YET = "not-yet", gettext_lazy("Not answered yet")


ORDER = list(Part)


@dataclass
class Entry:
    """What people said, and what became of it: one decision, or ideas with the same answer."""

    part: str
    decision: object = None
    because: str = ""
    """Why not, or why only a part of it, where that is said of the ideas themselves."""
    status: str = ""
    """What a lead said became of the ideas, where no decision answers them."""
    ideas: list = field(default_factory=list)
    """Their numbers, the newest first."""
    said: list = field(default_factory=list)
    """The first of what was said, once it is filled in."""
    done: list = field(default_factory=list)
    still: list = field(default_factory=list)
    stopped: list = field(default_factory=list)
    shows: list = field(default_factory=list)

    @property
    def more(self):
        """How many further ideas are behind it, or stand there without their words."""
        return max(0, len(self.ideas) - len(self.said))

    @property
    def key(self):
        """What names it on a page."""
        is_ideas = self.status or not self.decision
        return f"idea-{self.ideas[0]}" if is_ideas else f"decision-{self.decision.pk}"

    @property
    def answer(self):
        """What a lead said became of it, where no decision says it."""
        return ANSWERS[self.status]() if self.status and not self.decision else ""


ANSWERS = {
    Idea.Status.NEW: lambda: _("Nobody has answered it yet."),
    Idea.Status.LOOKING: lambda: _("We are looking at it."),
    Idea.Status.USED: lambda: _("We use it."),
    Idea.Status.PARTLY: lambda: _("We use part of it."),
    Idea.Status.NOT_USED: lambda: _("We do not use it."),
}


def you_said_we_did(project, seen=None, *, theme=""):
    """Every entry, in order, without words yet: `fill` those that are shown.

    In a fixed number of queries, however much was said.
    """
    seen = seen or Seen(project)
    ideas = ideas_in(seen, theme)
    decisions = seen.decisions()
    answered = answers_of(decisions)
    entries = [*of_decisions(seen, decisions, ideas, answered, is_all=not theme)]
    entries += of_ideas(decisions, ideas, answered)
    return sorted(entries, key=lambda entry: ORDER.index(entry.part))


@dataclass(frozen=True)
class Row:
    """What has to be known of an idea to put it in its place."""

    status: str
    because: str
    """Nothing where it may not be told."""
    stands_alone: bool
    """Whether it may be told where no decision tells of it."""


def ideas_in(seen, theme=""):
    """`{number: Row}`, the newest first."""
    ideas = seen.project.ideas.shown()
    if theme:
        ideas = ideas.filter(theme=None if theme == NO_THEME else int(theme))
    found = {}
    rows = ideas.order_by("-pk").values_list("pk", "status", "because", "sharing")
    for pk, status, because, sharing in rows:
        may_tell = not seen.is_public or sharing == Sharing.PUBLIC
        found[pk] = Row(status, because if may_tell else "", may_tell)
    return found


def answers_of(decisions):
    """`{idea: [the decisions that answer it]}`, in the order of the decisions."""
    place = {decision.pk: position for position, decision in enumerate(decisions)}
    links = Idea.decisions.through.objects.filter(decision__in=place)
    answered = {}
    for decision, idea in links.values_list("decision", "idea"):
        answered.setdefault(idea, []).append(decisions[place[decision]])
    for those in answered.values():
        those.sort(key=lambda decision: place[decision.pk])
    return answered


def of_decisions(seen, decisions, ideas, answered, *, is_all):
    """An entry for each decision that answers something people said and that we go along with."""
    behind = {decision.pk: [] for decision in decisions}
    reasons = {}
    for idea, row in ideas.items():
        for decision in answered.get(idea, ()):
            if row.status != Idea.Status.NOT_USED:
                behind[decision.pk].append(idea)
                if row.status == Idea.Status.PARTLY and row.because:
                    reasons.setdefault(decision.pk, row.because)
    for decision in decisions:
        those = behind[decision.pk]
        if those or (is_all and seen.said_in(decision) and not refuses(decision, answered)):
            entry = Entry("", decision, because=reasons.get(decision.pk, ""), ideas=those)
            sort_actions(entry)
            entry.part = part_of(entry)
            yield entry


def refuses(decision, answered):
    """Every idea it answers is not used: those have entries of their own."""
    return any(decision in those for those in answered.values())


def sort_actions(entry):
    for action in entry.decision.chain:
        if action.state == Action.State.DONE:
            entry.done.append(action)
        elif action.state == Action.State.STOPPED:
            entry.stopped.append(action)
        else:
            entry.still.append(action)


def part_of(entry):
    """Done is what is done and has nothing open; what was only stopped we could not do."""
    if entry.still or not (entry.done or entry.stopped):
        return Part.DOING
    return Part.DID if entry.done else Part.COULD_NOT


def of_ideas(decisions, ideas, answered):
    """What is not used, with the decision about it; and what no decision answers."""
    entries = {}
    for idea, row in ideas.items():
        about = answered.get(idea, ())
        if not row.stands_alone or (about and row.status != Idea.Status.NOT_USED):
            continue
        decision = about[0] if about else None
        key = (decision and decision.pk, row.status, row.because or idea)
        if key not in entries:
            part = PART_OF[Idea.Status(row.status)]
            entries[key] = Entry(part, decision, because=row.because, status=row.status)
        entries[key].ideas.append(idea)
    return list(entries.values())


PART_OF = {
    Idea.Status.NEW: Part.NOT_YET,
    Idea.Status.LOOKING: Part.NOT_YET,
    Idea.Status.USED: Part.DOING,
    Idea.Status.PARTLY: Part.DOING,
    Idea.Status.NOT_USED: Part.COULD_NOT,
}
"""Where no decision says what was done, using an idea is not yet having done it."""


def fill(entries, seen, *, most=SAID_SHOWN):
    """Give these entries their words and figures, in a fixed number of queries.

    Where not all words may stand, those that may come first.
    """
    wanted = [
        pk for entry in entries for pk in (entry.ideas[:most] if seen.is_team else entry.ideas)
    ]
    ideas = seen.project.ideas.ready_to_draw().in_bulk(wanted)
    for entry in entries:
        those = [ideas[pk] for pk in entry.ideas if pk in ideas]
        quoted = [idea for idea in those if seen.may_quote(idea)]
        entry.said = [seen.said(idea) for idea in quoted[:most]]
        if entry.decision and not entry.ideas and (said := seen.said_in(entry.decision)):
            entry.said = [said]
        entry.shows = shows_of(entry.done + entry.still + entry.stopped, seen)
    return entries


def shows_of(actions, seen):
    """What the measures of these actions show, each once."""
    measures = {one.pk: one for action in actions for one in action.shown_by}
    return [seen.shown(measure) for measure in measures.values()]
