"""Hands that sign in the whole way, for the tests of signing in itself."""

import base64
import hashlib
import hmac
import re
import struct
import time

from django.core import mail
from django.test import Client

ASK, CONFIRM = "/accounts/login/", "/accounts/login/code/confirm/"
GIVE, SET_UP = "/accounts/2fa/authenticate/", "/accounts/2fa/totp/activate/"


def numbers_in(message):
    [numbers] = re.findall(r"^\d{6}$", message.body, re.MULTILINE)
    return numbers


def other_than(numbers):
    return "111111" if numbers != "111111" else "222222"


def ask(person, client=None, **more):
    client = client or Client()
    client.post(ASK, {"email": person.email, **more})
    return client


def sign_in(person, client=None, **more):
    """With the numbers from the e-mail, and no further."""
    client = ask(person, client, **more)
    client.post(CONFIRM, {"code": numbers_in(mail.outbox[-1])})
    return client


def app_shows(secret, at=None):
    """RFC 6238, written here once more: a test must not ask the code it tests."""
    counter = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    start = digest[19] % 16
    return str(int.from_bytes(digest[start : start + 4]) % 2**31 % 10**6).zfill(6)


def set_up_app(client):
    """The secret of the app that this client has just set up."""
    page = client.get(SET_UP).text
    letters = re.search(r'<p class="letters">(.*?)</p>', page, re.DOTALL)[1]
    secret = "".join(re.findall(r"<span>(\w+)</span>", letters))
    client.post(SET_UP, {"code": app_shows(secret)})
    return secret


def is_signed_in(client):
    return "_auth_user_id" in client.session
