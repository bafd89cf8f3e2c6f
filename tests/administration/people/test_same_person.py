import pytest

from tests import factories


@pytest.fixture
def namesake(project, participant):
    person = factories.make_user("ben participant")
    factories.make_member(project, user=person)
    return person


def test_people_with_the_same_name_come_first(
    signed_in, administrator, participant, namesake, lead, at
):
    page = signed_in(administrator).get(at("same-person/")).text

    assert f'href="{at(f"merge/{namesake.pk}/")}"' in page
    assert page.count("This is the same person<") == 1


def test_others_are_found_by_name_or_address(signed_in, administrator, participant, lead, at):
    page = signed_in(administrator).get(at("same-person/"), {"words": lead.email}).text

    assert f'href="{at(f"merge/{lead.pk}/")}"' in page


def test_nobody_of_another_organisation_is_found(
    signed_in, administrator, participant, other_administrator, at
):
    page = signed_in(administrator).get(at("same-person/"), {"words": "Eve"}).text

    assert "Nobody found. Try fewer letters." in page


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_nobody_else_finds_it(request, signed_in, who, at):
    assert signed_in(request.getfixturevalue(who)).get(at("same-person/")).status_code == 404


def test_three_cost_as_much_as_one(
    signed_in, queries, administrator, participant, namesake, project, at
):
    client = signed_in(administrator)
    client.get(at("same-person/"))
    one = queries(client, at("same-person/"))
    for _number in range(2):
        factories.make_member(project, user=factories.make_user("Ben Participant"))

    assert queries(client, at("same-person/")) == one
