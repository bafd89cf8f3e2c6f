from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import ContactRead, Giver


@pytest.fixture
def url(idea):
    return f"/projects/{idea.project_id}/ideas/givers/{idea.giver.pk}/"


def test_the_reader_sees_how_to_reach_them_and_each_look_is_written_down(
    signed_in, participant, idea, url
):
    client = signed_in(participant)
    text = client.get(url).text
    client.get(url)

    assert "Joan" in text
    assert "0163 211" in text
    assert [read.reader for read in ContactRead.objects.all()] == [participant]
    ContactRead.objects.update(at=timezone.now() - timedelta(minutes=11))
    client.get(url)
    assert ContactRead.objects.count() == 2


def test_nobody_else_does(signed_in, request, url):
    answers = {
        who: signed_in(request.getfixturevalue(who)).get(url).status_code
        for who in ("lead", "observer", "involvement", "outsider")
    }

    assert answers == {"lead": 403, "observer": 403, "involvement": 403, "outsider": 404}
    assert not ContactRead.objects.exists()


def test_whoever_was_looked_at_sees_when_and_the_reader_finds_it_on_their_own_page(
    client, signed_in, participant, question, url
):
    idea, code = Giver.give(question, mark="b", text="A clock.", name="Kim")
    signed_in(participant).get(url.rsplit("/", 2)[0] + f"/{idea.giver.pk}/")

    assert "A member of the team looked at how to reach you on:" in (
        client.get(f"/ask/follow/{code}/").text
    )
    assert (
        "how to reach someone who gave an idea" in signed_in(participant).get("/privacy/me/").text
    )


def test_what_to_tell_them_stands_there(signed_in, lead, participant, idea, url):
    client = signed_in(participant)
    assert "Nothing yet: it waits for you to read it." in client.get(url).text

    idea.let_in(by=lead)
    idea.becomes("partly", by=lead, because="Two chairs fit.")
    text = client.get(url).text
    assert "Partly used" in text
    assert "Two chairs fit." in text
    assert "I have told them" in text


def test_once_forgotten_there_is_no_page_of_theirs(signed_in, participant, idea, url):
    idea.giver.forget()

    assert signed_in(participant).get(url).status_code == 404
