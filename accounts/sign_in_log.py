"""What the log says of signing in: who (by number) and how it ended. Never an address or a name."""

import logging

logger = logging.getLogger("collab.sign_in")


def note(outcome, user=None):
    """`outcome` is our own phrase; the person is their number, or nobody we know."""
    logger.info("%s: person %s", outcome, user.pk if user else "unknown")


def warn(outcome, user=None):
    logger.warning("%s: person %s", outcome, user.pk if user else "unknown")
