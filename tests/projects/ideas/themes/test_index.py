import pytest

from projects.ideas.models import Theme
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/themes/"


def test_each_theme_with_how_many_ideas_are_under_it(
    signed_in, observer, lead, project, idea, theme, url
):
    idea.put_under(theme, by=lead)
    for name in ("waits", "also waits"):
        factories.make_received(project, name)
    project.ideas.filter(door="waiting").update(theme=theme)
    page = Page(signed_in(observer).get(url))

    assert page.text(f"theme-{theme.pk}") == "Noise What is too loud. 1 idea"


def test_leads_find_what_leads_do(signed_in, lead, participant, theme, url):
    change = f"{url}{theme.pk}/change/"

    assert change in signed_in(lead).get(url).text
    assert change not in signed_in(participant).get(url).text


def test_an_empty_page_says_how_to_begin(signed_in, lead, participant, url):
    assert "Read the ideas first." in signed_in(lead).get(url).text
    assert "A project lead can add one." in signed_in(participant).get(url).text


def test_one_theme_and_three_cost_the_same(signed_in, lead, project, theme, queries, url):
    client = signed_in(lead)
    with_one = queries(client, url)
    for name in ("Food", "Light"):
        Theme.add(project, by=lead, name=name)
        factories.make_idea(project)

    assert queries(client, url) == with_one


def test_others_may_not(signed_in, outsider, url):
    assert signed_in(outsider).get(url).status_code == 404
