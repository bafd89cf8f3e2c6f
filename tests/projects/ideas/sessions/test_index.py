import re

import pytest
from django.utils import timezone

from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/ideas/sessions/"


def sessions_on(response):
    found = [re.fullmatch(r"session-(\d+)", id_) for id_ in Page(response).texts]
    return [int(match[1]) for match in found if match]


def give_back(session, by, up_to):
    session.give_back(by=by, on=timezone.localdate(), who="Asha", up_to=up_to)


def test_an_empty_page_says_what_belongs_here(signed_in, url, participant, observer):
    text = signed_in(participant).get(url).text

    assert "No sessions yet" in text
    assert "Write down a session" in text
    assert "Write down a session" not in signed_in(observer).get(url).text


def test_each_row_says_who_where_and_how_far_the_answer_is(signed_in, url, observer, session, lead):
    said = Page(signed_in(observer).get(url)).text(f"session-{session.pk}")

    assert said == (
        "Carers at the lunch club St Mary's hall, 12 people Waits for an answer 2 ideas, 0 answered"
    )


def test_a_group_waits_then_has_its_answer_then_there_is_news(
    signed_in, url, observer, session, first, lead
):
    client, where = signed_in(observer), f"standing-{session.pk}"
    first.becomes("used", by=lead)
    said = [Page(client.get(url)).text(where)]
    give_back(session, lead, first.last_outcome)
    said.append(Page(client.get(url)).text(where))
    session.ideas.last().becomes("looking", by=lead)
    said.append(Page(client.get(url)).text(where))

    day = timezone.localdate().strftime("%-d %B %Y")
    assert said == [
        "Waits for its answer: print it",
        f"Answer given back on {day}",
        "New answers for this group to print",
    ]


def test_those_who_wait_can_be_seen_alone_longest_first(signed_in, url, lead, session, project):
    has_it, other = factories.make_session(project), factories.make_session(project)
    give_back(has_it, lead, 0)
    client = signed_in(lead)

    assert "2 groups wait for an answer" in client.get(url).text
    assert sessions_on(client.get(f"{url}?show=waiting")) == [session.pk, other.pk]


def test_fewer_than_five_are_not_counted_aloud(signed_in, url, lead, project):
    session = factories.make_session(project, how_many=3)
    said = Page(signed_in(lead).get(url)).text(f"session-{session.pk}")

    assert "fewer than 5 people" in said
    assert "3 people" not in said


def test_one_session_and_three_cost_the_same(signed_in, url, lead, project, session, queries):
    client = signed_in(lead)
    of_one = queries(client, url)
    for _more in range(2):
        factories.make_session(project, ideas=["One.", "Two."])

    assert queries(client, url) == of_one


def test_a_page_holds_25(signed_in, url, lead, project):
    for _one in range(26):
        factories.make_session(project)
    client = signed_in(lead)

    assert len(sessions_on(client.get(url))) == 25
    assert len(sessions_on(client.get(f"{url}?page=2"))) == 1
