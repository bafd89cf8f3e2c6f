"""The ideas on the form of a decision: which are offered, and what is kept of the ticks."""

import pytest

from projects.decisions.answering import FIRST
from projects.ideas.models import Theme
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/decisions/new/"


@pytest.fixture
def idea(project, participant):
    return factories.make_idea(project, "A quiet corner.", by=participant)


@pytest.fixture
def typed(fields):
    return fields | {"status": "agreed"}


def offered(page):
    return [int(id_.removeprefix("idea-")) for id_ in page.texts if id_.startswith("idea-")]


def test_from_an_ideas_page_it_is_ticked_already(signed_in, lead, idea, url):
    page = Page(signed_in(lead).get(f"{url}?idea={idea.pk}"))

    assert page.values["answered"] == str(idea.pk)


def test_the_decision_keeps_its_ideas_and_its_page_shows_their_words(
    signed_in, lead, project, idea, url, typed
):
    client = signed_in(lead)
    response = client.post(url, typed | {"answered": [idea.pk]})

    decision = project.decisions.get()
    assert list(decision.ideas.all()) == [idea]
    shown = Page(client.get(response.url)).text("ideas")
    assert "A quiet corner. New Ben Participant" in shown


def test_a_participant_proposes_what_answers_an_idea(signed_in, participant, project, idea, fields):
    url = f"/projects/{project.pk}/decisions/propose/"
    signed_in(participant).post(url, fields | {"answered": [idea.pk]})

    assert list(project.decisions.get().ideas.all()) == [idea]


def test_what_is_ticked_stays_ticked_when_something_else_is_wrong(signed_in, lead, idea, url):
    page = Page(signed_in(lead).post(url, {"answered": [idea.pk], "status": "agreed"}))

    assert page.values["answered"] == str(idea.pk)


def test_those_being_looked_at_come_before_the_newest_and_the_answered_not_at_all(
    signed_in, lead, project, idea, url
):
    idea.becomes("looking", by=lead)
    used = factories.make_idea(project)
    used.becomes("used", by=lead)
    for _one in range(FIRST):
        factories.make_idea(project)
    page = Page(signed_in(lead).get(url))

    assert len(offered(page)) == FIRST
    assert idea.pk in offered(page)
    assert used.pk not in offered(page)
    text = signed_in(lead).get(url).text
    assert "When you have saved, you can choose among all of them." in text


def test_theme_by_theme(signed_in, lead, project, idea, url):
    theme = Theme.add(project, by=lead, name="Noise")
    bare = factories.make_idea(project)
    idea.put_under(theme, by=lead)

    assert offered(Page(signed_in(lead).get(url))) == [bare.pk, idea.pk]


def test_without_ideas_nothing_is_asked(signed_in, lead, url):
    assert "Which ideas does it answer?" not in signed_in(lead).get(url).text


def test_changing_a_proposal_changes_its_ideas(signed_in, lead, proposal, idea, fields):
    url = f"{proposal.get_absolute_url()}change/"
    client = signed_in(lead)
    typed = fields | {"opened_at": str(proposal.version), "answered": [idea.pk]}
    client.post(url, typed)
    assert list(proposal.ideas.all()) == [idea]
    lines = proposal.project.activity.count()
    client.post(url, typed)
    assert proposal.project.activity.count() == lines
    proposal.refresh_from_db()
    client.post(url, fields | {"opened_at": str(proposal.version)})

    assert not proposal.ideas.exists()


def test_two_at_once_and_the_ticks_of_both_are_kept(
    signed_in, lead, project, proposal, idea, fields
):
    other = factories.make_idea(project, "Softer doors.")
    opened_at = str(proposal.version)
    proposal.answer([other], by=lead)
    client, url = signed_in(lead), f"{proposal.get_absolute_url()}change/"
    response = client.post(url, fields | {"opened_at": opened_at, "answered": [idea.pk]})

    page = Page(response)
    assert response.status_code == 409
    assert (
        "Which ideas does it answer? What you wrote – A quiet corner. "
        "What is there now – Softer doors." in page.text("meanwhile")
    )
    ticked = [one for one in (idea, other) if f'value="{one.pk}" checked' in response.text]
    assert ticked == [idea, other]


def test_replacing_begins_with_the_ideas_of_the_old_one(signed_in, lead, agreed, idea, fields):
    agreed.answer([idea], by=lead)
    client, url = signed_in(lead), f"{agreed.get_absolute_url()}replace/"
    assert Page(client.get(url)).values["answered"] == str(idea.pk)
    client.post(url, fields)

    agreed.refresh_from_db()
    assert list(agreed.ideas.all()) == [idea]
    assert list(agreed.newer.ideas.all()) == []
