import pytest
from allauth.mfa.models import Authenticator

from administration.models import Act
from outbox.models import Message
from tests import factories


@pytest.fixture
def colleague(organisation):
    """Another administrator, with a second step."""
    person = factories.make_user("Bo Both")
    organisation.administrators.add(person)
    factories.make_step(person)
    return person


@pytest.fixture
def address(colleague):
    return f"/administration/people/{colleague.pk}/set-up-again/"


def test_a_lost_second_step_is_taken_off_and_the_person_is_told_at_once(
    signed_in, superuser, colleague, address
):
    theirs = signed_in(colleague)
    colleague.change(way="none")
    assert "Has Bo Both lost the second step?" in signed_in(superuser).get(address).text
    signed_in(superuser).post(address)

    assert not Authenticator.objects.filter(user=colleague).exists()
    message = Message.objects.get(to=colleague)
    assert (message.subject, message.at_once) == ("Please set up your second step again", True)
    assert message.address == colleague.email
    assert Act.objects.get().what == "took off the second step of"
    assert theirs.get("/projects/").url.startswith("/accounts/login/")


def test_one_administrator_takes_off_no_other_s(signed_in, administrator, colleague, address):
    client = signed_in(administrator)

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert Authenticator.objects.filter(user=colleague).count() == 1
    assert address not in client.get(f"/administration/people/{colleague.pk}/").text


def test_who_looks_after_nobody_gets_help_from_an_administrator(
    signed_in, administrator, participant, at
):
    factories.make_step(participant)
    signed_in(administrator).post(at("set-up-again/"))

    assert Authenticator.objects.count() == 0


def test_without_one_there_is_nothing_to_take_off(signed_in, administrator, participant, at):
    assert signed_in(administrator).post(at("set-up-again/")).url == at()
    assert (Act.objects.count(), Message.objects.count()) == (0, 0)


def test_nobody_takes_off_their_own_here(signed_in, administrator):
    factories.make_step(administrator)
    address = f"/administration/people/{administrator.pk}/set-up-again/"

    assert signed_in(administrator).post(address).status_code == 404
    assert Authenticator.objects.count() == 1


def test_a_superuser_s_is_only_for_superusers(signed_in, administrator, superuser, project):
    factories.make_member(project, user=superuser)
    factories.make_step(superuser)
    address = f"/administration/people/{superuser.pk}/set-up-again/"

    assert signed_in(administrator).post(address).status_code == 404
    assert Authenticator.objects.count() == 1


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_take_off_nothing(request, signed_in, who, address):
    assert signed_in(request.getfixturevalue(who)).post(address).status_code == 404
    assert Authenticator.objects.count() == 1
