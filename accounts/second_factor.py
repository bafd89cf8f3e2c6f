"""The second step of signing in: a passkey, an app on the phone, or a recovery code.

Asked of everyone who looks after others, offered to everyone else. allauth.mfa does the work; it
notes in the session how someone signed in, and that note is what opens the doors.
"""

import base64
import hashlib
import hmac
import secrets
import struct
import time

from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import sessions, sign_in_log
from accounts.brand import DEMO_CAST
from outbox.sealing import CannotOpen, seal, unseal

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second step; recovery codes only stand in for one of these."""
GOING_TO = "after_second_step"
"""Where in the session the page waits that someone wanted before they met the second step."""
LATELY = 30 * 60
"""Seconds after signing in for which someone may set up their first second step."""
NUMBERS_WORK_ONCE_IN = 300
"""Seconds; longer than the app's numbers could be good for."""


class MFAAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "That did not match. Wait for the next numbers, then try again."
        ),
    }

    def encrypt(self, text):
        return seal(text)

    def decrypt(self, encrypted_text):
        """Raises CannotOpen when SECRET_KEY is another one now and names no fallback."""
        [text] = unseal(encrypted_text)
        return text

    def get_totp_issuer(self):
        return "Collab"

    def get_public_key_credential_rp_entity(self):
        """A passkey belongs to the host it was made at."""
        return super().get_public_key_credential_rp_entity() | {"name": "Collab"}

    def generate_authenticator_name(self, user, type):
        return _("Passkey on %(device)s") % {"device": sessions.device_of_request()}


# Who has one, and who has given it


def has_one(person):
    return Authenticator.objects.filter(user=person, type__in=KINDS).exists()


def has_passkey(person):
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).exists()


def has_app(person):
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def is_given(request, within=None):
    """Whether this session has it: given at signing in, again since then, or by setting it up."""
    records = get_authentication_records(request, request.user)
    since = time.time() - within.total_seconds() if within else 0
    return any(record.get("method") == "mfa" and record["at"] > since for record in records)


def is_missing(request):
    """Whether this person may go no further before they give it, or set it up.

    What they gave is good for as long as a session of theirs is: one that began before they
    looked after others, and so is longer, is asked again.
    """
    return request.user.looks_after_others and not is_given(request, sessions.LOOKING_AFTER_OTHERS)


def signed_in_lately(request):
    """Whether an unlocked computer is not enough to put one's own passkey or address on someone's
    account.
    """
    records = get_authentication_records(request, request.user)
    return any(record["at"] > time.time() - LATELY for record in records)


def set_up(request, kind):
    """Someone has just proved a new passkey or app: this session has it, older ones end.

    Those that gave another one before stay: they have a second step too.
    """
    person = request.user
    if not is_given(request):
        sessions.end_others(request, person)
    record = {"method": "mfa", "type": kind, "at": time.time(), "reauthenticated": True}
    records = [*get_authentication_records(request, person), record]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    request.session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(person.pk)
    sessions.set_length(request.session, person)
    sign_in_log.note(f"second step set up ({kind})", person)


def taken_away(request, kind):
    """One is gone. After the last one no session of theirs counts as having given it."""
    sign_in_log.note(f"second step taken away ({kind})", request.user)
    if not has_one(request.user):
        sessions.end_others(request, request.user)
        request.session.pop(AUTHENTICATION_METHODS_SESSION_KEY, None)


def forget(person):
    """The phone is lost: take every second step away, and sign the person out everywhere."""
    Authenticator.objects.filter(user=person).delete()
    sessions.end_others(None, person)
    sign_in_log.note("second step forgotten by an administrator", person)


# An app's numbers


def numbers_at(secret, moment):
    """What an app shows at this moment (RFC 6238: SHA-1, 30 seconds, six digits)."""
    counter = struct.pack(">Q", int(moment) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    [number] = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def use_once(person, numbers):
    """Whether these numbers are used for the first time. They are good for a minute and a half."""
    key = salted_hmac("collab.used", f"{person.pk} {numbers}", algorithm="sha256").hexdigest()
    return cache.add(f"second-step-{key}", "used", timeout=NUMBERS_WORK_ONCE_IN)


def give_app(person):
    """For the demonstration: an app that nobody holds. Nothing happens if they have one."""
    secret = base64.b32encode(secrets.token_bytes(20)).decode()
    sealed = {"secret": MFAAdapter().encrypt(secret)}
    app = {"user": person, "type": Authenticator.Type.TOTP}
    Authenticator.objects.get_or_create(**app, defaults={"data": sealed})


def demonstration_numbers(person):
    """What the app of one of the demonstration's cast would show now; "" for everyone else."""
    is_demonstration = settings.DEMO or settings.DEBUG
    if not is_demonstration or person.email not in {email for email, _who in DEMO_CAST}:
        return ""
    app = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    try:
        return numbers_at(MFAAdapter().decrypt(app.data["secret"]), time.time()) if app else ""
    except CannotOpen:
        return ""
