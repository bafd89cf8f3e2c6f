import pytest

from projects.models import Support
from tests.factories import make_member, make_user


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/support/"


def test_the_member_sees_who_helps_and_may_end_it(signed_in, participant, support, url):
    text = signed_in(participant).get(url).text

    assert "Ola Helper helps you." in text
    assert f'action="{url}{support.pk}/end/"' in text
    assert "I am helping" not in text


def test_the_helper_begins_here(signed_in, helper, support, url):
    text = signed_in(helper).get(url).text

    assert "You help Ben Participant." in text
    assert "I am helping Ben Participant now" in text
    assert "Name someone who helps me" not in text
    assert "Write for someone" not in text


def test_a_question_shows_only_to_the_two_until_it_is_answered(
    signed_in, participant, lead, observer, member, helper, asked, url
):
    assert "You asked Ola Helper to help you." in signed_in(participant).get(url).text
    for person in (lead, observer):
        assert "Ola Helper" not in signed_in(person).get(url).text
    asked.agree(by=helper)
    for person in (lead, observer):
        text = signed_in(person).get(url).text
        assert "Ola Helper helps Ben Participant." in text
        assert "/end/" not in text


def test_an_address_stays_an_address_until_there_is_an_answer(
    signed_in, participant, member, helper, url
):
    support = Support.ask(member, by=participant, email=helper.email)
    text = signed_in(participant).get(url).text

    assert f"You asked {helper.email} to help you." in text
    assert "Ola Helper" not in text
    support.agree(by=helper)
    assert "Ola Helper helps you." in signed_in(participant).get(url).text


def test_a_lead_wrote_it_down_for_someone_without_e_mail(
    signed_in, lead, participant, moira, helper, url
):
    support = Support.ask(moira, by=lead, helper=helper)
    text = signed_in(lead).get(url).text

    assert "Asha Lead wrote this down for Moira Bell." in text
    assert f'action="{url}{support.pk}/end/"' in text
    assert "Moira Bell" not in signed_in(participant).get(url).text


def test_my_projects_name_whom_i_help(signed_in, helper, asked, project):
    client = signed_in(helper)
    text = client.get("/projects/").text
    assert "Ben Participant would like your help" in text
    assert project.title not in text

    asked.agree(by=helper)
    text = client.get("/projects/").text
    assert ("I help Ben Participant" in text, project.title in text) == (True, True)


def test_as_many_queries_for_three_as_for_one(
    signed_in, lead, project, member, support, url, queries
):
    client = signed_in(lead)
    one = queries(client, url)
    for number in range(2):
        other = make_member(project)
        more = Support.ask(other, by=other.user, helper=make_user(f"Helper {number}"))
        more.agree(by=more.helper)
    assert queries(client, url) == one


def test_strangers_find_nothing(signed_in, outsider, helper, asked, url):
    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(helper).get(url).status_code == 404
