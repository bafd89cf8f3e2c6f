"""A code that is told once can be read for a while in the session that got it, and nowhere else."""

from datetime import datetime, timedelta

from django.utils import timezone

from outbox.sealing import CannotOpen, seal, unseal

OWN_CODE = "own_code"
COME_BACK = "code_to_come_back"
SHOWN_FOR = timedelta(minutes=15)


def keep(request, what, code):
    request.session[what] = seal(code, (timezone.now() + SHOWN_FOR).isoformat())


def kept(request, what):
    """The code, as it was shown before; "" when it was written down or its time is over."""
    try:
        code, until = unseal(request.session.get(what) or "")
    except CannotOpen:
        return ""
    if timezone.now() < datetime.fromisoformat(until):
        return code
    forget(request, what)
    return ""


def forget(request, what):
    """That there was one stays known: the form that made it makes no other."""
    request.session[what] = ""
