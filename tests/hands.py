"""A browser in someone's hands, past every door that stands between them and their pages."""

import time

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from accounts.models import User


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
