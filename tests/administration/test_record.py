import pytest

from administration.models import Act
from tests import factories

ADDRESS = "/administration/record/"


@pytest.fixture
def act(administrator, organisation, participant):
    return Act.note_down(
        administrator,
        "switched off the account of",
        whom=participant,
        organisation=organisation,
        note="They asked.",
    )


def test_it_says_who_did_what_to_whom_and_why(signed_in, administrator, act):
    page = signed_in(administrator).get(ADDRESS).text

    assert "Ade Administrator switched off the account of <strong>Ben Participant</strong>" in page
    assert '<p class="as-typed small">They asked.</p>' in page


@pytest.mark.parametrize("who", ["involvement", "lead", "participant", "outsider"])
def test_nobody_else_finds_it(request, signed_in, who, act):
    assert signed_in(request.getfixturevalue(who)).get(ADDRESS).status_code == 404


def test_another_organisation_s_administrator_sees_only_their_own(
    signed_in, other_administrator, act
):
    page = signed_in(other_administrator).get(ADDRESS).text

    assert "Nothing yet." in page
    assert "Ben Participant" not in page


def test_who_runs_the_website_sees_all(signed_in, superuser, act):
    assert "Ben Participant" in signed_in(superuser).get(ADDRESS).text


def test_three_lines_cost_as_much_as_one(
    signed_in, queries, administrator, organisation, project, act
):
    client = signed_in(administrator)
    client.get(ADDRESS)
    one = queries(client, ADDRESS)
    for _number in range(2):
        whom = factories.make_member(project).user
        Act.note_down(administrator, "added to the staff:", whom=whom, organisation=organisation)

    assert queries(client, ADDRESS) == one


def test_long_records_have_pages(signed_in, administrator, organisation, participant):
    for _number in range(51):
        Act.note_down(administrator, "made", whom=participant, organisation=organisation)

    assert "Page 1 of 2" in signed_in(administrator).get(ADDRESS).text
