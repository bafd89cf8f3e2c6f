import pytest

from projects.payment.models import Claim
from tests.factories import make_claim


@pytest.fixture
def claim(project, participant, keeper):
    return make_claim(project, person=participant)


@pytest.fixture
def url(claim):
    return claim.get_absolute_url() + "take-back/"


def test_a_member_takes_back_what_they_claimed(signed_in, participant, project, url):
    client = signed_in(participant)
    assert "Take back what you claim?" in client.get(url).text
    assert Claim.objects.count() == 1
    assert client.post(url).url == f"/projects/{project.pk}/payment/"
    assert Claim.objects.count() == 0


def test_not_once_it_has_been_passed_on(signed_in, participant, keeper, claim, url):
    claim.turn("passed_on", by=keeper)

    assert signed_in(participant).post(url).status_code == 404
    assert Claim.objects.count() == 1


def test_nobody_takes_it_back_for_them(signed_in, keeper, observer, outsider, url):
    for person in (keeper, observer, outsider):
        assert signed_in(person).post(url).status_code == 404
    assert Claim.objects.count() == 1
