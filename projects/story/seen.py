"""What those who read a thread may have of it: the team, whoever holds a paper, and anyone.

Every page, paper and file of this room asks here, and nowhere else.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.ideas.models import Idea
from projects.impact.models import Measure
from projects.models.hands import FEW
from projects.plan.models import Action
from stages.models import Sharing


class Audience(Enum):
    TEAM = "team"
    """On a page inside the project."""
    PAPER = "paper"
    """What the team prints and hands over, as the summary."""
    WALL = "wall"
    """A poster: a paper that anyone may read."""
    PUBLIC = "public"
    """The public page: only what a lead chose, entry by entry."""


CONSENT = {
    Audience.PAPER: Use.WORDS,
    Audience.WALL: Use.PUBLIC_WORDS,
    Audience.PUBLIC: Use.PUBLIC_WORDS,
}
"""What a member has to have agreed to before their words stand there."""


@dataclass(frozen=True)
class Said:
    """Something that was said, as these readers may have it. It never names anyone."""

    words: str
    """Nothing where the words may not stand there."""
    who: str
    on: date | None = None
    idea: Idea | None = None


@dataclass(frozen=True)
class Shown:
    """What a measure shows, in figures that give nobody away."""

    measure: Measure
    before: str
    now: str


class Seen:
    """A project as one audience may see it. Remembers whose words it gave away: `quoted`."""

    def __init__(self, project, audience=Audience.TEAM):
        self.project, self.audience = project, audience
        self.quoted = {}

    # Which rows

    def decisions(self):
        """Those agreed that stand, each with its actions and what they show: six queries."""
        return self.whole(self.may_read(self.project.decisions.standing().agreed()))

    def whole(self, decisions):
        """Decisions with `chain`: what is done because of each, with its measures and numbers."""
        return decisions.with_actions(self.actions_of(Action.objects.all()))

    def actions_of(self, actions):
        numbers = Prefetch("measures", Measure.objects.with_numbers(), to_attr="shown_by")
        return self.may_read(actions).prefetch_related(numbers)

    def may_read(self, rows):
        if self.is_public:
            return rows.filter(sharing=Sharing.PUBLIC)
        return rows if self.is_team else rows.exclude(sharing=Sharing.PRIVATE)

    @property
    def is_team(self):
        return self.audience == Audience.TEAM

    @property
    def is_public(self):
        return self.audience == Audience.PUBLIC

    # What of them

    def said(self, idea):
        return Said(self.words_of(idea), self.who_said(idea), idea.said_on, idea)

    def said_in(self, decision):
        """What a decision says that people said, where no idea of theirs is linked."""
        if self.is_public or not decision.lived_said:
            return None
        return Said(decision.lived_said, _("People who use services and carers"))

    def words_of(self, idea):
        if self.may_quote(idea):
            if not is_free(idea) and not self.is_team:
                self.quoted[idea.given_by_id] = self.agreed[idea.given_by_id]
            return idea.text
        return ""

    def may_quote(self, idea):
        if self.is_public and idea.sharing != Sharing.PUBLIC:
            return False
        return self.is_team or is_free(idea) or idea.given_by_id in self.agreed

    @cached_property
    def agreed(self):
        """`{person: membership}` of those who agreed that their words stand there."""
        use = CONSENT[self.audience]
        found = Consent.objects.standing().filter(membership__project=self.project, use=use)
        return {
            one.membership.user_id: one.membership for one in found.select_related("membership")
        }

    def who_said(self, idea):
        """In role words, or by the group and the way in which it was heard; never a name."""
        if idea.hand and idea.hand.is_group:
            return who_in_group(idea.hand)
        if idea.given_by_id:
            return _("Someone in the team")
        if idea.session:
            return who_in_session(idea.session)
        if idea.came_from and not self.is_public:
            return _("Someone (%(where)s)") % {"where": idea.came_from}
        return BY_WAY[idea.way]()

    def shown(self, measure):
        """Its last number from before the change, and the newest since."""
        before, now = measure.starting[-1:], measure.later[-1:]
        figures = [self.figure(one) for one in (*before, *now)]
        return Shown(measure, figures[0] if before else "", figures[-1] if now else "")

    def figure(self, reading):
        """The number with its day. Outside the team, a small one could be counted people."""
        small = reading.value is not None and 0 < reading.value < FEW
        is_whole = small and reading.value == int(reading.value)
        said = reading.figure
        if is_whole and not self.is_team:
            said = _("fewer than %(num)s") % {"num": FEW}
        return f"{said} ({reading.when})"


def is_free(idea):
    """Nobody of the team gave it: whoever did told us so that it is heard, and is not named."""
    return idea.given_by_id is None or bool(idea.hand and idea.hand.is_group)


def who_in_group(hand):
    if hand.people is not None and hand.people < FEW:
        return _("Someone in a small group")
    return _("Someone in a group: %(group)s") % {"group": hand.group}


def who_in_session(session):
    """Where so few were there that a place could tell who it was, the place stays unsaid."""
    if session.are_few:
        return _("Someone who wrote on paper") if session.is_paper else _("Someone we met")
    about = {"where": session.where, "community": session.community}
    if session.is_paper:
        return _("Someone who wrote on paper, at “%(where)s” (%(community)s)") % about
    return _("Someone at “%(where)s” (%(community)s)") % about


BY_WAY = {
    Idea.Way.MEMBER: lambda: _("Someone in the team"),
    Idea.Way.PUBLIC: lambda: _("Someone who wrote on the public page"),
    Idea.Way.SESSION: lambda: _("Someone we met"),
    Idea.Way.PAPER: lambda: _("Someone who wrote on paper"),
    Idea.Way.RECORD: lambda: _("Someone, in an earlier record"),
}
