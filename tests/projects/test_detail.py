from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from projects.plan.models import Aim
from tests.factories import make_decision, make_idea, make_meeting, make_member


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/"


def test_the_home_says_where_the_project_stands(signed_in, observer, project, lead, url):
    project.checklist.first().answer("done", by=lead)
    page = signed_in(observer).get(url).text

    assert page.count(" model__part--step") == 7
    assert page.count(" model__part--line") == 2
    assert page.count('aria-current="step"') == 1
    assert "1 of 3 is done" in page
    assert page.count("No change yet.") == 2


def test_a_tick_in_a_stage_that_never_ends_is_its_heartbeat(signed_in, lead, project, url):
    project.checklist.filter(stage="keep-the-conversation-going").first().answer("done", by=lead)
    page = signed_in(lead).get(url).text

    assert page.count("Last change: today.") == 1


def test_the_next_thing_for_a_lead_and_for_a_participant(
    signed_in, lead, participant, project, url
):
    assert "Next to talk about in “The Big Idea”" in signed_in(participant).get(url).text
    project.move_to("decision-time", by=lead, because="The idea is clear.")
    assert "Begin the “What is open?” sheet" in signed_in(lead).get(url).text
    assert "Next to talk about in “Decision Time”" in signed_in(participant).get(url).text


def test_a_team_without_lived_experience_comes_first_for_a_lead(signed_in, lead, project, url):
    project.move_to("building-the-team", by=lead, because="We are few.")
    page = signed_in(lead).get(url).text

    assert "Nobody who uses the service and no carer is in the team yet." in page


def test_ideas_that_nobody_answered_for_weeks_come_before_the_next_item(
    signed_in, lead, participant, project, url, queries
):
    idea = make_idea(project, by=participant)
    client = signed_in(lead)
    assert "Read the ideas" not in client.get(url).text
    of_one = queries(client, url)
    project.ideas.update(given_on=localdate() - timedelta(weeks=4))
    page = client.get(url).text
    assert "People gave ideas more than four weeks ago" in page
    assert f'href="{url}ideas/?status=new"' in page
    assert "Read the ideas" not in signed_in(participant).get(url).text
    idea.becomes("looking", by=lead)
    assert "Read the ideas" not in client.get(url).text
    for _one in range(2):
        make_idea(project, by=participant)

    assert queries(client, url) == of_one


def test_a_finished_step_offers_to_move_on(signed_in, lead, project, url):
    for item in project.checklist.filter(stage="big-idea"):
        item.answer("done", by=lead)
    page = signed_in(lead).get(url).text

    assert "Everything in “The Big Idea” has an answer." in page
    assert f'href="{url}move/">Move on</a>' in page


def test_a_skipped_step_says_why(signed_in, lead, project, url):
    project.move_to("gather-ideas", by=lead, because="The team is here from last year.")
    page = signed_in(lead).get(url).text

    assert page.count(">Skipped<") == 3
    assert "The team is here from last year." in page


def test_the_involvement_team_looks_and_presses_nothing(signed_in, involvement, url):
    page = signed_in(involvement).get(url).text

    assert "Change the big idea" not in page
    assert "The one next thing" not in page


def test_a_lead_sees_what_the_involvement_team_sees(
    signed_in, lead, participant, involvement, project, url
):
    project.checklist.filter(weight="must").first().leave_out(by=lead)
    reason = "An item that rests on law or a standard is left out, with no reason yet"
    for person in (lead, involvement):
        assert reason in signed_in(person).get(url).text
    assert reason not in signed_in(participant).get(url).text


def test_an_example_says_that_it_is_one(signed_in, lead, project, url):
    project.is_example = True
    project.save(update_fields=["is_example"])
    assert "This is an example" in signed_in(lead).get(url).text


def test_outsiders_do_not_learn_that_it_is_there(
    signed_in, outsider, other_lead, other_involvement, administrator, url
):
    for person in (outsider, other_lead, other_involvement, administrator):
        assert signed_in(person).get(url).status_code == 404


def test_in_short_the_aim_the_next_meeting_and_the_last_news(
    signed_in, lead, participant, project, url
):
    browser = signed_in(participant)
    early = browser.get(url).text
    assert "There has been no update yet." in early
    assert "The next meeting" not in early
    Aim.say(project, by=lead, better="Fewer people wait", for_whom="everyone")
    make_meeting(project, by=lead, days=9, what_for="The later one")
    meeting = make_meeting(project, by=lead, days=3, what_for="The next one")
    page = browser.get(url).text

    assert "Fewer people wait, for everyone." in page
    short = page.split('id="in-short"')[1].split("</section>")[0]
    assert f'href="{meeting.get_absolute_url()}">The next one</a>' in short
    assert "The later one" not in short


def test_a_closed_project_has_no_next_meeting(signed_in, lead, project, url):
    make_meeting(project, by=lead, days=3, what_for="The next one")
    project.turn(project.Status.STOPPED, by=lead, because="No money.")

    assert 'id="in-short"' not in signed_in(lead).get(url).text


def test_queries_stay_flat(signed_in, lead, project, url, queries):
    make_meeting(project, by=lead)
    make_member(project)
    make_decision(project)
    with_one = queries(signed_in(lead), url)
    for _number in range(2):
        make_member(project)
        make_decision(project)
        make_meeting(project, by=lead)
    assert queries(signed_in(lead), url) == with_one


def test_a_large_team_is_counted_and_its_first_are_shown(signed_in, lead, project, url):
    for _number in range(9):
        make_member(project)
    page = signed_in(lead).get(url).text

    assert "The whole team: 10 people" in page
    assert page.count("Service user</span>") == 7
