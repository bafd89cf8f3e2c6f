import pytest

from tests import factories

ADDRESS = "/administration/people/"


def names_in(response):
    return [
        part.split("</strong>")[0] for part in response.text.split("<strong>")[1:] if "</a>" in part
    ]


def test_everyone_who_belongs_to_the_organisation_is_there(
    signed_in, administrator, organisation, lead, participant, observer, involvement, outsider
):
    observer.memberships.get().leave(by=observer)

    assert names_in(signed_in(administrator).get(ADDRESS)) == [
        "Ade Administrator",
        "Asha Lead",
        "Ben Participant",
        "Iris Involvement",
        "Olu Observer",
    ]


def test_nobody_of_another_organisation_is(
    signed_in, other_administrator, administrator, participant
):
    assert names_in(signed_in(other_administrator).get(ADDRESS)) == ["Eve Elsewhere"]


def test_a_superuser_sees_everyone(signed_in, superuser, participant, outsider):
    names = names_in(signed_in(superuser).get(ADDRESS))

    assert {"Ben Participant", "Sam Stranger", "Una Website"} <= set(names)


@pytest.mark.parametrize("words", ["ben", "PARTI", "part ben", "person", "participant ben"])
def test_words_of_a_name_or_an_address_find_someone(
    signed_in, administrator, participant, lead, words
):
    response = signed_in(administrator).get(ADDRESS, {"words": words})

    assert "Ben Participant" in names_in(response)


def test_only_those_in_whom_every_word_stands(signed_in, administrator, participant, lead):
    response = signed_in(administrator).get(ADDRESS, {"words": "ben asha"})

    assert names_in(response) == []
    assert "Nobody found" in response.text


def test_titles_of_teams_are_not_shown(signed_in, administrator, participant, project):
    client = signed_in(administrator)

    for address in (ADDRESS, f"{ADDRESS}{participant.pk}/"):
        assert project.title not in client.get(address).text


@pytest.mark.parametrize("who", ["involvement", "lead", "outsider"])
def test_nobody_else_finds_it(request, signed_in, who):
    assert signed_in(request.getfixturevalue(who)).get(ADDRESS).status_code == 404


def test_many_people_stand_on_several_pages_at_the_same_cost(
    signed_in, queries, administrator, project
):
    client = signed_in(administrator)
    client.get(ADDRESS)
    few = queries(client, ADDRESS)
    for number in range(35):
        factories.make_member(project, user=factories.make_user(f"Person {number:02}"))

    assert queries(client, ADDRESS) == few
    assert "Page 1 of 2" in client.get(ADDRESS).text
    assert len(names_in(client.get(f"{ADDRESS}?page=2"))) == 37 - 30


def test_those_without_a_second_step_can_be_shown_alone(
    signed_in, administrator, involvement, participant
):
    factories.make_step(administrator)
    response = signed_in(administrator).get(ADDRESS, {"without": "second-step"})

    assert names_in(response) == ["Iris Involvement"]
