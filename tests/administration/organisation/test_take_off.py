import pytest

from administration.models import Act
from tests import factories


def test_someone_is_taken_off_and_keeps_account_and_teams(
    signed_in, administrator, organisation, lead, project, at
):
    client = signed_in(administrator)
    page = client.get(at(f"who/staff/{lead.pk}/take-off/"))
    assert "Take Asha Lead off the list?" in page.text
    response = client.post(at(f"who/staff/{lead.pk}/take-off/"))

    assert response.url == at("who/staff/")
    assert organisation.staff.count() == 0
    assert lead.memberships.here().count() == 1
    assert [(act.what, act.whom) for act in Act.objects.all()] == [("took off the staff:", lead)]


def test_the_last_administrator_stays(signed_in, administrator, organisation, at):
    address = at(f"who/administrators/{administrator.pk}/take-off/")
    response = signed_in(administrator).post(address)

    assert response.status_code == 422
    assert "This is the last administrator. Add another one first." in response.text
    assert organisation.administrators.get() == administrator
    assert Act.objects.count() == 0


def test_one_who_cannot_sign_in_does_not_count_as_another(
    signed_in, administrator, organisation, at
):
    organisation.administrators.add(factories.make_user(is_active=False))
    address = at(f"who/administrators/{administrator.pk}/take-off/")

    assert signed_in(administrator).post(address).status_code == 422


def test_with_another_one_an_administrator_may_go(signed_in, administrator, organisation, at):
    other = factories.make_user("Bo Both")
    organisation.administrators.add(other)
    address = at(f"who/administrators/{administrator.pk}/take-off/")
    client = signed_in(administrator)

    assert client.post(address).url == "/projects/"
    assert organisation.administrators.get() == other
    assert client.get("/administration/").status_code == 404


def test_who_is_not_on_the_list_is_not_found(signed_in, administrator, participant, at):
    address = at(f"who/staff/{participant.pk}/take-off/")

    assert signed_in(administrator).post(address).status_code == 404


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_take_nobody_off(request, signed_in, who, organisation, lead, at):
    response = signed_in(request.getfixturevalue(who)).post(at(f"who/staff/{lead.pk}/take-off/"))

    assert (response.status_code, organisation.staff.count()) == (404, 1)
