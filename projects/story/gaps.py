"""Where the thread breaks between what was said and what changed, and how a lead can mend it.

A finding, never a mark: each names what is missing and the place where it is put right.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.ideas.models import Idea

SHOWN = 10
"""Of each kind; all of one kind are on a page of its own."""


@dataclass(frozen=True)
class Gap:
    """One kind of break. `rows` is `[(words, where to read it, where to mend it)]`."""

    key: str
    title: str
    why: str
    mend: str
    """What the button beside each row says."""
    rows: list
    is_cut: bool


def gaps_of(project, *, only="", most=SHOWN):
    """Every kind of which there is some; with `only`, that kind alone, and more of it."""
    found = [kind(project, most) for key, kind in KINDS.items() if only in ("", key)]
    return [gap for gap in found if gap.rows]


def cut(rows, most):
    """`(the first rows, whether there are more)`, in one query."""
    found = list(rows[: most + 1])
    return found[:most], len(found) > most


def used_not_decided(project, most):
    used = project.ideas.shown().filter(status__in=(Idea.Status.USED, Idea.Status.PARTLY))
    rows, is_cut = cut(used.filter(decisions=None), most)
    new = reverse("decisions:new", args=[project.pk])
    return Gap(
        "used",
        _("Ideas that are used, and no decision says so"),
        _("People can read that you use it, but not who decided that, and why."),
        _("Write down the decision"),
        [(str(idea), idea.get_absolute_url(), f"{new}?idea={idea.pk}") for idea in rows],
        is_cut,
    )


def not_answered(project, most):
    waiting = project.ideas.shown().filter(status=Idea.Status.NEW, decisions=None)
    rows, is_cut = cut(waiting.given_long_ago().order_by("pk"), most)
    return Gap(
        "waiting",
        _("Ideas of weeks ago that nobody has answered"),
        _("Whoever gave it waits to hear what becomes of it."),
        _("Say what became of it"),
        [
            (
                str(idea),
                idea.get_absolute_url(),
                reverse("ideas:became", args=[project.pk, idea.pk]),
            )
            for idea in rows
        ],
        is_cut,
    )


def standing(project):
    return project.decisions.standing().agreed().order_by("-pk")


def decided_on_nothing(project, most):
    """What was decided before anyone was asked rests on nothing said either: that is said too."""
    bare = standing(project).filter(ideas=None, lived_said="")
    rows, is_cut = cut(bare.distinct(), most)
    return Gap(
        "unasked",
        _("Decisions that do not say what people said"),
        _("Nobody can see whether anyone was heard. Link the ideas that it answers."),
        _("Choose the ideas"),
        [
            (
                one.question,
                one.get_absolute_url(),
                reverse("decisions:ideas", args=[project.pk, one.pk]),
            )
            for one in rows
        ],
        is_cut,
    )


def decided_without_why(project, most):
    rows, is_cut = cut(standing(project).filter(reason=""), most)
    return Gap(
        "bare",
        _("Decisions without a reason"),
        _("People who gave their time want to know why."),
        _("Write down why"),
        [
            (
                one.question,
                one.get_absolute_url(),
                reverse("decisions:replace", args=[project.pk, one.pk]),
            )
            for one in rows
        ],
        is_cut,
    )


def decided_not_planned(project, most):
    """One that refuses every idea it answers needs nothing to be done."""
    used = project.ideas.shown().exclude(status=Idea.Status.NOT_USED)
    planned = set(project.actions.exclude(decision=None).values_list("decision", flat=True))
    lines = standing(project).lines().items()
    unplanned = [number for number, line in lines if planned.isdisjoint(line)]
    found = standing(project).filter(pk__in=unplanned, ideas__in=used)
    rows, is_cut = cut(found.distinct(), most)
    new = reverse("plan:actions:new", args=[project.pk])
    return Gap(
        "unplanned",
        _("Decisions of which nothing follows yet"),
        _("Nobody has said who does what, so nobody can see that it happens."),
        _("Plan what is to be done"),
        [(one.question, one.get_absolute_url(), f"{new}?decision={one.pk}") for one in rows],
        is_cut,
    )


def done_not_shown(project, most):
    done = project.actions.done().exclude(decision=None).filter(measures=None)
    rows, is_cut = cut(done.order_by("-pk"), most)
    standing_ones = list(project.measures.standing().values_list("pk", flat=True)[:2])
    choose = reverse("impact:index", args=[project.pk])
    if len(standing_ones) == 1:
        choose = reverse("impact:measures:actions", args=[project.pk, *standing_ones])
    return Gap(
        "unmeasured",
        _("Things that are done, and no measure shows whether they helped"),
        _("Not everything needs a number. Where one of your measures would show it, link the two."),
        _("Go to what you measure"),
        [(str(action), action.get_absolute_url(), choose) for action in rows],
        is_cut,
    )


def measured_for_nothing(project, most):
    """A measure whose actions rest on no idea, and on nothing that people are said to have said."""
    heard = Q(actions__decision__ideas__isnull=False) | Q(actions__decision__lived_said__gt="")
    rests = project.measures.filter(heard).values("pk")
    rows, is_cut = cut(project.measures.standing().exclude(pk__in=rests), most)
    return Gap(
        "unsaid",
        _("Measures that rest on nothing anyone said"),
        _("Nothing that was said, decided and done leads to it yet."),
        _("Look at the measure"),
        [
            (one.name, reverse("story:measure", args=[project.pk, one.pk]), one.get_absolute_url())
            for one in rows
        ],
        is_cut,
    )


def not_brought_back(project, most):
    """Groups to whom nobody brought the answer, or for whom there is a newer one."""
    waiting = project.sessions.with_news().filter(Q(answered_on=None) | Q(has_news=True))
    heard = waiting.exclude(ideas=None).distinct().order_by("pk")
    rows, is_cut = cut(heard, most)
    return Gap(
        "untold",
        _("Groups who have not heard what became of what they said"),
        _("They have no account and get no e-mail. Someone has to bring it to them."),
        _("Print their answer"),
        [
            (
                f"{one.community}, {one.where}",
                one.get_absolute_url(),
                reverse("ideas:sessions:answer", args=[project.pk, one.pk]),
            )
            for one in rows
        ],
        is_cut,
    )


KINDS = {
    "untold": not_brought_back,
    "waiting": not_answered,
    "used": used_not_decided,
    "unasked": decided_on_nothing,
    "bare": decided_without_why,
    "unplanned": decided_not_planned,
    "unmeasured": done_not_shown,
    "unsaid": measured_for_nothing,
}
"""From what was said to what shows it."""
