"""A browser in someone's hands, past every door that stands between them and their pages."""

import time

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from accounts.codes import digest_of
from accounts.models import User
from projects.models import PersonalCode
from projects.paper import KEY as PAPER


def hands_of(person, **options):
    """A test client signed in as the person, with their second factor given if they need one.

    For those who look after others; `options` are those of Django's test client.
    """
    client = Client(**options)
    client.force_login(person)
    if User.objects.get(pk=person.pk).looks_after_others:
        session = client.session
        session[METHODS] = [{"method": "mfa", "type": "totp", "at": time.time()}]
        session[f"{METHODS}_user"] = str(person.pk)
        session.save()
    return client


def paper_hands_of(member, *, by):
    """A test client signed in with the code on a card: it sees the member's one project."""
    digest = digest_of(PersonalCode.make(member, by=by))
    client = Client()
    client.force_login(member.user)
    session = client.session
    session[PAPER] = digest
    session.save()
    return client


def signed_in_ago(client, person, minutes=0):
    """The same client, whose first step was done so many minutes ago."""
    session = client.session
    session[METHODS] = [{"method": "code", "at": time.time() - minutes * 60}]
    session[f"{METHODS}_user"] = str(person.pk)
    session.save()
    return client
