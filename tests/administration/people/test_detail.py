import pytest

from tests import factories
from tests.reading import Page


def test_it_says_how_they_sign_in_and_in_how_many_teams_they_are(
    signed_in, administrator, organisation, participant, project, at
):
    factories.make_member(factories.make_project(organisation), user=participant)
    page = signed_in(administrator).get(at()).text

    assert f"A code sent to {participant.email}" in page
    assert "In 2 teams" in page
    assert "Never" in page
    assert project.title not in page


def test_teams_of_another_organisation_are_not_counted(
    signed_in, administrator, in_both, at, project
):
    assert "In 1 team<" in signed_in(administrator).get(at()).text


def test_phone_and_postal_address_are_not_on_it(signed_in, administrator, participant, at):
    participant.change(phone="0115 496 0000", post_to="1 River Road")
    page = signed_in(administrator).get(at()).text

    assert "0115 496 0000" not in page
    assert "1 River Road" not in page


def test_someone_with_a_code_on_paper_signs_in_with_that(signed_in, administrator, project, lead):
    from projects.models import PersonalCode

    member = factories.make_member(project, user=factories.make_user("Bob", email=None))
    address = f"/administration/people/{member.user_id}/"
    client = signed_in(administrator)
    assert "They have no way to sign in." in client.get(address).text

    PersonalCode.make(member, by=lead)
    assert "A code on paper" in client.get(address).text


def test_what_can_be_done_is_offered(signed_in, administrator, participant, at):
    page = signed_in(administrator).get(at()).text

    for word in ("change-address/", "same-person/", "switch-off/"):
        assert f'href="{at(word)}"' in page
    assert "set-up-again" not in page


def test_of_those_who_look_after_others_the_address_is_not_theirs_to_change(
    signed_in, administrator, involvement
):
    address = f"/administration/people/{involvement.pk}/"
    page = signed_in(administrator).get(address).text

    assert "change-address" not in page
    assert "They look after others." in page
    assert f'href="{address}switch-off/"' in page


def test_an_account_with_a_place_elsewhere_is_not_one_organisation_s_to_change(
    signed_in, administrator, in_both, at
):
    page = signed_in(administrator).get(at()).text

    assert "This account is not yours alone to change." in page
    assert "switch-off" not in page


def test_nobody_changes_their_own_account_here(signed_in, administrator):
    address = f"/administration/people/{administrator.pk}/"
    page = signed_in(administrator).get(address).text

    assert "This is you." in page
    assert "switch-off" not in page


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead", "outsider"])
def test_nobody_else_finds_it(request, signed_in, who, at):
    assert signed_in(request.getfixturevalue(who)).get(at()).status_code == 404


def test_who_belongs_nowhere_is_only_a_superuser_s_to_see(
    signed_in, administrator, superuser, outsider
):
    address = f"/administration/people/{outsider.pk}/"

    assert signed_in(administrator).get(address).status_code == 404
    assert signed_in(superuser).get(address).status_code == 200


def test_in_three_teams_and_on_three_lists_costs_as_much_as_in_one(
    signed_in, queries, administrator, organisation, participant, at
):
    client = signed_in(administrator)
    client.get(at())
    one = queries(client, at())
    for _number in range(2):
        factories.make_member(factories.make_project(organisation), user=participant)
    organisation.staff.add(participant)

    assert queries(client, at()) == one


def test_a_name_is_never_code(signed_in, administrator, project):
    member = factories.make_member(project, user=factories.make_user("<script>x()</script>"))
    response = signed_in(administrator).get(f"/administration/people/{member.user_id}/")

    assert "<script>x()" not in response.text
    assert Page(response).texts["maincontent"].count("<script>x()</script>") == 1
