import pytest
from django.utils import timezone

from projects.ideas.models import Idea
from tests import factories
from tests.projects.story.conftest import make_chain
from tests.reading import Page
from ui.jinja import day


@pytest.fixture
def url(project, chain):
    return f"/projects/{project.pk}/story/idea/{chain.idea.pk}/"


def test_from_what_was_said_to_what_shows_it(signed_in, observer, lead, chain, url):
    chain.idea.becomes("used", by=lead)
    chain.action.finish(by=lead)
    said = Page(signed_in(observer).get(url)).text("thread")

    links = ["Said “A clock we can see", "Theme Waiting 1", "What became of it Used",
             "Decided How do people know how long?", "A clock goes up, number 1.",
             "Why: Not knowing is worse than waiting.",
             "What we do about it Hang the clock, number 1 Done",
             "What shows it People who ask how long", "before: 43", "now: 12"]  # fmt: skip
    places = [said.index(link) for link in links]
    assert places == sorted(places)
    assert lead.name not in said


def test_it_is_an_ordered_list_with_a_heading_for_each_link(signed_in, observer, url):
    text = signed_in(observer).get(url).text

    assert '<ol class="thread"' in text
    assert text.count('<h2 class="thread__label">') == text.count('<li class="thread__step') == 5


@pytest.mark.parametrize(
    ("status", "says"),
    [("new", "No decision answers it yet."), ("not_used", "No decision answers it.")],
)
def test_where_it_breaks_it_says_so(signed_in, observer, lead, project, status, says):
    idea = factories.make_idea(project)
    if status == "not_used":
        idea.becomes(status, by=lead, because="It is not ours.")
    said = Page(signed_in(observer).get(f"/projects/{project.pk}/story/idea/{idea.pk}/"))

    assert said.text("thread").endswith(says)
    assert "It is under no theme yet." in said.text("thread")


def test_a_decision_of_which_nothing_follows(signed_in, observer, project):
    idea = factories.make_idea(project)
    factories.make_decision(project, ideas=[idea], reason="")
    said = Page(signed_in(observer).get(f"/projects/{project.pk}/story/idea/{idea.pk}/"))

    assert "The reason is not written down yet." in said.text("thread")
    assert said.text("thread").endswith("What we do about it Nothing is planned yet.")


def test_what_waits_and_what_is_elsewhere_is_not_there(
    signed_in, lead, project, chain, outsider, url
):
    waiting = factories.make_received(project)
    elsewhere = factories.make_idea(factories.make_project(project.organisation, by=lead))
    client = signed_in(lead)

    for one in (waiting, elsewhere):
        assert client.get(f"/projects/{project.pk}/story/idea/{one.pk}/").status_code == 404
    assert signed_in(outsider).get(url).status_code == 404


def test_one_decision_and_three_cost_the_same(
    signed_in, observer, lead, project, chain, url, queries
):
    client = signed_in(observer)
    of_one = queries(client, url)
    for number in (2, 3):
        make_chain(project, lead, idea=chain.idea, number=number)

    assert queries(client, url) == of_one


def test_the_page_of_the_idea_leads_here(signed_in, observer, chain, url):
    assert f'href="{url}"' in signed_in(observer).get(chain.idea.get_absolute_url()).text


def test_of_an_idea_from_an_earlier_record_no_day_is_said(signed_in, observer, lead, project):
    idea = Idea.bring(project, by=lead, text="More light.", came_from="The survey of 2011")
    client, today = signed_in(observer), day(timezone.localdate())

    page = client.get(f"/projects/{project.pk}/story/idea/{idea.pk}/")
    assert "More light." in page.text
    assert today not in Page(page).text("thread")
    assert (
        f"We do not know. It was written down here on {today}."
        in client.get(idea.get_absolute_url()).text
    )
