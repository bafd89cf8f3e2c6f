"""What was not done, with the reason where somebody wrote one down: nothing is passed over.

Each room gives a `NotDone` or more; a record says so too where there is nothing to tell.
"""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.checklist.models import Answer
from projects.ideas.models import Idea
from projects.models import Part
from projects.plan.models import Approval, SmallTest
from stages.models import Stage


@dataclass(frozen=True)
class NotDone:
    """One kind of thing that was not done. `lines` is `[(what, why or "")]`."""

    words: str
    lines: list
    needs_why: bool = False
    """A reason belongs to each: where none is written down, the paper says so."""


def not_done_of(found):
    """`[NotDone]` out of all that was gathered for a paper; asks the database nothing."""
    kinds = [
        *of_ideas(found["ideas"]),
        *of_people(found["asked"]),
        of_parts(found["parts"]),
        of_steps(found["moves"]),
        *of_items(found),
        of_proposals(found["proposals"]),
        *of_plan(found["plan"]),
        *of_talk(found["talk"]),
        of_measures(found["impact"]),
    ]
    return [kind for kind in kinds if kind.lines]


def of_ideas(ideas):
    told = [one for _theme, some in ideas.themes for one in some.rows]
    refused = [one for one in told if one.idea.status == Idea.Status.NOT_USED]
    waiting = sum(one.idea.is_unanswered for one in told)
    return [
        NotDone(
            _("Ideas that are not used"),
            [(words_of(one), one.idea.because) for one in refused],
            needs_why=True,
        ),
        NotDone(_("Ideas without an answer"), [(number_in_words(waiting), "")] if waiting else []),
    ]


def number_in_words(number):
    words = ngettext(
        "%(num)s idea. It stands above, among the ideas.",
        "%(num)s ideas. They stand above, among the ideas.",
        number,
    )
    return words % {"num": number}


def words_of(told):
    """In their giver's words where these may stand on paper."""
    words = f"“{told.text}”" if told.text else _("An idea whose words we do not print")
    return f"{words} ({told.came_from})"


def of_people(asked):
    waiting = [one for one in asked["sessions"].rows if not one.answered_on or one.has_news]
    groups = [(group.name, "") for group in asked["not_reached"]]
    return [
        NotDone(_("Groups that the change affects and whom nobody has asked"), groups),
        NotDone(
            _("Groups that were asked and wait for an answer"), [(named(s), "") for s in waiting]
        ),
    ]


def named(session):
    return session.community


def of_parts(parts):
    fixed = dict(parts)[Part.State.FIXED]
    lines = [(one.name, one.because) for one in fixed]
    return NotDone(_("Parts that people could not change"), lines, needs_why=True)


def of_steps(moves):
    lines = [
        (", ".join(str(step.label) for step in move.skipped), move.because)
        for move in moves
        if move.kind == move.Kind.SKIP
    ]
    return NotDone(_("Steps that were passed over"), lines, needs_why=True)


def of_items(found):
    """What rests on law or a standard and has no answer yet stands first."""
    musts = [item for _stage, items in found["musts"] for item in items if is_open(item)]
    return [
        NotDone(_("What rests on law or a standard, and is not done"), lines_of(musts)),
        NotDone(
            _("What the team left out of its checklists"),
            [(item_in_words(item), item.left_out_because) for item in found["left_out"]],
            needs_why=True,
        ),
        NotDone(
            _("What was not needed"),
            [(item_in_words(item), item.note) for item in found["not_needed"]],
            needs_why=True,
        ),
    ]


def is_open(item):
    return not item.left_out and item.value not in (Answer.DONE, Answer.NOT_NEEDED)


def lines_of(items):
    words = [(item_in_words(item), item.get_value_display() or _("Not answered")) for item in items]
    return [(f"{item} ({answer})", "") for item, answer in words]


def item_in_words(item):
    return f"{Stage(item.stage).label}: {item.wording}"


def of_proposals(proposals):
    lines = [(one.question, one.decision) for one in proposals]
    return NotDone(_("What was proposed, and is not decided"), lines)


def of_plan(plan):
    """What was stopped, what somebody said no to, and what is later than planned."""
    refused = [one for one in plan["approvals"] if one.state == Approval.State.REFUSED]
    tests = [one for one in plan["tests"] if one.state == SmallTest.State.STOPPED]
    late = [(action.what, "") for action in plan["to_do"] if action.is_late]
    return [
        NotDone(
            _("What will not be done"),
            [(action.what, action.because) for action in plan["stopped"]],
            needs_why=True,
        ),
        NotDone(_("What is later than planned"), late),
        NotDone(_("What was tried, and is not kept"), [(one.name, why_of(one)) for one in tests]),
        NotDone(
            _("Where somebody had to say yes, and said no"),
            [(str(one), one.because) for one in refused],
            needs_why=True,
        ),
    ]


def why_of(test):
    """What came last of a small test says why it ended."""
    cycles = list(test.cycles.all())
    return cycles[-1].next_step if cycles else ""


def of_talk(talk):
    """Who waits for an answer, and what the team said that it would say."""
    waiting, today = talk["waiting"], timezone.localdate()
    broken = [(one.headline, "") for one in talk["promises"] if one.promised_on < today]
    words = ngettext("%(num)s question", "%(num)s questions", waiting) % {"num": waiting}
    return [
        NotDone(_("Questions to the team without an answer"), [(words, "")] if waiting else []),
        NotDone(_("Where the team said when it would say more, and has not"), broken),
    ]


def of_measures(impact):
    lines = [(one.name, one.retired_because) for one in impact["retired"]]
    return NotDone(_("What is not measured any more"), lines, needs_why=True)
