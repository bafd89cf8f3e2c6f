"""What the team is told about decisions. Each has the whole decision in it."""

from django.utils.translation import gettext as _

from projects.ideas.emails import hear
from projects.telling import leads_of, team_of, tell
from ui.dates import as_people_write
from ui.display import Display


def proposed(decision):
    to_the_team(decision, _("A decision is proposed"), decision.recorded_by)


def recorded(decision):
    to_everyone(decision, _("A decision is written down"), decision.recorded_by)


def agreed(decision, *, by):
    to_everyone(decision, _("A decision is agreed"), by)


def replaced(decision, old):
    """`decision` is the new one, in place of `old`: who is behind an idea of either hears.

    What was for named people only is not told again.
    """
    before, ideas = "", {*decision.ideas.all()}
    if not old.is_private:
        before = _("It replaces what was decided before: %(old)s") % {"old": old.decision}
        ideas |= {*old.ideas.all()}
    to_everyone(decision, _("A decision has changed"), decision.recorded_by, before, ideas=ideas)


def answers(decision, ideas, *, by):
    """It is said now, and not before, that the decision answers these ideas."""
    behind(decision, ideas, _("A decision answers an idea"), by)


def seen_differently(decision, view):
    tell(
        decision.project,
        leads_of(decision.project, but=view.by),
        subject=_("Someone sees a decision differently"),
        text=[
            _("%(name)s sees this differently: “%(question)s”")
            % {"name": view.said_by(Display()), "question": decision.question},
            view.note,
        ],
        url=decision.get_absolute_url(),
        about=decision,
    )


def to_everyone(decision, subject, by, *more, ideas=None):
    """Those behind the ideas that it answers, who read that first; then the rest of the team."""
    told = behind(decision, ideas or decision.ideas.all(), subject, by, *more)
    to_the_team(decision, subject, by, *more, but=told)


def behind(decision, ideas, subject, by, *more):
    """What is for named people only stays in the team, which sees all of its decisions."""
    return hear(
        ideas,
        by=by,
        subject=subject,
        text=[_("This is what was decided:"), *in_words(decision), *more],
        url=decision.get_absolute_url(),
        about=decision,
        outside=[] if decision.is_private else None,
    )


def to_the_team(decision, subject, by, *more, but=()):
    tell(
        decision.project,
        [person for person in team_of(decision.project, but=by) if person not in but],
        subject=subject,
        text=[*in_words(decision), *more],
        url=decision.get_absolute_url(),
        about=decision,
    )


def in_words(decision):
    """The decision as paragraphs: the question, what, why, who and when."""
    return [
        decision.question,
        decision.decision,
        decision.reason and _("Why: %(reason)s") % {"reason": decision.reason},
        decision.dissent and _("Who did not agree: %(dissent)s") % {"dissent": decision.dissent},
        decision.by_whom and _("Who decided: %(whom)s") % {"whom": decision.by_whom},
        decision.decided and _("When: %(day)s") % {"day": as_people_write(decision.decided)},
    ]
