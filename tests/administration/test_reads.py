from datetime import datetime

import pytest
from django.utils import timezone

from accounts.models import PrivateRead
from tests import factories

ADDRESS = "/administration/reads/"


def look(reader, of, what="access needs", **fields):
    return PrivateRead.objects.create(reader=reader, of=of, what=what, **fields)


def day(number):
    return timezone.make_aware(datetime(2026, 5, number, 12))


@pytest.fixture
def read(lead, participant):
    return look(lead, participant, why="For the meeting", at=day(10))


def test_it_says_who_looked_at_what_of_whom_when_and_why(signed_in, administrator, read):
    page = signed_in(administrator).get(ADDRESS).text

    for words in ("Asha Lead", "Access needs", "Ben Participant", "10 May 2026 at 12pm"):
        assert words in page
    assert "Why: For the meeting" in page


@pytest.mark.parametrize("who", ["involvement", "lead", "participant", "outsider"])
def test_nobody_else_finds_it(request, signed_in, who, read):
    assert signed_in(request.getfixturevalue(who)).get(ADDRESS).status_code == 404


def test_another_organisation_s_administrator_sees_nothing_of_it(
    signed_in, other_administrator, read
):
    assert (
        "Nobody has looked at anything private yet."
        in signed_in(other_administrator).get(ADDRESS).text
    )


def test_what_was_looked_at_elsewhere_stays_there(signed_in, administrator, participant, elsewhere):
    """They are in a team of another organisation too: that is not told here."""
    theirs = factories.make_project(elsewhere)
    factories.make_member(theirs, user=participant)
    look(theirs.started_by, participant)

    assert "Nobody has looked" in signed_in(administrator).get(ADDRESS).text


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"words": "asha"}, 2),
        ({"words": "ben asha"}, 1),
        ({"words": "iris"}, 0),
        ({"since_day": "11", "since_month": "5", "since_year": "2026"}, 1),
        ({"until_day": "10", "until_month": "5", "until_year": "2026"}, 1),
        ({"since_day": "10", "since_month": "5", "since_year": "2026"}, 2),
    ],
)
def test_it_is_narrowed_by_person_and_day(
    signed_in, administrator, lead, observer, read, asked, number
):
    look(lead, observer, at=day(12))
    page = signed_in(administrator).get(ADDRESS, asked).text

    found = f"{number} look{'s' if number != 1 else ''}</p>"
    assert (found if number else "No look matches what you chose.") in page


def test_a_day_that_is_none_is_said_and_shows_all(signed_in, administrator, read):
    asked = {"since_day": "40", "since_month": "5", "since_year": "2026"}
    page = signed_in(administrator).get(ADDRESS, asked).text

    assert "This is not a real date." in page
    assert "1 look</p>" in page


def test_three_cost_as_much_as_one(signed_in, queries, administrator, lead, project, read):
    client = signed_in(administrator)
    client.get(ADDRESS)
    one = queries(client, ADDRESS)
    for _number in range(2):
        look(lead, factories.make_member(project).user)

    assert queries(client, ADDRESS) == one
