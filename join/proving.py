"""Six numbers to an address that was only typed: before they come back, nobody has an account."""

import json
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from accounts.sign_in_code import digest_of
from outbox.sealing import CannotOpen, seal, unseal

KEY = "joining"


def send(request, invitation, typed):
    """Send numbers, and keep what was typed sealed in the session. Whether it was allowed.

    Known and unknown addresses get the same. One invitation sends no flood to many addresses.
    """
    email = typed["email"]
    for key in (email, f"invitation {invitation.pk}"):
        if not ratelimit.consume(request, action="request_login_code", key=key):
            return False
    code = get_adapter().generate_login_code()
    until = timezone.now() + timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
    kept = {"code": code, "invitation": invitation.pk, "until": until.isoformat(), "typed": typed}
    request.session[KEY] = seal(json.dumps(kept))
    get_adapter().send_mail("account/email/login_code", email, {"code": code})
    return True


def waiting(request, invitation):
    """`{"code": its digest, "typed": …}` for this invitation in this session, or None."""
    try:
        [text] = unseal(request.session.get(KEY, ""))
    except CannotOpen:
        return None
    kept = json.loads(text)
    in_time = timezone.now() < datetime.fromisoformat(kept["until"])
    return kept if in_time and kept["invitation"] == invitation.pk else None


def may_guess(request, email):
    """Counted for each address: new numbers do not bring new guesses for ever."""
    return bool(ratelimit.consume(request, action="confirm_login_code", key=email))


def is_right(kept, numbers):
    return constant_time_compare(kept["code"], digest_of(numbers))


def forget(request):
    request.session.pop(KEY, None)
