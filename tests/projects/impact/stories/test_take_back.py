import pytest

from projects.impact.in_summary import impact_of
from projects.impact.models import Story
from tests import factories


@pytest.fixture
def press(url):
    return lambda story: f"{url}stories/{story.pk}/take-back/"


def test_whose_it_is_takes_it_back_and_its_words_are_gone(
    signed_in, participant, project, told, press, url
):
    story = told("I could not find the door.", by=participant, is_mine=True)
    client = signed_in(participant)
    assert "I could not find the door." in client.get(press(story)).text
    for _press in range(2):
        assert client.post(press(story)).url == url + "baseline/"

    story.refresh_from_db()
    assert (story.text, story.agreed, story.withdrawn_at is None) == ("", "", False)
    assert f"story-{story.pk}" not in client.get(url + "baseline/").text
    assert "find the door" not in client.get("/projects/words/").text
    assert project.activity.filter(what="took back").count() == 1


def test_a_lead_can_for_someone_who_asked_them(signed_in, lead, participant, told, press):
    story = told(by=participant)

    signed_in(lead).post(press(story))
    story.refresh_from_db()
    assert story.text == ""


def test_other_members_cannot(signed_in, project, observer, told, press):
    story, other = told(), factories.make_user("Olga Other")
    factories.make_member(project, user=other)

    for person in (other, observer):
        assert signed_in(person).get(press(story)).status_code == 403
        assert signed_in(person).post(press(story)).status_code == 403
    story.refresh_from_db()
    assert story.text


def test_also_when_the_project_is_over(signed_in, lead, participant, project, told, press):
    story = told(by=participant, is_mine=True)
    project.turn("complete", by=lead, because="Done.")

    signed_in(participant).post(press(story))
    story.refresh_from_db()
    assert story.text == ""


def test_a_story_of_another_project_is_not_found(signed_in, lead, project, told, press, url):
    story, other = told(), factories.make_project(project.organisation, by=lead)
    elsewhere = press(story).replace(url, f"/projects/{other.pk}/impact/")

    assert signed_in(lead).post(elsewhere).status_code == 404


def test_the_summary_has_only_what_may_be_shared_and_stands(
    lead, project, measure, reading, told, django_assert_num_queries
):
    shared = told("For everyone.", sharing="public")
    told("For the team.")
    told("Gone.", sharing="public").take_back(by=lead)

    with django_assert_num_queries(8):
        found = impact_of(project)
    assert (found["stories"], found["measures"], found["retired"]) == ([shared], [measure], [])
    assert found["measures"][0].numbers == [reading]


def test_one_rule_says_who_sees_a_story(lead, observer, involvement, outsider, told):
    team, everyone = told(), told("For everyone.", sharing="public")
    seen = {
        person: set(Story.objects.visible_to(person))
        for person in (lead, observer, involvement, outsider)
    }

    both = {team, everyone}
    assert seen == {lead: both, observer: both, involvement: {everyone}, outsider: set()}
