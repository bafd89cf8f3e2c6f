import pytest

from projects.models import Hand
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/heard/"


def test_nobody_yet(signed_in, url, observer):
    assert "Nobody has been heard yet" in signed_in(observer).get(url).text


def test_people_are_counted_and_not_accounts(signed_in, url, observer, project, lead):
    carers = factories.make_group(project, "Carers")
    factories.make_session(project, group=carers, how_many=12)
    factories.make_session(project, group=carers, how_many=30, where="The library")
    factories.make_session(project, community="Shop workers", how_many=None)
    factories.make_session(project, community="By post", way="paper", how_many=8)
    for _one in range(6):
        factories.make_received(project).let_in(by=lead)
    factories.make_received(project)
    page = Page(signed_in(observer).get(url))

    assert page.text("ways") == (
        "By way Met in a session 42 people, and people whom nobody counted "
        "Wrote on paper 8 people Wrote on the public page 6 people "
        "Gave an idea as one of the team nobody yet"
    )
    said = page.text("communities")
    assert "Carers the change affects them 42 people. " in said
    assert "By post 8 people." in said
    assert "Shop workers people whom nobody counted." in said


def test_members_count_once_however_much_they_say(signed_in, url, project, observer):
    people = [factories.make_member(project).user for _one in range(5)]
    for person in people:
        for _idea in range(2):
            factories.make_idea(project, by=person)

    said = Page(signed_in(observer).get(url)).text("ways")
    assert said.endswith("Gave an idea as one of the team 5 people")


def test_a_group_that_somebody_wrote_for_is_its_people(signed_in, url, project, lead, observer):
    hand = Hand.record_group(project, by=lead, group="The choir", people=20)
    with hand.writing():
        for _idea in range(2):
            factories.make_idea(project, by=lead)
    page = Page(signed_in(observer).get(url))

    assert "The choir 20 people" in page.text("communities")
    assert page.text("ways").startswith("By way Met in a session 20 people")
    assert page.text("ways").endswith("one of the team nobody yet")


def test_no_small_number_shows_and_none_is_left_over(signed_in, url, project, observer):
    """35 people of one community, three of another: no sum holds the three."""
    factories.make_session(project, community="Many", how_many=35)
    factories.make_session(project, community="Few", how_many=3)
    text = signed_in(observer).get(url).text
    page = Page(signed_in(observer).get(url))

    assert "Met in a session 35 people, and fewer than 5 people" in page.text("ways")
    assert "Few fewer than 5 people." in page.text("communities")
    assert "So far: 35 people, and fewer than 5 people." in text
    assert "38" not in page.text("ways") + page.text("communities")


def test_several_small_ones_are_in_no_sum(signed_in, url, project, observer):
    for number in (4, 3, 1):
        factories.make_session(project, community="Few", how_many=number)

    said = Page(signed_in(observer).get(url)).text("communities")
    assert "Few 3 times fewer than 5 people." in said
    assert "8" not in said


def test_who_was_not_reached_with_whom_to_ask(signed_in, url, project, observer):
    reached, asked, bare = (
        factories.make_group(project, name, ask=ask)
        for name, ask in (("Carers", "x"), ("Night staff", "The night sister"), ("Students", ""))
    )
    factories.make_session(project, group=reached, how_many=2)
    said = Page(signed_in(observer).get(url)).text("not-reached")

    assert "Night staff Whom to ask: The night sister" in said
    assert "Students Nobody has said yet whom to ask." in said
    assert "Carers" not in said


def test_one_session_and_three_and_many_cost_the_same(signed_in, url, project, observer, queries):
    client = signed_in(observer)
    factories.make_session(project, group=factories.make_group(project), how_many=6)
    factories.make_idea(project)
    of_one = queries(client, url)
    for number in range(60):
        group = factories.make_group(project) if number % 3 == 0 else None
        factories.make_session(project, group=group, how_many=number)
    factories.make_received(project).let_in(by=project.started_by)

    assert queries(client, url) == of_one


def test_outsiders_see_none(signed_in, url, outsider):
    assert signed_in(outsider).get(url).status_code == 404
