import pytest

from privacy.models import LegalHold
from tests import factories

URL = "/privacy/holds/new/"


@pytest.fixture
def said(organisation):
    return {"organisation": organisation.pk, "sort": "project", "which": "", "why": "A court asks."}


def test_a_project_is_held_by_its_title_or_its_number(
    signed_in, administrator, project, organisation, said
):
    client = signed_in(administrator)
    for words in ("a calmer WAITING room", f"{project.pk}"):
        assert client.post(URL, said | {"which": words}).url == "/privacy/holds/"

    hold = LegalHold.objects.get()
    assert (hold.project, hold.person, hold.by, hold.why) == (
        project,
        None,
        administrator,
        "A court asks.",
    )


def test_a_person_is_held_by_address_or_name(signed_in, administrator, participant, said):
    client = signed_in(administrator)
    for words in (participant.email, participant.name):
        client.post(URL, said | {"sort": "person", "which": words})

    assert LegalHold.objects.get().person == participant


def test_two_of_one_name_are_not_guessed(signed_in, administrator, project, said):
    for _number in range(2):
        factories.make_member(project, user=factories.make_user("Sam Same"))
    text = signed_in(administrator).post(URL, said | {"sort": "person", "which": "Sam Same"}).text

    assert "There are several of that name." in text
    assert LegalHold.objects.count() == 0


def test_someone_of_another_organisation_is_not_found(
    signed_in, administrator, other_involvement, said
):
    which = {"sort": "person", "which": other_involvement.email}
    text = signed_in(administrator).post(URL, said | which).text

    assert "There is none of that name here." in text
    assert LegalHold.objects.count() == 0


@pytest.mark.parametrize("who", ["lead", "involvement", "outsider", "other_involvement"])
def test_nobody_else_holds_anything(signed_in, request, project, said, who):
    person = request.getfixturevalue(who)

    assert signed_in(person).post(URL, said | {"which": project.pk}).status_code == 404
    assert LegalHold.objects.count() == 0
