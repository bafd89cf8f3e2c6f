"""The box into which people put their answers: what is in it belongs to nobody.

One row holds the answers of everyone, as counts, and the words of everyone, in no order; beside
them, who has put something in. All of it is sealed with the key of the installation, padded to
steps, without a time, and written anew with each answer. So nothing in the database joins an
answer to a person: no row of its own, no order, no length, no moment, no earlier copy of the row.
"""

import base64
import json
from dataclasses import asdict, dataclass, field
from random import SystemRandom

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac

from projects.models.hands import FEW

STEP = 32_768
"""The box grows by so many letters at once: its length does not tell how much someone wrote."""
VALUES = 5
NO_TIME = 0
"""What stands in the place where a seal says when it was made."""

shuffle = SystemRandom().shuffle


def is_few(number):
    """From one to four: so few could be found."""
    return 0 < number < FEW


class CannotOpen(Exception):
    """It was sealed with a key that this installation does not have any more."""


@dataclass
class Contents:
    """What is in a box. Nothing in it says which answer is whose."""

    given: list = field(default_factory=list)
    """The memberships that have answered themselves."""
    papers: int = 0
    marks: list = field(default_factory=list)
    """Of paper forms that were typed in: the same form, sent twice, is one."""
    counts: dict = field(default_factory=dict)
    """`{question: {side: [how many said 1, … 5]}}`"""
    on_paper: dict = field(default_factory=dict)
    """`{question: {side: how many of these counts someone typed in from paper}}`"""
    words: dict = field(default_factory=dict)
    """`{question: [texts in no order]}`"""

    @property
    def number(self):
        return len(self.given) + self.papers

    @property
    def is_enough(self):
        """Five or more. Whoever typed in papers knows those: without them they are five or none."""
        return self.number >= FEW and not is_few(len(self.given))

    def put(self, answers, words, side, *, is_paper=False):
        for key, value in answers.items():
            of_side = self.counts.setdefault(key, {}).setdefault(side, [0] * VALUES)
            of_side[value - 1] += 1
            typed_in = self.on_paper.setdefault(key, {})
            typed_in[side] = typed_in.get(side, 0) + is_paper
        for key, text in words.items():
            self.words.setdefault(key, []).append(text)
        for order in (self.given, self.marks, *self.words.values()):
            shuffle(order)


class SealedBox(models.Model):
    check_in = models.OneToOneField("partnership.CheckIn", models.CASCADE, related_name="box")
    sealed = models.TextField()

    def __str__(self):
        return f"{self.check_in_id}"

    def open(self):
        """What is in it. Raises CannotOpen."""
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            try:
                return Contents(**json.loads(lock_of(key).decrypt(self.sealed.encode())))
            except InvalidToken:
                continue
        raise CannotOpen

    def close(self, contents):
        """Written anew from end to end, whatever changed in it."""
        self.sealed = sealed(contents)
        self.save()


def sealed(contents):
    text = json.dumps(asdict(contents))
    steps = len(text) // STEP + 1
    padded = text.ljust(steps * STEP).encode()
    return lock_of(settings.SECRET_KEY).encrypt_at_time(padded, NO_TIME).decode()


def lock_of(key):
    digest = salted_hmac("collab.partnership.box", "", secret=key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
