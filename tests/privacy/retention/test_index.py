import pytest

from tests import factories


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


def test_what_is_due_comes_before_the_folded_organisations(
    signed_in, administrator, organisation, make_closed
):
    factories.make_organisation(name="Hilltop Health").administrators.add(administrator)
    make_closed("Old", years=7)
    text = signed_in(administrator).get("/privacy/retention/").text

    assert text.index("1 has come to its time") < text.index('<details class="nhsuk-details">')
    assert text.count('<details class="nhsuk-details">') == 2
    assert f'href="/privacy/retention/{organisation.pk}/private_reads/change/"' not in text
    assert "Only whoever runs this website can change it." in text
