import pytest


def test_it_says_how_long_and_what_has_come_to_its_time(
    signed_in, administrator, organisation, make_closed
):
    make_closed("Old", years=7)
    text = " ".join(signed_in(administrator).get("/privacy/retention/").text.split())

    assert "Kept for 6 years after the project was closed and nothing more happened in it." in text
    assert text.count("1 has come to its time") == 1
    assert f'href="/privacy/retention/{organisation.pk}/closed_projects/"' in text


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_finds_it(signed_in, request, project, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).get("/privacy/retention/").status_code == 404


def test_one_project_and_three_cost_the_same(signed_in, administrator, make_closed, queries):
    client = signed_in(administrator)
    make_closed("One", years=7)
    one = queries(client, "/privacy/retention/")
    make_closed("Two", years=7)
    make_closed("Three", years=7)

    assert queries(client, "/privacy/retention/") == one
