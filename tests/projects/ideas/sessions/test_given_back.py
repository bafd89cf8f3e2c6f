from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import Outcome
from projects.ideas.sessions.answers import with_answers
from tests.reading import Page


@pytest.fixture
def url(session):
    return f"{session.get_absolute_url()}given-back/"


def typed_in(client, url):
    return {name: value for name, value in Page(client.get(url)).values.items() if name}


def has_news(session):
    return with_answers(session.project.sessions).get(pk=session.pk).has_news


def test_when_and_by_whom_is_kept_and_is_the_heartbeat(
    signed_in, url, session, participant, first, lead, project
):
    first.becomes("used", by=lead)
    client = signed_in(participant)
    typed = typed_in(client, url)
    assert typed["who"] == "Asha"
    client.post(url, typed | {"who": "The ward manager"})
    client.post(url, typed | {"who": "The ward manager"})

    session.refresh_from_db()
    project.refresh_from_db()
    today = timezone.localdate()
    assert (session.answered_on, session.answered_by) == (today, "The ward manager")
    assert session.answered_up_to == first.last_outcome
    lines = project.activity.filter(what="brought the answer back to")
    assert [line.actor for line in lines] == [participant]
    assert project.conversation_at == lines[0].at


def test_what_became_after_the_form_was_opened_is_news_to_them(
    signed_in, url, session, participant, first, lead
):
    client = signed_in(participant)
    typed = typed_in(client, url)
    first.becomes("used", by=lead)
    client.post(url, typed)

    assert has_news(session)


def test_what_became_after_the_day_itself_is_news_to_them(
    signed_in, url, session, participant, first, lead
):
    first.becomes("used", by=lead)
    client = signed_in(participant)
    day = timezone.localdate() - timedelta(days=3)
    parts = {"on_day": day.day, "on_month": day.month, "on_year": day.year}
    client.post(url, typed_in(client, url) | parts)
    assert has_news(session)

    Outcome.objects.update(at=timezone.now() - timedelta(days=9))
    client.post(url, typed_in(client, url))
    assert not has_news(session)


def test_a_day_to_come_has_not_been(signed_in, url, session, participant):
    client = signed_in(participant)
    response = client.post(url, typed_in(client, url) | {"on_year": "2090"})

    assert "This day is still to come." in response.text
    session.refresh_from_db()
    assert session.answered_on is None


def test_who_may(signed_in, others, url):
    assert others(signed_in, "get", url) == [200, 403, 403, 404]
