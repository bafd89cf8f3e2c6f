import pytest

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
