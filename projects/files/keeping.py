"""Where the contents of files lie: under random names, outside of what is served to everyone."""

import secrets
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

FOLDER = "files"
LEFT_OVER_AFTER = timedelta(days=1)
"""A request that has not ended by then never will."""


def put(content):
    """The random name under which the content lies now. Nothing in it tells what it is."""
    name = secrets.token_hex(16)
    return default_storage.save(f"{FOLDER}/{name[:2]}/{name}", ContentFile(content))


def remove(name):
    default_storage.delete(name)


def forget(names):
    """Remove these contents, once the transaction that no longer needs them has ended well."""
    names = [name for name in names if name]
    transaction.on_commit(lambda: [default_storage.delete(name) for name in names])


def sweep(in_use, *, now=None):
    """Remove the contents that no file has, such as a process that died leaves; how many.

    `in_use` says which of some names have a file.
    """
    before = (now or timezone.now()) - LEFT_OVER_AFTER
    gone = 0
    for folder in folders():
        names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
        for name in set(names) - in_use(names):
            if default_storage.get_modified_time(name) < before:
                default_storage.delete(name)
                gone += 1
    return gone


def folders():
    if not default_storage.exists(FOLDER):
        return []
    return [f"{FOLDER}/{name}" for name in sorted(default_storage.listdir(FOLDER)[0])]
