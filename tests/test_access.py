"""Every address, tried as each of the cast and as nobody, answers what `access.csv` says.

A cell is the status: 200, 302 (something was done, or there is another page to see), 403, 404,
405, 409 (it reads differently by now), or the words `sign in` for the way to that page. A new
address needs two rows, GET and POST. Everything is asked of one project, `full`; what is done
is undone after each request.
"""

import csv
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.hands import hands_of
from tests.routes import routes
from tests.world import make_world

TABLE = Path(__file__).with_name("access.csv")
ROWS = list(csv.DictReader(TABLE.read_text().splitlines()))
CELLS = {(row.pop("address"), row.pop("method")): row for row in ROWS}
WHO = list(next(iter(CELLS.values())))
ROUTES = {route.name: route for route in routes()}
ASKS = {"exports:wall_pdf": "?stage=big-idea", "impact:lessons:offered": "?stage=big-idea"}
"""What an address cannot do without."""


def make_world_with_sessions():
    world = make_world()
    world.sessions = {name: session_of(person) for name, person in world.cast.items()}
    world.sessions["nobody"] = ""
    world.named = world.values(world.full)
    world.named_to_replace = world.full.decisions.agreed().first().pk
    return world


@pytest.fixture(scope="module")
def shared_world(made_once):
    return made_once(make_world_with_sessions)


@pytest.fixture
def world(shared_world, db):
    return shared_world


def session_of(person):
    return hands_of(person).cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def undone():
    """A savepoint that is never kept; and nobody here is too fast."""
    caches["pace"].clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answer_to(world, who, method, address, **headers):
    client = Client(headers=headers)
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[who]
    with undone():
        response = (
            client.post(address, {"sent": "yes"}) if method == "POST" else client.get(address)
        )
        if response.streaming:
            response.getvalue()
    leads_to = response.headers.get("HX-Redirect") or response.headers.get("Location", "")
    is_sign_in = leads_to.startswith(reverse("account_login"))
    return "sign in" if is_sign_in else str(response.status_code)


def address_of(world, name):
    if name == "admin:index":
        return reverse(name)
    values = world.named
    if name == "decisions:replace":
        values = values | {"decision_id": world.named_to_replace}
    return ROUTES[name].address(**values) + ASKS.get(name, "")


def test_every_address_has_its_two_rows_and_every_row_its_address():
    expected = {(name, method) for name in [*ROUTES, "admin:index"] for method in ("GET", "POST")}

    assert set(CELLS) - expected == set(), "rows without an address"
    assert expected - set(CELLS) == set(), "addresses without a row"
    assert len(CELLS) == len(ROWS), "a row stands there twice"
    assert len(WHO) > 8


@pytest.mark.parametrize("who", WHO)
def test_every_address_answers_each_of_the_cast_as_the_table_says(world, who):
    wrong = []
    for (name, method), row in CELLS.items():
        answer = answer_to(world, who, method, address_of(world, name))
        if answer != row[who]:
            wrong.append(f"{method} {name}: {who} gets {answer}, the table says {row[who]}")

    assert wrong == []


def test_what_belongs_to_another_project_is_not_found_inside_ones_own(world):
    theirs = world.values(world.other)
    inside = [route for route in ROUTES.values() if route.second_id]
    wrong = []
    for route in inside:
        address = route.address(**world.named | {route.second_id: theirs[route.second_id]})
        for method in ("GET", "POST"):
            for headers in ({}, {"HX-Request": "true"}):
                answer = answer_to(world, "lead", method, address, **headers)
                expected = "405" if CELLS[route.name, method]["lead"] == "405" else "404"
                if answer != expected:
                    wrong.append(f"{method} {address}: {answer}, not {expected}")

    assert len(inside) > 10
    assert wrong == []


def test_a_project_that_does_not_exist_answers_like_one_that_is_hidden(world):
    wrong = []
    for route in ROUTES.values():
        if route.in_project:
            address = route.address(**world.named | {"project_id": 999_999})
            for method in ("GET", "POST"):
                answer = answer_to(world, "stranger", method, address)
                if answer != CELLS[route.name, method]["stranger"]:
                    wrong.append(f"{method} {address}: {answer}")

    assert wrong == []


@pytest.mark.parametrize("who", ["stranger", "other_lead", "other_involvement", "nobody"])
def test_a_fragment_is_no_way_round_the_guard(world, who):
    expected = "sign in" if who == "nobody" else "404"
    answers = {
        route.name: answer_to(
            world, who, "POST", address_of(world, route.name), **{"HX-Request": "true"}
        )
        for route in ROUTES.values()
        if route.in_project
    }

    assert {name: answer for name, answer in answers.items() if answer != expected} == {}
