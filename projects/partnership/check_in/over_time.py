"""How the answers of one team change from check-in to check-in. Never beside another team's."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ui.jinja import day

LAST = 8
"""So many check-ins stand in a picture: about a year."""
MORE = 0.15
"""From so much more on, it is said that more people agree."""


@dataclass
class Moment:
    on: object
    spread: object

    @property
    def parts(self):
        """How many do not agree, are not sure, agree."""
        counts = self.spread.counts
        return [sum(counts[:2]), counts[2], sum(counts[3:])]

    @property
    def number(self):
        return self.spread.number

    @property
    def in_words(self):
        no, unsure, yes = self.parts
        said = _("%(day)s: %(yes)s of %(number)s agree, %(unsure)s not sure, %(no)s disagree.")
        about = {"yes": yes, "unsure": unsure, "no": no, "number": self.number}
        return said % (about | {"day": day(self.on)})


@dataclass
class Line:
    """One question through time."""

    key: str
    words: str
    moments: list

    @property
    def in_words(self):
        first, last = (one.spread.share_of_yes for one in (self.moments[0], self.moments[-1]))
        if last - first >= MORE:
            return _("More people agree than the first time.")
        if first - last >= MORE:
            return _("Fewer people agree than the first time.")
        return _("About as many agree as the first time.")


def over_time(project, display):
    """A line for each question with answers from two check-ins or more, in three queries."""
    closed = project.check_ins.closed().in_full().filter(answered__isnull=False)
    newest = list(closed.prefetch_related("spreads").select_related("edition")[:LAST])
    if len(newest) < 2:
        return []
    moments = {}
    for check_in in reversed(newest):
        for spread in check_in.spreads.all():
            if spread.side == "all":
                moments.setdefault(spread.key, []).append(Moment(check_in.closed_on, spread))
    questions = newest[0].edition.check_in_questions.all()
    return [
        Line(one.key, one.easy if display.is_easy else one.statement, moments[one.key])
        for one in questions
        if len(moments.get(one.key, [])) > 1
    ]
