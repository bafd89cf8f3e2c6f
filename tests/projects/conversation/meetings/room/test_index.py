from tests import factories
from tests.reading import Page


def test_it_begins_with_the_first_point(signed_in, participant, meeting, point, url, room):
    factories.make_point(meeting, title="The door")
    factories.make_point(meeting, title="Parking", is_parked=True)
    page = Page(signed_in(participant).get(f"{url}room/"))

    assert room in signed_in(participant).get(f"{url}room/").text
    assert "1 The letter 20 minutes 2 The door" in page.text("project-content")
    assert "Parking" in page.text("parked")


def test_a_closed_meeting_has_no_screen(signed_in, participant, closed):
    response = signed_in(participant).get(f"{closed.get_absolute_url()}room/")

    assert response.url == closed.get_absolute_url()


def test_others_may_not(refuses, url):
    refuses(f"{url}room/", participant=200, method="get")


def test_one_point_costs_as_many_queries_as_three(signed_in, participant, meeting, url, queries):
    client = signed_in(participant)
    factories.make_point(meeting)
    one = queries(client, f"{url}room/")
    factories.make_point(meeting)
    factories.make_point(meeting)

    assert queries(client, f"{url}room/") == one
