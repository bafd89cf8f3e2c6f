"""Texts that let someone in are kept sealed: a stolen table, or a backup, opens nothing."""

import base64
import json

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac


class CannotOpen(Exception):
    """It was sealed with a key that this installation does not have any more."""


def seal(*texts):
    """The texts as one sealed piece of ASCII."""
    return lock_of(settings.SECRET_KEY).encrypt(json.dumps(texts).encode()).decode()


def unseal(sealed):
    """The texts that were sealed, with today's key or an earlier one. Raises CannotOpen."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return json.loads(lock_of(key).decrypt(sealed.encode()))
        except InvalidToken:
            continue
    raise CannotOpen


def lock_of(key):
    digest = salted_hmac("collab.outbox.sealed", "", secret=key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
