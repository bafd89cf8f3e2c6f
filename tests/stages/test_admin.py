import pytest

from collab.admin import site
from stages.models import Edition
from tests import factories

LIST = "/admin/stages/edition/"


@pytest.fixture
def superuser(db):
    return factories.make_user("Una Website", is_superuser=True, is_staff=True)


@pytest.fixture
def draft(db):
    return Edition.objects.create(name="2027", title="The next guide", digest="abc")


def test_the_guide_is_all_there_is(db):
    assert set(site._registry) == {Edition}


def test_an_edition_is_looked_at_and_not_changed(signed_in, superuser, edition):
    client = signed_in(superuser)

    assert client.get(f"{LIST}{edition.pk}/change/").status_code == 200
    assert client.post(f"{LIST}{edition.pk}/change/", {"name": "other"}).status_code == 403
    assert client.post(f"{LIST}{edition.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403


def test_a_draft_is_published_once(signed_in, superuser, edition, draft):
    data = {"action": "publish", "_selected_action": [edition.pk, draft.pk]}
    before = edition.published_at
    signed_in(superuser).post(LIST, data)

    edition.refresh_from_db()
    assert edition.published_at == before
    assert Edition.objects.current() == draft


@pytest.mark.parametrize("who", ["administrator", "involvement", "lead"])
def test_others_do_not_get_in(request, signed_in, who, edition):
    response = signed_in(request.getfixturevalue(who)).get(LIST)

    assert (response.status_code, response.url) == (302, f"/admin/login/?next={LIST}")
