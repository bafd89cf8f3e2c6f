"""What a check-in leaves behind once it is closed: only what may be shown."""

import uuid
from dataclasses import dataclass

from django.db import models
from django.utils.functional import cached_property

from projects.models.hands import FEW
from projects.partnership.models.sealed_box import is_few, shuffle

MOST, SOME = 2 / 3, 1 / 4
GAP = 1 / 3
"""So much more of one side than of the other agree, or more: that is said."""
SIDES = ("lived", "staff")


class Lean(models.TextChoices):
    """How answers lie, as a word: what is shown where numbers would find someone."""

    AGREE = "agree"
    RATHER_YES = "rather_yes"
    SPLIT = "split"
    UNSURE = "unsure"
    RATHER_NO = "rather_no"
    DISAGREE = "disagree"


def lean_of(counts):
    """How these answers lie: never an average, which would hide that a group is split."""
    in_all = sum(counts)
    no, unsure, yes = (part / in_all for part in (sum(counts[:2]), counts[2], sum(counts[3:])))
    if yes >= MOST:
        return Lean.AGREE
    if no >= MOST:
        return Lean.DISAGREE
    if no >= SOME and yes >= SOME:
        return Lean.SPLIT
    if unsure >= 1 / 2:
        return Lean.UNSURE
    return Lean.RATHER_YES if yes > no else Lean.RATHER_NO


class Spread(models.Model):
    """How the answers to one question spread: of everyone, or of one side."""

    class Side(models.TextChoices):
        ALL = "all"
        LIVED = "lived"
        STAFF = "staff"

    check_in = models.ForeignKey("partnership.CheckIn", models.CASCADE, related_name="spreads")
    key = models.CharField(max_length=12)
    """Of the guide's question."""
    side = models.CharField(max_length=5, choices=Side.choices)
    lean = models.CharField(max_length=10, choices=Lean.choices)
    counts = models.JSONField(default=list)
    """How many said 1, … 5; nothing where a few others could be found by taking these away."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["check_in", "key", "side"], name="one_spread_of_a_side"
            ),
        ]

    def __str__(self):
        return self.key

    @property
    def number(self):
        return sum(self.counts)

    @property
    def is_low(self):
        return self.lean not in (Lean.AGREE, Lean.RATHER_YES)

    @cached_property
    def share_of_yes(self):
        return sum(self.counts[3:]) / self.number


class Remark(models.Model):
    """What someone wrote, with a random number: its place says nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    check_in = models.ForeignKey("partnership.CheckIn", models.CASCADE, related_name="remarks")
    key = models.CharField(max_length=12)
    text = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        """Nothing of what was said."""
        return self.key


def spreads_of(check_in, contents):
    """The rows that may be kept: nothing that fewer than five people answered.

    Sides stand beside each other when each has five. Where one to four others answered too, their
    answers could be found by taking both sides from the whole: then sides are told in words only.
    The same holds for what is left when the papers are taken away, which someone has typed in.
    """
    for key, by_side in contents.counts.items():
        papers = contents.on_paper.get(key, {})
        numbers = {side: Answered(sum(counts), papers.get(side, 0))
                   for side, counts in by_side.items()}  # fmt: skip
        in_all = sum(numbers.values(), Answered(0, 0))
        if not in_all.may_stand:
            continue
        whole = [sum(column) for column in zip(*by_side.values(), strict=True)]
        yield Spread(check_in=check_in, key=key, side="all", lean=lean_of(whole), counts=whole)
        if not all(numbers.get(side, Answered(0, 0)).may_stand for side in SIDES):
            continue
        others = [number for side, number in numbers.items() if side not in SIDES]
        is_found = not all(one.may_stand for one in others if one.number)
        for side in SIDES:
            counts, shown = by_side[side], [] if is_found else by_side[side]
            lean = lean_of(counts)
            yield Spread(check_in=check_in, key=key, side=side, lean=lean, counts=shown)


@dataclass(frozen=True)
class Answered:
    """How many answered, and how many of them on a paper that someone typed in."""

    number: int
    papers: int

    def __add__(self, other):
        return Answered(self.number + other.number, self.papers + other.papers)

    @property
    def may_stand(self):
        return self.number >= FEW and not is_few(self.number - self.papers)


def remarks_of(check_in, contents):
    """Everything that was written, in no order."""
    rows = [
        Remark(check_in=check_in, key=key, text=text)
        for key, texts in contents.words.items()
        for text in texts
    ]
    shuffle(rows)
    return rows
