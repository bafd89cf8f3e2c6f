"""Addresses with a code in them: whoever has one comes in. They stay out of logs and of copies."""

import logging

from django.urls import Resolver404, resolve

SECRETS = {
    "code",
    "come_back",
    "feed_code",
    "follow_code",
    "follow_up_code",
    "follower_code",
    "proposal_code",
    "support_code",
    "token",
}
"""What such a part of an address is called, in every room."""


def secrets_in(match):
    """The codes that the address holds, or the empty list."""
    named = match.kwargs if match else {}
    return [str(named[name]) for name in SECRETS & set(named)]


def without_secrets(path):
    """The path with its codes left out: `/join/invitation/…/`."""
    try:
        found = secrets_in(resolve(path))
    except Resolver404:
        return path
    for secret in found:
        path = path.replace(secret, "…")
    return path


class NoSecrets(logging.Filter):
    """Django writes down the path of what went wrong; the code in it may open something still."""

    def filter(self, record):
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_secrets(one) if isinstance(one, str) and one.startswith("/") else one
                for one in record.args
            )
        return True
