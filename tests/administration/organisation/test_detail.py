import pytest


def test_it_shows_what_each_list_lets_people_do_and_how_many_are_on_it(
    signed_in, administrator, organisation, involvement, lead, at
):
    page = signed_in(administrator).get(at()).text

    assert "<h1>Riverside Health</h1>" in page
    assert page.count("1 person") == 3
    assert "They may start a project. They see only the projects they are in." in page


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead", "outsider"])
def test_nobody_else_finds_it(request, signed_in, who, at):
    assert signed_in(request.getfixturevalue(who)).get(at()).status_code == 404


def test_a_superuser_looks_after_every_organisation(signed_in, superuser, at):
    assert signed_in(superuser).get(at()).status_code == 200


def test_a_number_that_no_row_has_is_not_found(signed_in, administrator):
    address = f"/administration/organisation/{'9' * 24}/"

    assert signed_in(administrator).get(address).status_code == 404
