import pytest

from privacy.models import LegalHold


@pytest.fixture
def hold(organisation, project, administrator):
    return LegalHold.begin(organisation, project, by=administrator, why="A court asks.")


@pytest.fixture
def url(hold):
    return f"/privacy/holds/{hold.pk}/lift/"


def test_the_reason_is_over_and_who_said_so_is_kept(signed_in, administrator, hold, url):
    client = signed_in(administrator)
    assert client.post(url).url == "/privacy/holds/"
    hold.refresh_from_db()
    first = hold.lifted_at
    client.post(url)

    hold.refresh_from_db()
    assert (hold.lifted_by, hold.lifted_at) == (administrator, first)
    assert list(LegalHold.objects.standing()) == []


def test_a_look_changes_nothing(signed_in, administrator, hold, url):
    assert signed_in(administrator).get(url).status_code == 405
    assert list(LegalHold.objects.standing()) == [hold]


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_lifts_it(signed_in, request, hold, url, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(url).status_code == 404
    assert list(LegalHold.objects.standing()) == [hold]
