"""Sends what is due: once, or for ever with --loop."""

import signal
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, close_old_connections

from outbox.line import NoLine
from outbox.sending import Post

IDLE = 1
RESTS = (2, 5, 15, 60)
"""Seconds without a mail server before it is asked again."""


class Command(BaseCommand):
    help = (
        "Sends the mail that is due. Run it by a timer every few minutes, or with --loop as a "
        "service. Any number may run at the same time."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", action="store_true", help="Goes on until it is ended (SIGTERM or Ctrl-C)."
        )

    def handle(self, *, loop, **options):
        self.is_over, self.failed, self.post = False, 0, Post()
        if not loop:
            return self.once()
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, self.end)
        while not self.is_over:
            self.rest(self.again())
        return None

    def end(self, *signal_and_frame):
        """The mail that is leaving leaves; the next one waits for whoever comes after."""
        self.is_over = True

    def once(self):
        try:
            self.post.go_round()
        except NoLine as problem:
            self.post.note(problem.code)
            raise CommandError(f"No mail leaves: {problem.code}") from problem
        self.post.note()

    def again(self):
        """One round; returns how many seconds to rest after it."""
        close_old_connections()
        try:
            self.post.go_round(lambda: self.is_over)
        except NoLine as problem:
            self.post.note(problem.code)
            self.failed += 1
            return RESTS[min(self.failed, len(RESTS)) - 1]
        except OperationalError:  # the database is away: ask again soon
            return RESTS[1]
        self.post.note()
        self.failed = 0
        return IDLE

    def rest(self, seconds):
        until = time.monotonic() + seconds
        while not self.is_over and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))
