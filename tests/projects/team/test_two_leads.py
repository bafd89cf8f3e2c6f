import pytest

from tests.factories import make_member, make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/two-leads/"


OFFER = "Would you like to lead together?"


def test_a_lead_is_offered_it_on_the_team_page_and_at_home(signed_in, lead, project, url):
    client = signed_in(lead)

    for page in (f"/projects/{project.pk}/", f"/projects/{project.pk}/team/"):
        text = client.get(page).text
        assert OFFER in text
        assert "Nobody with lived experience leads yet." in text
        assert f'href="{url}"' in text


def test_it_leads_to_changing_the_role_of_who_could(
    signed_in, lead, participant, observer, project, url
):
    text = signed_in(lead).get(url).text
    place = project.memberships.get(user=participant)

    assert f"/projects/{project.pk}/team/{place.pk}/change/" in text
    assert "Olu Observer" not in text, "a partner is neither side"


def test_with_nobody_there_it_leads_to_an_invitation(signed_in, lead, project, url):
    assert f"/projects/{project.pk}/team/invite/" in signed_in(lead).get(url).text


def test_let_go_it_is_not_asked_again_of_any_lead(signed_in, lead, project, url):
    second = make_member(project, "lead", "staff", user=make_user("Sunil"))
    version = project.version
    response = signed_in(lead).post(url)

    assert response.url == project.get_absolute_url()
    for person in (lead, second.user):
        assert OFFER not in signed_in(person).get(f"/projects/{project.pk}/").text
    project.refresh_from_db()
    assert project.version >= version
    assert not project.activity.filter(actor=lead, version__gt=second.version).exists()


def test_with_a_lead_from_each_side_nothing_is_offered(signed_in, lead, project, url):
    make_member(project, "lead", "carer")
    client = signed_in(lead)

    assert OFFER not in client.get(f"/projects/{project.pk}/").text
    assert client.get(url).url == f"/projects/{project.pk}/team/"


def test_others_are_offered_nothing(
    signed_in, participant, observer, involvement, outsider, project, url
):
    for person, status in (
        (participant, 403),
        (observer, 403),
        (involvement, 403),
        (outsider, 404),
    ):
        client = signed_in(person)
        assert (client.get(url).status_code, client.post(url).status_code) == (status, status)
        assert OFFER not in client.get(f"/projects/{project.pk}/").text
    project.refresh_from_db()
    assert not project.one_lead_will_do
