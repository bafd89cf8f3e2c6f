"""Who was heard: people, not accounts, by way and by community; and who was not reached.

Numbers under five are never shown, and no other number gives them away: a figure is only ever
the sum of numbers that stand somewhere by themselves. Smaller ones are said beside it, in words,
and are in no sum (docs/decisions/0030-who-was-heard.md).
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.ideas.models import Idea
from projects.models import Hand
from projects.models.hands import FEW


@dataclass
class Figure:
    """People heard, as it may be shown."""

    people: int = 0
    few: int = 0
    """How many times there were fewer than five."""
    uncounted: int = 0
    """How many times nobody counted."""
    sessions: list = field(default_factory=list)

    def add(self, number):
        if number is None:
            self.uncounted += 1
        elif number < FEW:
            self.few += 1
        else:
            self.people += number

    @property
    def is_nobody(self):
        return not (self.people or self.few or self.uncounted)

    def __str__(self):
        """“40 people, and 2 times fewer than 5”; what is small is in no sum."""
        said = []
        if self.people:
            said.append(ngettext("%(num)s person", "%(num)s people", self.people))
        if self.few:
            once, often = _("fewer than 5 people"), _("%(times)s times fewer than 5 people")
            said.append(once if self.few == 1 else often)
        if self.uncounted:
            once, often = (
                _("people whom nobody counted"),
                _("%(uncounted)s times people whom nobody counted"),
            )
            said.append(once if self.uncounted == 1 else often)
        figures = {"num": self.people, "times": self.few, "uncounted": self.uncounted}
        return _(", and ").join(said) % figures if said else _("nobody yet")


@dataclass
class Heard:
    """`ways` is `[(words, Figure)]`, `communities` `[(name, its group or None, Figure)]`."""

    whole: Figure
    ways: list
    communities: list
    not_reached: list
    """The groups whom the change affects and whom nobody has asked yet."""


def who_was_heard(project):
    """In a fixed number of queries, however many sessions and ideas there are."""
    whole, ways = Figure(), {way: Figure() for way in words_of_ways()}
    of_groups, of_others = {}, {}
    for session in project.sessions.select_related("group").order_by("pk"):
        group, name = session.group, session.community
        if group:
            row = of_groups.setdefault(group.pk, (group.name, group, Figure()))
        else:
            row = of_others.setdefault(name.casefold(), (name, None, Figure()))
        figure = row[2]
        figure.sessions.append(session)
        for one in (whole, ways[session.way], figure):
            one.add(session.how_many)
    for way, number in counted_ideas(project):
        whole.add(number)
        ways[way].add(number)
    for hand in groups_written_for(project):
        row = of_others.setdefault(hand.group.casefold(), (hand.group, None, Figure()))
        for one in (whole, ways[Idea.Way.SESSION], row[2]):
            one.add(hand.people)
    groups = list(project.groups.all())
    reached = [of_groups[group.pk] for group in groups if group.pk in of_groups]
    return Heard(
        whole,
        [(words, ways[way]) for way, words in words_of_ways().items()],
        reached + sorted(of_others.values(), key=lambda one: one[0].casefold()),
        [group for group in groups if group.pk not in of_groups],
    )


def words_of_ways():
    return {
        Idea.Way.SESSION: _("Met in a session"),
        Idea.Way.PAPER: _("Wrote on paper"),
        Idea.Way.PUBLIC: _("Wrote on the public page"),
        Idea.Way.MEMBER: _("Gave an idea as one of the team"),
    }


def counted_ideas(project):
    """`(way, people)` of what came outside sessions: each form or message is one person."""
    ideas = project.ideas.shown().filter(session=None)
    for way in (Idea.Way.PAPER, Idea.Way.PUBLIC):
        if number := ideas.filter(way=way).count():
            yield way, number
    members = ideas.filter(way=Idea.Way.MEMBER).exclude(hand__in=groups_hands(project))
    if number := members.order_by().values("given_by").distinct().count():
        yield Idea.Way.MEMBER, number


def groups_hands(project):
    return Hand.objects.filter(project=project, member=None)


def groups_written_for(project):
    """Groups for whom somebody wrote an idea as they spoke; each counts once."""
    ideas = project.ideas.shown().filter(session=None)
    return groups_hands(project).filter(pk__in=ideas.order_by().values("hand"))


def header():
    return [
        _("What"),
        _("Who"),
        _("How many times"),
        _("People"),
        _("Times with fewer than 5 people"),
        _("Times when nobody counted"),
        _("Whom to ask"),
    ]


def rows_of(heard):
    """The page as a spreadsheet."""
    for words, figure in heard.ways:
        yield [_("By way"), words, *figures_of(figure), ""]
    for name, _of, figure in heard.communities:
        yield [_("By community"), name, *figures_of(figure), ""]
    for group in heard.not_reached:
        yield [_("Not reached yet"), group.name, 0, "", "", "", group.ask]


def figures_of(figure):
    times = len(figure.sessions) or ""
    return [times, figure.people or "", figure.few or "", figure.uncounted or ""]
