"""Envelopes leave, one after the other, and what became of each is written down.

An envelope is claimed only when its mail is written and the connection stands, so a process that
is killed leaves at most one behind that nobody knows about; see docs/decisions/0018.
"""

import logging
import time

from django.db import OperationalError, connection
from django.db.models import Q
from django.utils import timezone

from outbox.line import Dropped, Line, NoAnswer, NoLine, NotSent, Refused
from outbox.mail import goes_by_mail, mail_of
from outbox.models import Envelope, Message, Round
from outbox.packing import pack_at_once, pack_digests

logger = logging.getLogger("collab.outbox")
ENOUGH = 3
"""So many mails in a row that the server dropped are the server's trouble, not theirs."""
LOOK_AGAIN = 0.5
"""Seconds: nobody waits longer for a code because a thousand digests are leaving."""
NOTE_EVERY = 15
"""Seconds between two notes that mail is looked after."""


class Post:
    """One process that sends: its connection, and how it has fared since it went out."""

    def __init__(self):
        self.line, self.dropped = Line(), 0
        self.looked_at = self.noted_at = 0.0
        self.has_sent, self.problem = False, ""

    def go_round(self, is_over=lambda: False):
        """Send all that is due, or as much as leaves until `is_over()`. Raises NoLine."""
        now = timezone.now()
        tidy(now)
        pack_at_once(now)
        pack_digests(now)
        self.looked_at = time.monotonic()
        try:
            while not is_over() and (envelope := self.next()):
                self.deliver(envelope)
                self.note()
        finally:
            self.line.close()  # servers end a connection that is idle, and a code would wait

    def note(self, problem=""):
        """That mail is looked after now; not every second, nobody needs it that exactly."""
        is_new = problem != self.problem or (self.has_sent and not self.noted_at)
        if is_new or time.monotonic() - self.noted_at > NOTE_EVERY:
            Round.went(has_sent=self.has_sent, problem=problem)
            self.noted_at, self.problem, self.has_sent = time.monotonic(), problem, False

    def next(self):
        if time.monotonic() - self.looked_at > LOOK_AGAIN:
            pack_at_once(timezone.now())
            self.looked_at = time.monotonic()
        return Envelope.objects.to_send(timezone.now()).select_related("to").first()

    def deliver(self, envelope):
        """One envelope: written, claimed, handed over, noted. Raises NoLine."""
        mail = written(envelope)
        if mail is None:
            return
        self.line.open()
        if not envelope.take():
            return
        try:
            self.line.hand_over(mail)
        except NoAnswer:
            noted(envelope.not_known, "no-answer")
        except NotSent as problem:
            for_good = isinstance(problem, Refused) and problem.is_for_good
            noted(envelope.not_taken, problem.code, for_good=for_good)
            self.count(problem)
        else:
            noted(envelope.sent)
            self.dropped, self.has_sent = 0, True

    def count(self, problem):
        """Raises NoLine when the server drops one mail after the other."""
        self.dropped = self.dropped + 1 if isinstance(problem, Dropped) else 0
        if self.dropped >= ENOUGH:
            self.dropped = 0
            raise NoLine(problem.code)


def written(envelope):
    """The mail, or None: it goes another way, nothing is left to say, or it cannot be written."""
    if not goes_by_mail(envelope):
        envelope.unpack()
        return None
    try:
        mail = mail_of(envelope)
        if mail is not None:
            mail.message()  # raises what it would raise later, before anything is claimed
    except OperationalError:
        raise
    except Exception as problem:
        logger.warning("Envelope %s cannot be written: %s", envelope.pk, type(problem).__name__)
        if envelope.take():
            envelope.not_taken("unwritable")
        return None
    if mail is None:
        envelope.nothing_left()
    return mail


def noted(verb, *what, **how):
    """What became of a mail is written down even if the database is away for a moment."""
    for wait in (0.2, 1, 3, 10):
        try:
            return verb(*what, **how)
        except OperationalError:
            if connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(wait)
    return verb(*what, **how)


def tidy(now):
    """What was left behind by a process that is gone; what is sealed and too late."""
    for envelope in Envelope.objects.left_behind(now):
        envelope.not_known("killed")
    Message.objects.filter(~Q(sealed=""), expires_at__lte=now).expire()


def send_these(numbers):
    """These messages, at once: where no `send_due` runs. Never fails: what stays is sent later."""
    pack_at_once(timezone.now(), only=numbers)
    post = Post()
    try:
        waiting = Envelope.objects.filter(messages__in=numbers, state=Envelope.State.WAITING)
        for envelope in waiting.select_related("to"):
            post.deliver(envelope)
    except NoLine as problem:
        post.note(problem.code)
    else:
        post.note()
    post.line.close()
