import pytest

from tests import factories

WORDS = ["involvement-team", "administrators", "staff"]


def test_each_list_names_its_people(signed_in, administrator, involvement, lead, at):
    client = signed_in(administrator)
    people = dict(zip(WORDS, (involvement, administrator, lead), strict=True))
    pages = {word: client.get(at(f"who/{word}/")).text for word in WORDS}

    for word, person in people.items():
        link = f'<a href="/administration/people/{person.pk}/">'
        assert [other for other in WORDS if link in pages[other]] == [word]


def test_it_says_who_has_a_second_step(signed_in, administrator, organisation, at):
    other = factories.make_user("Bo Both")
    organisation.administrators.add(other)
    factories.make_step(other)
    page = signed_in(administrator).get(at("who/administrators/")).text

    assert page.count("Has a second step for signing in") == 1
    assert page.count("No second step yet") == 1


def test_a_list_that_does_not_exist_is_not_found(signed_in, administrator, at):
    assert signed_in(administrator).get(at("who/users/")).status_code == 404


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_nobody_else_finds_them(request, signed_in, who, at):
    client = signed_in(request.getfixturevalue(who))

    assert [client.get(at(f"who/{word}/")).status_code for word in WORDS] == [404] * 3


def test_an_empty_list_says_so(signed_in, administrator, at):
    assert "Nobody is on this list yet." in signed_in(administrator).get(at("who/staff/")).text


def test_three_cost_as_much_as_one(signed_in, queries, administrator, organisation, at):
    client = signed_in(administrator)
    client.get(at("who/administrators/"))
    one = queries(client, at("who/administrators/"))
    for _number in range(2):
        organisation.administrators.add(factories.make_user())

    assert queries(client, at("who/administrators/")) == one
