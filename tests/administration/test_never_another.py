"""Nobody signs in as someone else, however much they look after."""

import re
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from tests import factories
from tests.hands import hands_of
from tests.routes import routes
from tests.test_access import undone
from tests.world import make_world

COOKIE = settings.SESSION_COOKIE_NAME
TOP = Path(__file__).parent.parent.parent
LOWER_ROOMS = ("administration", "portfolio", "privacy", "needs", "outbox", "stages", "frontdoor")


def test_no_address_lets_even_a_superuser_become_another(db):
    """Every address, with another person's number in it, asked for and sent to."""
    world = make_world()
    me = factories.make_user("Una Website", is_superuser=True, is_staff=True)
    client, seen, became = hands_of(me), set(), {}
    mine = client.cookies[COOKIE].value
    values = world.values(world.full, person_id=world.cast["participant"].pk)
    sent = {"keep": values["person_id"], "person": values["person_id"], "email": "x@x.example"}
    for route in routes():
        if set(route.names) - set(values) or route.name.endswith("_pdf"):
            continue
        seen.add(route.name)
        for method in ("post",) if route.in_project else ("get", "post"):
            client.cookies[COOKIE] = mine
            with undone():
                getattr(client, method)(route.address(**values), sent)
                now = client.session.get("_auth_user_id", str(me.pk))
            if now != str(me.pk):
                became[f"{method} {route.name}"] = now

    assert became == {}
    assert {"people:merge", "people:detail", "people:change_address", "erase:detail"} <= seen


def test_no_room_that_looks_after_people_begins_sessions():
    """To sign someone in stands in the rooms with a door only."""
    begins = re.compile(r"\b(?:perform_|force_)?login\(")
    found = [
        str(path.relative_to(TOP))
        for room in LOWER_ROOMS
        for path in (TOP / room).rglob("*.py")
        if begins.search(path.read_text())
    ]

    assert found == []


def test_whoever_merges_two_accounts_stays_who_they_are(administrator, project):
    one, other = (factories.make_member(project).user for _number in range(2))
    client = hands_of(administrator)
    address = reverse("people:merge", args=[one.pk, other.pk])
    client.post(address, {"keep": one.pk, "email": one.email})

    assert User.objects.get(pk=other.pk).merged_into == one
    assert client.session["_auth_user_id"] == str(administrator.pk)
