"""What a closed check-in says: how answers spread, in words and as a picture."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from projects.partnership.models.results import GAP, Lean

LEANS = {
    Lean.AGREE: lambda: _("Most people agree."),
    Lean.RATHER_YES: lambda: _("More people agree than not."),
    Lean.SPLIT: lambda: _("Answers are split: some agree, some do not."),
    Lean.UNSURE: lambda: _("Many are not sure."),
    Lean.RATHER_NO: lambda: _("More people disagree than agree."),
    Lean.DISAGREE: lambda: _("Most people disagree."),
}
STEPS = {
    Lean.DISAGREE: 0,
    Lean.RATHER_NO: 1,
    Lean.UNSURE: 2,
    Lean.SPLIT: 2,
    Lean.RATHER_YES: 3,
    Lean.AGREE: 4,
}
FIRST = 3
"""So many to look at first; nobody mends twelve things at once."""
FAR = 2
"""So many steps between two sides are a gap, where there are words and no numbers."""


def side_in_words(side):
    return {
        "all": _("Everyone"),
        "lived": _("People who use services, and carers"),
        "staff": _("Staff"),
    }[side]


@dataclass
class Line:
    """One question, with the spread of everyone and of each side that may be shown."""

    question: object
    words: str
    all: object
    sides: list = field(default_factory=list)

    @property
    def in_words(self):
        if self.all.number and sum(self.all.counts[3:]) == self.all.number:
            return _("Everyone who answered agrees.")
        return LEANS[self.all.lean]()

    @property
    def numbered(self):
        """The sides with numbers, for a picture; the others are told in words."""
        return [side for side in self.sides if side.counts]

    @property
    def sides_in_words(self):
        return [f"{side_in_words(one.side)}: {LEANS[one.lean]()}" for one in self.sides]

    @property
    def gap(self):
        """That one side sees it otherwise than the other, in words; "" when it does not."""
        if len(self.sides) < 2:
            return ""
        lived, staff = self.sides
        if lived.counts and staff.counts:
            apart, far = lived.share_of_yes - staff.share_of_yes, GAP
        else:
            apart, far = STEPS[lived.lean] - STEPS[staff.lean], FAR
        if abs(apart) < far:
            return ""
        if apart < 0:
            return _("People who use services and carers agree less than staff do.")
        return _("Staff agree less than people who use services and carers do.")

    @property
    def is_low(self):
        return self.all.is_low or any(side.is_low for side in self.sides)

    @property
    def spreads(self):
        return [self.all, *self.numbered]


class Picture:
    """Everything a results page shows, in three queries."""

    def __init__(self, check_in, display):
        self.check_in, self.is_easy = check_in, display.is_easy
        self.scale = [one for one in check_in.edition.check_in_scale.all() if one.key.isdecimal()]
        scaled, self.open_ones, _contact = check_in.questions()
        spreads = {}
        for spread in check_in.spreads.all():
            spreads.setdefault(spread.key, {})[spread.side] = spread
        self.lines, self.hidden = [], []
        for question in scaled:
            found = spreads.get(question.key)
            if found is None:
                self.hidden.append(self.words_of(question))
                continue
            sides = [found[side] for side in ("lived", "staff") if side in found]
            words = self.words_of(question)
            self.lines.append(Line(question, words, found["all"], sides))
        self.remarks = list(check_in.remarks.all())

    def words_of(self, question):
        return question.easy if self.is_easy else question.statement

    @property
    def labels(self):
        return [one.easy if self.is_easy else one.label for one in self.scale]

    @property
    def low(self):
        """What to look at first: a gap between the sides, then where answers are low or split."""
        return sorted((line for line in self.lines if line.is_low or line.gap), key=first_to_see)

    @property
    def to_try(self):
        """What to look at, in two parts: what matters most, and the rest."""
        return self.low[:FIRST], self.low[FIRST:]

    @property
    def said(self):
        """`[(open question, texts)]` of those that somebody wrote something to."""
        by_key = {}
        for remark in self.remarks:
            by_key.setdefault(remark.key, []).append(remark)
        return [
            (self.words_of(one), by_key[one.key]) for one in self.open_ones if one.key in by_key
        ]

    # As a table

    @property
    def header(self):
        return [_("Question"), _("Whose answers"), *self.labels]

    @property
    def rows(self):
        return [
            [line.words, side_in_words(spread.side), *spread.counts[: len(self.scale)]]
            for line in self.lines
            for spread in line.spreads
        ]


def first_to_see(line):
    return (not line.gap, STEPS[line.all.lean])
