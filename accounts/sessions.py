"""How long someone stays signed in, and where they are signed in now."""

import re
from datetime import timedelta

from allauth.core import context
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.session_store import SHARED

AT_A_SHARED_COMPUTER = timedelta(hours=2)
LOOKING_AFTER_OTHERS = timedelta(hours=12)


def set_length(session, person):
    """From this moment: 2 hours, 12 hours, or the usual 30 days after the last change."""
    if session.get(SHARED):
        session.set_expiry(timezone.now() + AT_A_SHARED_COMPUTER)
    elif person.looks_after_others:
        session.set_expiry(timezone.now() + LOOKING_AFTER_OTHERS)
    else:
        session.set_expiry(None)


def end_others(request, person):
    """Sign the person out everywhere but here, and here too when it is not their request.

    Every session carries a digest of the password, which nobody has: a new one ends them all,
    also those that no list knows of.
    """
    person.set_unusable_password()
    person.save(update_fields=["password"])
    places = UserSession.objects.filter(user=person)
    if request is None or request.user != person:
        places.delete()
        return
    before = request.session.session_key
    update_session_auth_hash(request, person)
    request.session.save()
    places.exclude(session_key=before).delete()
    places.update(session_key=request.session.session_key)


def forget(session_key):
    """Drop what is kept of this one session: kind of browser, network address, time."""
    UserSession.objects.filter(session_key=session_key).delete()


def places_of(person):
    """Where they are signed in now, the newest first, each with its `device` in words."""
    places = list(UserSession.objects.filter(user=person, session_key__in=going()))
    for place in places:
        place.device = device(place.user_agent)
    return sorted(places, key=lambda place: place.created_at, reverse=True)


def going():
    return Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")


def forget_ended():
    """Drop what is kept of sessions that are over, network addresses included; how many."""
    count, _kinds = UserSession.objects.exclude(session_key__in=going()).delete()
    return count


# Devices in words

BROWSERS = [
    (r"\bEdg", "Edge"),
    (r"\b(?:OPR|Opera)\b", "Opera"),
    (r"SamsungBrowser", "Samsung Internet"),
    (r"\b(?:Firefox|FxiOS)\b", "Firefox"),
    (r"\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\b", "Chrome"),
    (r"\bSafari\b", "Safari"),
]
"""In this order: most browsers also name the ones below them."""

MACHINES = [
    (r"\biPhone\b", "iPhone"),
    (r"\biPad\b", "iPad"),
    (r"\bAndroid\b", "Android"),
    (r"\bWindows\b", "Windows"),
    (r"\b(?:Macintosh|Mac OS)\b", "Mac"),
    (r"\bCrOS\b", "Chromebook"),
    (r"\bLinux\b", "Linux"),
]


def device(user_agent):
    """Firefox on Windows: enough to know one's own phone by."""
    browser, machine = first_of(BROWSERS, user_agent), first_of(MACHINES, user_agent)
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("A browser we do not know")


def first_of(kinds, user_agent):
    return next((name for pattern, name in kinds if re.search(pattern, user_agent)), "")


def device_of_request():
    return device(context.request.headers.get("User-Agent", ""))
