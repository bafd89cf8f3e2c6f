import pytest

from privacy.models import LegalHold
from tests import factories


def test_it_shows_what_is_held_and_why(signed_in, administrator, organisation, project):
    LegalHold.begin(organisation, project, by=administrator, why="A court asks.")
    text = signed_in(administrator).get("/privacy/holds/").text

    assert "A calmer waiting room" in text
    assert "A court asks." in text


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_finds_it(signed_in, request, project, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).get("/privacy/holds/").status_code == 404


def test_holds_of_another_organisation_are_not_shown(signed_in, administrator, other_lead):
    elsewhere = factories.make_organisation()
    LegalHold.begin(elsewhere, other_lead, by=other_lead, why="A court asks.")

    assert "A court asks." not in signed_in(administrator).get("/privacy/holds/").text


def test_one_hold_and_three_cost_the_same(
    signed_in, administrator, organisation, project, participant, lead, queries
):
    client = signed_in(administrator)
    LegalHold.begin(organisation, project, by=administrator, why="One.")
    one = queries(client, "/privacy/holds/")
    LegalHold.begin(organisation, participant, by=administrator, why="Two.")
    LegalHold.begin(organisation, lead, by=administrator, why="Three.")

    assert queries(client, "/privacy/holds/") == one
