"""The link at the foot of every mail: it changes how a person is told, without signing in.

It works for as long as the person keeps the address that the mail went to, and opens nothing else.
"""

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac

SALT = "collab.outbox.stop"


def stop_url(person):
    return reverse("outbox:stop", args=[token_for(person)])


def token_for(person):
    return Signer(salt=SALT, sep=".").sign(f"{person.pk}-{mark_of(person)}")


def mark_of(person):
    """Changes with the address: a link in a mailbox that is not theirs any more is dead."""
    return salted_hmac(SALT, person.email or "", algorithm="sha256").hexdigest()[:12]


def person_behind(token):
    """Whom the link belongs to, or None: it is not ours, or not theirs any more."""
    try:
        number, _dash, mark = Signer(salt=SALT, sep=".").unsign(token).partition("-")
    except BadSignature:
        return None
    people = get_user_model().objects.filter(is_active=True, erased_at=None)
    person = people.filter(pk=number).first()
    return person if person is not None and mark == mark_of(person) else None
