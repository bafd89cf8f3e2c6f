import pytest

from accounts.models import User
from tests.factories import make_user

TYPED = {
    "name": "Joan",
    "email": "joan@collab.example",
    "role": "participant",
    "perspective": "carer",
    "speaks_for": "Herself",
}


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/new/"


def test_a_lead_adds_someone_who_can_then_see_the_project(signed_in, lead, project, url):
    signed_in(lead).post(url, TYPED)

    joan = User.objects.get(email="joan@collab.example")
    membership = project.memberships.get(user=joan)
    assert (membership.role, membership.perspective, membership.speaks_for) == (
        "participant",
        "carer",
        "Herself",
    )
    assert signed_in(joan).get(f"/projects/{project.pk}/").status_code == 200
    project.refresh_from_db()
    assert project.carers == 1


def test_someone_without_e_mail(signed_in, lead, project, url):
    signed_in(lead).post(url, TYPED | {"email": ""})
    assert project.memberships.get(perspective="carer").user.email is None


def test_a_known_address_is_the_same_person_however_it_is_written(signed_in, lead, project, url):
    known = make_user("Joan of the garden", email="joan@collab.example")
    signed_in(lead).post(url, TYPED | {"email": "JOAN@Collab.example"})

    assert project.memberships.get(perspective="carer").user == known
    known.refresh_from_db()
    assert known.name == "Joan of the garden"


def test_twice_the_same_address_is_said_next_to_the_field(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, TYPED)
    page = client.post(url, TYPED).text

    assert "Someone with this address is in the team already." in page
    assert project.memberships.count() == 2


def test_the_same_name_twice_asks_whether_it_is_someone_else(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url, TYPED | {"email": ""})
    page = client.post(url, TYPED | {"email": ""}).text

    assert "Joan is in the team already." in page
    assert project.memberships.count() == 2


def test_an_address_that_is_none_keeps_what_was_typed(signed_in, lead, project, url):
    page = signed_in(lead).post(url, TYPED | {"email": "joan"}).text

    assert 'value="joan"' in page
    assert 'value="Herself"' in page
    assert project.memberships.count() == 1


def test_who_may(signed_in, participant, involvement, outsider, project, url):
    for person, status in ((participant, 403), (involvement, 403), (outsider, 404)):
        assert signed_in(person).post(url, TYPED).status_code == status
    assert not User.objects.filter(email="joan@collab.example").exists()
