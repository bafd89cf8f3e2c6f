from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import Idea
from tests import factories
from tests.projects.story.conftest import make_chain, make_measure
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/story/gaps/"


def kinds(response):
    """The kinds of gaps that a page names."""
    ids = [id_ for id_ in Page(response).texts if id_.startswith("gap-")]
    return [id_[4:] for id_ in ids if not id_.endswith("-title")]


def test_a_thread_that_holds_has_no_gap(signed_in, lead, chain, url):
    session = chain.idea.session
    session.give_back(by=lead, on=timezone.localdate(), who="Asha", up_to=0)

    assert kinds(signed_in(lead).get(url)) == []
    assert "The thread holds" in signed_in(lead).get(url).text


def test_before_anything_is_said_or_decided_there_is_nothing_to_follow(signed_in, lead, url):
    page = signed_in(lead).get(url).text

    assert "There is nothing to follow yet" in page
    assert "The thread holds" not in page


def test_each_break_is_named_with_the_place_that_mends_it(signed_in, lead, project, url):
    used, old = factories.make_idea(project, "Use this."), factories.make_idea(project, "Long ago.")
    used.becomes("used", by=lead)
    Idea.objects.filter(pk=old.pk).update(given_on=timezone.localdate() - timedelta(weeks=6))
    unasked = factories.make_decision(project, reason="")
    unplanned = factories.make_decision(project, ideas=[factories.make_idea(project)])
    done = make_chain(project, lead)
    done.measure.actions.clear()
    done.action.finish(by=lead)
    response = signed_in(lead).get(url)
    page, text = Page(response), response.text

    assert kinds(response) == [
        "untold", "waiting", "used", "unasked", "bare", "unplanned", "unmeasured", "unsaid",
    ]  # fmt: skip
    assert page.text("gap-used").endswith("Use this. Write down the decision: Use this.")
    home = f"/projects/{project.pk}"
    for address in (
        f"{home}/decisions/new/?idea={used.pk}",
        f"{home}/ideas/{old.pk}/became/",
        f"{home}/decisions/{unasked.pk}/ideas/",
        f"{home}/decisions/{unasked.pk}/replace/",
        f"{home}/plan/actions/new/?decision={unplanned.pk}",
        f"{home}/ideas/sessions/{done.idea.session_id}/answer/",
        done.measure.get_absolute_url(),
        f"{done.measure.get_absolute_url()}actions/",
    ):
        assert f'href="{address}"' in text, address


def test_a_decision_that_refuses_all_it_answers_needs_no_plan(signed_in, lead, project, url):
    idea = factories.make_idea(project)
    factories.make_decision(project, ideas=[idea])
    idea.becomes("not_used", by=lead, because="No.")

    assert kinds(signed_in(lead).get(url)) == []


def test_with_several_measures_one_chooses_first(signed_in, lead, project, url):
    chain = make_chain(project, lead)
    chain.measure.actions.clear()
    chain.action.finish(by=lead)
    make_measure(project, lead, name="How calm it is")
    text = signed_in(lead).get(url).text

    assert f'href="/projects/{project.pk}/impact/">Go to what you measure' in text


def test_what_was_planned_for_the_one_before_is_a_plan_too(signed_in, lead, project, url):
    chain = make_chain(project, lead)
    chain.decision.replace(by=lead, question="How?", decision="Yes.", reason="So.")

    assert "unplanned" not in kinds(signed_in(lead).get(url))


def test_a_measure_that_rests_on_what_a_decision_says_people_said(signed_in, lead, project, url):
    chain = make_chain(project, lead, idea=factories.make_idea(project))
    chain.decision.ideas.clear()
    assert kinds(signed_in(lead).get(url)) == ["unasked", "unsaid"]

    type(chain.decision).objects.update(lived_said="It is frightening.")
    assert kinds(signed_in(lead).get(url)) == []


def test_many_are_cut_and_all_of_a_kind_are_on_their_page(signed_in, lead, project, url):
    for _one in range(13):
        factories.make_decision(project)
    client = signed_in(lead)
    assert client.get(url).text.count("Choose the ideas") == 10
    assert 'href="?only=unasked"' in client.get(url).text

    assert client.get(f"{url}?only=unasked").text.count("Choose the ideas") == 13
    assert kinds(client.get(f"{url}?only=nothing")) == []


def test_one_of_each_and_three_cost_the_same(signed_in, lead, project, url, queries):
    client = signed_in(lead)

    def make(number):
        factories.make_decision(project)
        factories.make_idea(project).becomes("used", by=lead)
        make_measure(project, lead, name=f"Measure {number}")
        factories.make_session(project, ideas=["One."])

    make(1)
    of_one = queries(client, url)
    for number in (2, 3):
        make(number)

    assert queries(client, url) == of_one


def test_for_leads_also_when_it_is_over(
    signed_in, lead, participant, involvement, outsider, project, url
):
    factories.make_decision(project)
    assert signed_in(participant).get(url).status_code == 403
    assert signed_in(involvement).get(url).status_code == 403
    assert signed_in(outsider).get(url).status_code == 404

    project.turn("complete", by=lead, because="Done")
    page = signed_in(lead).get(url)
    assert (page.status_code, "Choose the ideas" in page.text) == (200, False)
