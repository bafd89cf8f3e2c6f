"""What the summary says of the ideas. It may leave the team, so nobody is named."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.ideas.models import Idea, under_themes
from stages.models import Sharing
from ui.display import Display


@dataclass(frozen=True)
class Told:
    """An idea as it may stand on paper."""

    idea: Idea
    text: str
    """Nothing where a member gave it who has not agreed that their words stand there."""
    came_from: str
    """A session's people, where it came from, or the way it came; never a person."""
    decisions: list
    """Those that may stand on paper too."""


def ideas_of(project, reader=None, quoted=None):
    """What people said and what became of it, in a fixed number of queries.

    `themes` is `[(theme or None, [Told])]`; `ways` and `statuses` say how many ideas came how,
    and what became of how many; `unquoted` is how many stand there without their words. Who
    wrote for others stays unnamed; a group's words are quoted, because it told us for that.
    `quoted` are the people who agreed to it, when that is known already.
    """
    reader = reader or Display()
    shown = project.ideas.shown().ready_to_draw().by_theme()
    on_paper = Idea.decisions.rel.related_model.objects.exclude(sharing=Sharing.PRIVATE)
    answers = Prefetch("decisions", on_paper, to_attr="answers")
    ideas = list(shown.prefetch_related(answers))
    may_stand = who_agreed(project) if quoted is None else set(quoted)
    told = {idea.pk: told_of(idea, may_stand, reader) for idea in ideas}
    return {
        "ideas_in_all": len(ideas),
        "themes": [
            (theme, [told[idea.pk] for idea in those]) for theme, those in under_themes(ideas)
        ],
        "ways": figures_of(Idea.Way, [idea.way for idea in ideas]),
        "statuses": figures_of(Idea.Status, [idea.status for idea in ideas]),
        "unquoted": sum(not one.text for one in told.values()),
    }


def who_agreed(project):
    agreed = Consent.objects.standing().filter(membership__project=project, use=Use.WORDS)
    return set(agreed.values_list("membership__user", flat=True))


def told_of(idea, may_stand, reader):
    is_groups = idea.hand is not None and idea.hand.is_group
    is_free = idea.given_by_id is None or is_groups or idea.given_by_id in may_stand
    if is_groups:
        came_from = idea.hand.group_in_words
    elif idea.given_by_id:
        came_from = _("From the team")
    else:
        came_from = idea.said_by(reader)
    return Told(idea, idea.text if is_free else "", came_from, idea.answers)


def figures_of(choices, values):
    """`[(words, how many)]` of those that there are."""
    counts = [(SHORTER.get(choice, choice.label), values.count(choice)) for choice in choices]
    return [(words, number) for words, number in counts if number]


SHORTER = {Idea.Status.NOT_USED: gettext_lazy("Not used")}
"""Where no reason follows."""
