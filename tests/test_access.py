"""Every address, tried as each of the cast and as nobody, answers what `access.csv` says.

A cell is the status: 200, 302 (something was done, or there is another page to see), 403, 404,
405, 422 (the form again, with what is wrong), or the words `sign in` for the way to that page.
A new address needs two rows, GET and POST. Everything happens inside one project, `full`; what is
done is undone after each request.
"""

import csv
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.routes import routes
from tests.world import make_world

TABLE = Path(__file__).with_name("access.csv")
ROWS = list(csv.DictReader(TABLE.read_text().splitlines()))
ROUTES = {route.name: route for route in routes()}
ASKS = {"exports:wall_pdf": "?stage=big-idea"}
"""What an address cannot do without."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        world.sessions = {"nobody": ""} | {
            name: session_of(person) for name, person in world.cast.items()
        }
        yield world
        transaction.set_rollback(True)


def session_of(person):
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def undone():
    """A savepoint that is never kept."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answer_to(world, who, method, address):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[who]
    with undone():
        response = (
            client.post(address, {"sent": "yes"}) if method == "POST" else client.get(address)
        )
        if response.streaming:
            response.getvalue()
    is_sign_in = response.status_code == 302 and response.url.startswith(reverse("account_login"))
    return "sign in" if is_sign_in else str(response.status_code)


def address_of(world, name):
    if name == "admin:index":
        return reverse(name)
    values = world.values(world.full)
    if name == "decisions:replace":
        values["decision_id"] = world.full.decisions.agreed().first().pk
    return ROUTES[name].address(**values) + ASKS.get(name, "")


def test_every_address_has_its_two_rows_and_every_row_its_address():
    expected = {(name, method) for name in [*ROUTES, "admin:index"] for method in ("GET", "POST")}
    rows = [(row["address"], row["method"]) for row in ROWS]

    assert sorted(rows) == sorted(expected)


@pytest.mark.parametrize("name", [*ROUTES, "admin:index"])
def test_an_address_answers_each_of_the_cast_as_the_table_says(world, name):
    for row in [row for row in ROWS if row["address"] == name]:
        expected = dict(row)
        address, method = address_of(world, expected.pop("address")), expected.pop("method")

        assert {who: answer_to(world, who, method, address) for who in expected} == expected, method


INSIDE = [route for route in ROUTES.values() if route.second_id]


@pytest.mark.parametrize("route", INSIDE, ids=str)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_belongs_to_another_project_is_not_found_inside_ones_own(world, route, method):
    theirs = world.values(world.other)[route.second_id]
    assert theirs
    address = route.address(**world.values(world.full, **{route.second_id: theirs}))
    [row] = [row for row in ROWS if (row["address"], row["method"]) == (route.name, method)]

    expected = "405" if row["lead"] == "405" else "404"
    assert answer_to(world, "lead", method, address) == expected
    assert answer_to(world, "other_lead", method, address) == row["other_lead"]


IN_PROJECT = [route for route in ROUTES.values() if route.in_project]


@pytest.mark.parametrize("route", IN_PROJECT, ids=str)
def test_a_project_that_does_not_exist_answers_like_one_that_is_hidden(world, route):
    [row] = [row for row in ROWS if (row["address"], row["method"]) == (route.name, "GET")]
    values = world.values(world.full, project_id=999_999)

    expected = "405" if row["stranger"] == "405" else "404"
    assert answer_to(world, "stranger", "GET", route.address(**values)) == expected
    assert row["stranger"] == expected


@pytest.mark.parametrize("route", IN_PROJECT, ids=str)
@pytest.mark.parametrize("who", ["stranger", "other_lead", "other_involvement", "nobody"])
def test_a_fragment_is_no_way_round_the_guard(world, route, who):
    client = Client(headers={"HX-Request": "true"})
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[who]
    with undone():
        response = client.post(address_of(world, route.name))

    assert response.status_code == (302 if who == "nobody" else 404)
