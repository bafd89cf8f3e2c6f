import pytest

from projects.plan.models import Action
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project, chain):
    return f"/projects/{project.pk}/story/decision/{chain.decision.pk}/"


def test_back_to_what_was_said_and_forward_to_what_changed(signed_in, observer, chain, url):
    said = Page(signed_in(observer).get(url)).text("thread")

    links = ["Said “A clock we can see", "Decided", "A clock goes up",
             "What we do about it Hang the clock", "What shows it"]  # fmt: skip
    places = [said.index(link) for link in links]
    assert places == sorted(places)


def test_many_ideas_are_cut_and_counted(signed_in, observer, project):
    ideas = [factories.make_idea(project, f"Idea {number}.") for number in range(30)]
    decision = factories.make_decision(project, ideas=ideas)
    said = Page(signed_in(observer).get(f"/projects/{project.pk}/story/decision/{decision.pk}/"))

    assert said.text("thread").count("Someone in the team") == 25
    assert "and 5 more ideas" in said.text("thread")


def test_one_that_rests_on_nothing_said(signed_in, observer, project):
    decision = factories.make_decision(project)
    said = Page(signed_in(observer).get(f"/projects/{project.pk}/story/decision/{decision.pk}/"))

    assert "Said It does not say what people said that it answers." in said.text("thread")


def test_one_idea_and_three_cost_the_same(signed_in, observer, lead, project, chain, url, queries):
    client = signed_in(observer)
    of_one = queries(client, url)
    chain.decision.answer([factories.make_idea(project) for _one in range(3)], by=lead)

    assert queries(client, url) == of_one


def test_its_page_leads_here_and_outsiders_see_none(signed_in, observer, outsider, chain, url):
    assert f'href="{url}"' in signed_in(observer).get(chain.decision.get_absolute_url()).text
    assert signed_in(outsider).get(url).status_code == 404


def test_what_was_planned_for_the_decisions_it_replaced_is_done_because_of_it(
    signed_in, observer, lead, project, chain, queries
):
    def again(old):
        new = old.replace(by=lead, question="How?", decision="A person says it.", reason="So.")
        Action.add(project, by=lead, what=f"Ask the desk, {new.pk}", decision=new)
        return new, f"/projects/{project.pk}/story/decision/{new.pk}/"

    second, address = again(chain.decision)
    client = signed_in(observer)
    after_one = queries(client, address)
    third, address = again(second)
    said = Page(client.get(address)).text("thread")

    done = [
        "A person says it.",
        "Hang the clock, number 1",
        f"Ask the desk, {second.pk}",
        "What shows it",
    ]
    assert sorted(done, key=said.index) == done
    again(third)
    assert queries(client, address) == after_one


def test_what_people_outside_read_of_it_goes_on_too(signed_in, observer, lead, chain):
    chain.action.finish(by=lead)
    chain.decision.replace(by=lead, question="How?", decision="A person says it.", reason="So.")
    session = chain.idea.session
    page = Page(signed_in(observer).get(f"{session.get_absolute_url()}answer/"))

    assert "We decided: A person says it. Why: So. Done: Hang the clock, number 1" in (
        page.text(f"answer-{session.pk}")
    )
