import pytest

from projects.plan.models import Action
from tests import factories
from tests.projects.story.conftest import make_chain, make_measure
from tests.reading import Page


@pytest.fixture
def url(project, chain):
    return f"/projects/{project.pk}/story/measure/{chain.measure.pk}/"


def test_back_to_who_said_so(signed_in, observer, chain, url):
    said = Page(signed_in(observer).get(url)).text("thread")

    links = ["What shows it People who ask how long", "What we do about it Hang the clock",
             "Decided How do people know", "Why: Not knowing", "Said “A clock we can see",
             "Someone at “The Friday lunch club” (Older people, group 1)"]  # fmt: skip
    places = [said.index(link) for link in links]
    assert places == sorted(places)


def test_one_that_rests_on_nothing(signed_in, observer, lead, project):
    measure = make_measure(project, lead)
    address = f"/projects/{project.pk}/story/measure/{measure.pk}/"
    client = signed_in(observer)
    said = Page(client.get(address)).text("thread")
    assert said.endswith("What we do about it Nothing that is done is linked to it yet.")

    measure.actions.add(Action.add(project, by=lead, what="Paint the wall"))
    said = Page(client.get(address)).text("thread")
    assert said.endswith("Decided No decision is written down behind this.")


def test_one_decision_and_three_cost_the_same(
    signed_in, observer, lead, project, chain, url, queries
):
    client = signed_in(observer)
    of_one = queries(client, url)
    for number in (2, 3):
        chain.measure.actions.add(make_chain(project, lead, number=number).action)

    assert queries(client, url) == of_one


def test_its_page_leads_here_and_outsiders_see_none(
    signed_in, observer, outsider, lead, project, chain, url
):
    elsewhere = make_measure(factories.make_project(project.organisation, by=lead), lead)

    assert f'href="{url}"' in signed_in(observer).get(chain.measure.get_absolute_url()).text
    assert signed_in(outsider).get(url).status_code == 404
    address = f"/projects/{project.pk}/story/measure/{elsewhere.pk}/"
    assert signed_in(lead).get(address).status_code == 404
