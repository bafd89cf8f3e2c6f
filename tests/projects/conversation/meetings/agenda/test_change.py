import pytest

from tests import factories
from tests.reading import Page


@pytest.fixture
def address(url, point):
    return f"{url}agenda/{point.pk}/change/"


def test_whoever_brought_it_rewords_it(signed_in, participant, point, address):
    new = {"title": "Two letters", "minutes": "5", "opened_at": str(point.version)}
    response = signed_in(participant).post(address, new)

    point.refresh_from_db()
    assert response.url == point.get_absolute_url()
    assert (point.title, point.minutes) == ("Two letters", 5)


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, participant, point, address):
    opened_at = str(point.version)
    point.change(by=lead, title="Three letters")
    new = {"title": "Two letters", "minutes": "5", "opened_at": opened_at}
    response = signed_in(participant).post(address, new)

    assert response.status_code == 409
    assert "What is there now Three letters" in Page(response).text("meanwhile")
    point.refresh_from_db()
    assert point.title == "Three letters"


def test_another_participant_may_not(signed_in, project, address):
    person = factories.make_user("Ola Other")
    factories.make_member(project, user=person)

    assert signed_in(person).get(address).status_code == 403


def test_others_may_not(refuses, address):
    refuses(address, participant=200, method="get")
