import pytest

from projects.conversation.models import Captured
from tests.reading import Page


@pytest.fixture
def address(closed):
    return f"{closed.get_absolute_url()}summary/"


def test_the_team_reads_what_came_of_it(signed_in, observer, closed, address):
    response = signed_in(observer).get(address)

    assert "What came of it: How we meet" in response.text
    assert '<h2 class="nhsuk-heading-s">The room</h2>' in response.text
    assert "<li>We take it.</li>" in response.text


def test_easy_read_stands_first_for_who_likes_it(signed_in, lead, observer, closed, address):
    closed.correct(by=lead, opened_at=None, because="x", text="Long.", easy="Short.")
    observer.change(wording="easy")

    assert "Short." in signed_in(observer).get(address).text
    newest = closed.summaries.order_by("pk").last()
    page = Page(signed_in(observer).get(address))
    assert "Long." not in page.text(f"meeting-summary-{newest.pk}")


def test_what_was_corrected_says_why_and_how_it_read(signed_in, lead, observer, closed, address):
    closed.correct(by=lead, opened_at=None, because="It was cold.", text="It is cold.")
    page = Page(signed_in(observer).get(address))

    assert "It was cold." in page.text("project-content")
    assert "It is warm." in page.text("earlier")


def test_who_does_what_is_named_to_the_team(signed_in, lead, observer, meeting, point, place):
    Captured.write_down_action(point, by=lead, what="Ring the printer", owner=place)
    meeting.close(by=lead, opened_at=None, text="Done.")
    page = Page(signed_in(observer).get(f"{meeting.get_absolute_url()}summary/"))

    assert "Ring the printer Ben Participant. To do" in page.text("actions")


def test_before_it_is_closed_there_is_none(signed_in, lead, url):
    assert signed_in(lead).get(f"{url}summary/").url == url


def test_outsiders_find_nothing(signed_in, outsider, address):
    assert signed_in(outsider).get(address).status_code == 404


def test_one_thing_costs_as_many_queries_as_three(
    signed_in, observer, lead, meeting, point, place, queries
):
    def grow(number):
        said = {"question": f"{number}?", "decision": "Yes."}
        Captured.write_down_decision(point, by=lead, status="agreed", **said)
        Captured.write_down_action(point, by=lead, what=f"Do {number}", owner=place)
        Captured.write_down_idea(point, by=lead, text=f"Idea {number}")

    address = f"{meeting.get_absolute_url()}summary/"
    grow(1)
    grow(2)
    grow(3)
    meeting.close(by=lead, opened_at=None, text="Done.")
    client = signed_in(observer)
    three = queries(client, address)
    meeting.captured.filter(pk__gt=meeting.captured.all()[2].pk).delete()

    assert queries(client, address) == three
