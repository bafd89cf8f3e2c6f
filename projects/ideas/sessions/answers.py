"""The answer that goes back to a group: their words, and what became of each."""

from django.db.models import Count, F, Max, Q
from django.utils.translation import gettext as _

from projects.ideas.models import Idea, Outcome
from stages.models import Sharing


def with_answers(sessions):
    """Each with `number` of ideas, `answered` of them, and whether `has_news` since the answer."""
    answered = ~Q(ideas__status__in=Idea.UNANSWERED)
    return sessions.with_news().annotate(number=Count("ideas"), answered=Count("ideas", answered))


def waiting(sessions):
    """Groups that still wait: nobody brought an answer back, or there is a newer one."""
    return sessions.with_news().filter(Q(answered_on=None) | Q(has_news=True))


def last_outcome_of(session):
    """The number of the newest step of what became of their ideas; 0 before the first."""
    outcomes = Outcome.objects.filter(idea__session=session)
    return outcomes.aggregate(last=Max("pk"))["last"] or 0


def answer_of(session, reader):
    """What their page says: `[(words, [idea])]`, what was answered first, and what is open.

    In a fixed number of queries; nobody of the team is named in it but who brings it.
    """
    ideas = list(session.ideas.shown().order_by("pk"))
    words = EASY if reader.is_easy else PLAIN
    return {
        "session": session,
        "points": session.points,
        "answers": [
            (words[status](), those) for status in ANSWERED if (those := of(ideas, status))
        ],
        "still_open": [
            (words[status](), those) for status in Idea.UNANSWERED if (those := of(ideas, status))
        ],
        "decided": decisions_about(ideas),
        "is_empty": not ideas,
    }


def decisions_about(ideas):
    """What was agreed about any of these, with what was done: as it may stand on paper.

    Each with its `chain`, the actions that are done or that were stopped. Decisions and actions
    point at ideas from above, so they are found along the relations.
    """
    decision = Idea.decisions.rel.related_model
    action = decision.actions.rel.related_model
    told = action.objects.exclude(sharing=Sharing.PRIVATE).exclude(state__in=action.OPEN)
    found = decision.objects.agreed().filter(ideas__in=ideas).exclude(sharing=Sharing.PRIVATE)
    return found.distinct().order_by("pk").with_actions(told)


def of(ideas, status):
    return [idea for idea in ideas if idea.status == status]


NEW, LOOKING, USED, PARTLY, NOT_USED = Idea.Status.values
ANSWERED = (USED, PARTLY, NOT_USED)
PLAIN = {
    USED: lambda: _("We use it."),
    PARTLY: lambda: _("We use part of it."),
    NOT_USED: lambda: _("We do not use it."),
    LOOKING: lambda: _("We are looking at it."),
    NEW: lambda: _("Nobody has answered it yet."),
}
EASY = {
    USED: lambda: _("Yes. We do this."),
    PARTLY: lambda: _("We do some of this."),
    NOT_USED: lambda: _("No. We do not do this."),
    LOOKING: lambda: _("We think about it now."),
    NEW: lambda: _("We have no answer yet."),
}


def oldest_first(sessions):
    """Who has waited longest is answered first."""
    return sessions.order_by(F("answered_on").asc(nulls_first=True), "pk")
