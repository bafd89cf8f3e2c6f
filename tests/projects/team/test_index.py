import pytest

from tests.factories import make_invitation, make_member, make_request, make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/"


def test_who_is_not_here_yet_is_said_in_words(signed_in, lead, url):
    page = signed_in(lead).get(url).text

    assert "No service user in the team." in page
    assert "No carer in the team." in page
    assert "No lead with lived experience." in page


def test_one_carer_cannot_speak_for_everyone(signed_in, lead, project, url):
    make_member(project, perspective="carer")
    page = signed_in(lead).get(url).text

    assert "Only one carer." in page
    assert "No carer in the team." not in page


def test_a_member_without_e_mail_is_a_member_like_any(signed_in, lead, participant, project, url):
    joan = make_user("Joan", email=None)
    make_member(project, perspective="carer", user=joan, speaks_for="Herself")

    page = signed_in(lead).get(url).text
    assert "Joan" in page
    assert "Speaks for: Herself" in page
    assert "No e-mail: keep them up to date" in page
    assert "No e-mail" not in signed_in(participant).get(url).text


def test_e_mail_addresses_are_not_shown(signed_in, lead, participant, url):
    assert participant.email not in signed_in(lead).get(url).text


def test_strangers_and_other_teams_see_no_team(signed_in, outsider, other_lead, url):
    for person in (outsider, other_lead):
        assert signed_in(person).get(url).status_code == 404


def test_queries_stay_flat(signed_in, lead, project, url, queries):
    make_member(project)
    with_one = queries(signed_in(lead), url)
    make_member(project)
    make_member(project)
    assert queries(signed_in(lead), url) == with_one


def test_queries_stay_flat_with_those_to_come(signed_in, lead, project, url, queries):
    def one_of_each():
        make_invitation(project)
        make_request(project)
        make_invitation(project)[0].decline("No time.")

    one_of_each()
    with_one = queries(signed_in(lead), url)
    one_of_each()
    one_of_each()
    assert queries(signed_in(lead), url) == with_one


def test_who_may_invite_is_offered_it_and_others_are_not(
    signed_in, lead, involvement, participant, observer, url
):
    for person in (lead, involvement):
        assert "Invite someone" in signed_in(person).get(url).text
    for person in (participant, observer):
        assert "Invite someone" not in signed_in(person).get(url).text


def test_leads_are_led_to_what_people_need(signed_in, lead, participant, involvement, project, url):
    needs = f'href="/needs/project/{project.pk}/"'

    assert needs in signed_in(lead).get(url).text
    for person in (participant, involvement):
        assert needs not in signed_in(person).get(url).text
