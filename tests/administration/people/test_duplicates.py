from tests import factories

ADDRESS = "/administration/people/duplicates/"


def make_people(project, *names):
    return [factories.make_member(project, user=factories.make_user(n)).user for n in names]


def test_people_who_share_a_name_stand_together(signed_in, administrator, project):
    make_people(project, "Ann Twice", "ann twice", "Only Once")
    page = signed_in(administrator).get(ADDRESS).text

    assert page.count("This is the same person as…") == 2
    assert "Only Once" not in page


def test_a_namesake_in_another_organisation_is_not_told(
    signed_in, administrator, project, elsewhere
):
    make_people(project, "Ann Twice")
    make_people(factories.make_project(elsewhere), "Ann Twice")

    assert "No two people share a name." in signed_in(administrator).get(ADDRESS).text


def test_six_cost_as_much_as_two(signed_in, queries, administrator, project):
    make_people(project, "Ann Twice", "Ann Twice")
    client = signed_in(administrator)
    client.get(ADDRESS)
    two = queries(client, ADDRESS)
    make_people(project, "Bob Twice", "Bob Twice", "Cat Twice", "Cat Twice")

    assert queries(client, ADDRESS) == two


def test_nobody_else_finds_it(signed_in, involvement):
    assert signed_in(involvement).get(ADDRESS).status_code == 404
