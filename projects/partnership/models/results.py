"""What a check-in leaves behind once it is closed: only what may be shown."""

import uuid

from django.db import models
from django.utils.functional import cached_property

from projects.models.hands import FEW
from projects.partnership.models.sealed_box import VALUES, shuffle

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
    """
    for key, by_side in contents.counts.items():
        whole = [sum(column) for column in zip(*by_side.values(), strict=True)]
        if sum(whole) < FEW:
            continue
        yield Spread(check_in=check_in, key=key, side="all", lean=lean_of(whole), counts=whole)
        sides = {side: by_side.get(side, [0] * VALUES) for side in SIDES}
        if min(sum(counts) for counts in sides.values()) < FEW:
            continue
        others = sum(whole) - sum(sum(counts) for counts in sides.values())
        for side, counts in sides.items():
            shown = counts if others == 0 or others >= FEW else []
            lean = lean_of(counts)
            yield Spread(check_in=check_in, key=key, side=side, lean=lean, counts=shown)


def remarks_of(check_in, contents):
    """Everything that was written, in no order."""
    rows = [
        Remark(check_in=check_in, key=key, text=text)
        for key, texts in contents.words.items()
        for text in texts
    ]
    shuffle(rows)
    return rows
