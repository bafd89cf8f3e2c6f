import pytest

from accounts.models import User
from administration.models import Act
from outbox.models import Message


@pytest.fixture
def off(participant):
    User.objects.filter(pk=participant.pk).update(is_active=False)
    return participant


def test_they_can_sign_in_again_and_are_told(signed_in, administrator, off, at):
    response = signed_in(administrator).post(at("bring-back/"))

    off.refresh_from_db()
    assert (response.url, off.is_active) == (at(), True)
    assert Message.objects.get(to=off).subject == "Your account has been switched on again"
    assert Act.objects.get().what == "brought back the account of"


def test_who_is_here_is_not_brought_back(signed_in, administrator, participant, at):
    signed_in(administrator).post(at("bring-back/"))

    assert (Act.objects.count(), Message.objects.count()) == (0, 0)


@pytest.mark.parametrize("who", ["other_administrator", "involvement", "lead"])
def test_others_bring_nobody_back(request, signed_in, who, off, at):
    response = signed_in(request.getfixturevalue(who)).post(at("bring-back/"))

    off.refresh_from_db()
    assert (response.status_code, off.is_active) == (404, False)
