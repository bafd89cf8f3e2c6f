"""Far more than anybody types or ticks is stopped, and what was sent comes back whole."""

import pytest
from django.core.cache import caches

from projects import pace
from projects.ideas.models import Idea
from tests.reading import Page


@pytest.fixture
def few(settings):
    settings.CHANGES_A_MINUTE = 2


@pytest.fixture
def tick(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/answer/"


def test_what_came_too_fast_is_given_back_whole_and_sent_again(
    signed_in, participant, project, tick, few
):
    client = signed_in(participant)
    for value in ("done", ""):
        client.post(tick, {"value": value})
    url = f"/projects/{project.pk}/ideas/new/"
    typed = {"text": "<b>A clock</b> that everyone can see & hear.", "way": "member"}
    refused = client.post(url, typed)

    page = Page(refused)
    assert refused.status_code == 429
    assert "Please wait a moment" in refused.text
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert "<b>A clock" not in refused.text
    assert {name: page.values[name] for name in typed} == typed
    assert not Idea.objects.exists()
    assert client.get(url).status_code == 200

    caches["pace"].clear()
    client.post(url, typed)
    assert Idea.objects.get().text == typed["text"]


def test_another_person_at_the_same_address_goes_on(signed_in, lead, participant, tick, few):
    for _press in range(3):
        answer = signed_in(participant).post(tick, {"value": "done"})
    assert answer.status_code == 429

    assert signed_in(lead).post(tick, {"value": ""}).status_code == 302


def test_it_says_how_long_to_wait_also_to_a_tick_of_htmx(
    signed_in, participant, tick, few, monkeypatch
):
    monkeypatch.setattr(pace, "WINDOWS", ((3600, 0.5),))
    client = signed_in(participant)
    answers = [
        client.post(tick, {"value": value}, headers={"HX-Request": "true"})
        for value in ("done", "")
    ]

    assert [answer.status_code for answer in answers] == [200, 429]
    minutes = -(-int(answers[1].headers["Retry-After"]) // 60)
    said = f"Wait {minutes} minutes. Then" if minutes > 1 else "Wait a minute. Then"
    assert said in answers[1].text


def test_someone_who_ticks_as_fast_as_they_can_gets_through(signed_in, participant, tick):
    client = signed_in(participant)
    answers = {client.post(tick, {"value": ["done", ""][n % 2]}).status_code for n in range(60)}

    assert answers == {302}


def test_who_may_not_write_there_learns_nothing_of_it(signed_in, outsider, tick, few):
    client = signed_in(outsider)
    assert {client.post(tick, {"value": "done"}).status_code for _press in range(4)} == {404}
