"""People who sign in: `python -m bench.signing_hands OURS FLOOR TIMES`, in the settings of a place.

They find their numbers where the mail would: in the newest row of the outbox.
"""

import json
import re
import sys
from statistics import median

import django

django.setup()

from bench.client import Person  # noqa: E402
from outbox.models import Message  # noqa: E402

TOKEN = "b" * 32


def newest_numbers():
    text, _url = Message.objects.latest("pk").opened()
    return re.search(r"^\d{6}$", text, re.MULTILINE)[0]


def session_of(answer):
    return re.search(rb"sessionid=(\w+)", answer.headers)[1].decode()


def sign_in(port, email, ask, give):
    """Seconds of asking, and of giving the numbers when the mail has come."""
    asked = Person(port, "none", TOKEN).post(ask, f"email={email}")
    person = Person(port, session_of(asked), TOKEN)
    given = person.post(give, f"code={newest_numbers()}")
    assert session_of(given) != session_of(asked), given.status
    return asked.seconds, given.seconds


def main(ours, floor, times):
    found = {"ours": [], "floor": []}
    confirm = "/accounts/login/code/confirm/"
    for number in range(times):
        email = f"person{number}@collab.example"
        found["ours"].append(sign_in(ours, email, "/accounts/login/", confirm))
        found["floor"].append(sign_in(floor, email, "/ask/", "/confirm/"))
    parts = list(zip(*found["ours"], strict=True))
    said = {side: [sum(pair) for pair in pairs[4:]] for side, pairs in found.items()}
    print(json.dumps(said | {"ask": median(parts[0]) * 1000, "give": median(parts[1]) * 1000}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
