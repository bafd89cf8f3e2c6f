import pytest

from privacy.models import Destroyed
from tests import factories


@pytest.fixture
def url(participant):
    return f"/privacy/erase/{participant.pk}/"


def test_an_administrator_erases_someone_who_asked_in_writing(
    signed_in, administrator, participant, organisation, url
):
    said = {"note": "letters 2027, number 14", "sure": "on"}
    response = signed_in(administrator).post(url, said)

    participant.refresh_from_db()
    row = Destroyed.objects.get()
    assert response.url == "/privacy/retention/destroyed/"
    assert participant.name == "a service user"
    assert (row.how, row.by, row.note) == ("asked", administrator, "letters 2027, number 14")


@pytest.mark.parametrize("left_out", ["note", "sure"])
def test_both_the_letter_and_the_tick_are_needed(
    signed_in, administrator, participant, url, left_out
):
    said = {"note": "letter 14", "sure": "on"}
    del said[left_out]
    signed_in(administrator).post(url, said)

    participant.refresh_from_db()
    assert participant.erased_at is None


def test_the_page_does_not_say_what_the_person_brings(signed_in, administrator, participant, url):
    text = signed_in(administrator).get(url).text.lower()

    assert "service user" not in text
    assert "a calmer waiting room" not in text


def test_nobody_but_their_administrator_can(
    signed_in, involvement, lead, outsider, other_involvement, participant, url
):
    for person in (involvement, lead, outsider, other_involvement, participant):
        assert signed_in(person).post(url, {"note": "x", "sure": "on"}).status_code == 404

    participant.refresh_from_db()
    assert participant.erased_at is None


def test_an_administrator_of_another_organisation_does_not_find_them(signed_in, participant, url):
    someone = factories.make_user()
    factories.make_organisation().administrators.add(someone)

    assert signed_in(someone).get(url).status_code == 404


def test_someone_of_two_organisations_is_not_theirs_alone(
    signed_in, administrator, participant, url
):
    elsewhere = factories.make_project(factories.make_organisation())
    factories.make_member(elsewhere, user=participant)
    response = signed_in(administrator).post(url, {"note": "x", "sure": "on"})

    participant.refresh_from_db()
    assert "This account is not yours alone." in response.text
    assert participant.erased_at is None


def test_the_only_lead_is_refused_without_naming_the_project(
    signed_in, administrator, lead, project
):
    text = signed_in(administrator).get(f"/privacy/erase/{lead.pk}/").text

    assert "They are the only lead of an open project." in text
    assert project.title not in text


def test_who_is_erased_is_not_found_again(signed_in, administrator, participant, url):
    client = signed_in(administrator)
    client.post(url, {"note": "x", "sure": "on"})

    assert client.get(url).status_code == 404


def test_their_own_number_leads_to_their_own_page(signed_in, administrator):
    response = signed_in(administrator).get(f"/privacy/erase/{administrator.pk}/")

    assert response.url == "/privacy/erase/"


def test_an_administrator_does_not_erase_another(signed_in, administrator, organisation):
    other = factories.make_user()
    organisation.administrators.add(other)
    said = {"note": "letter 14", "sure": "on"}
    text = signed_in(administrator).post(f"/privacy/erase/{other.pk}/", said).text

    other.refresh_from_db()
    assert "They look after others here." in text
    assert other.erased_at is None


def test_it_stands_in_the_record(signed_in, administrator, organisation, url):
    signed_in(administrator).post(url, {"note": "letter 14", "sure": "on"})

    assert [(act.by, act.what, act.whom) for act in organisation.acts.all()] == [
        (administrator, "erased someone of", None)
    ]
