import pytest

from projects.plan.models import Action
from tests import factories
from tests.projects.story.conftest import make_chain
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/story/"


def entries(response):
    """The keys of the entries of a page, in order."""
    words = ("decision-", "idea-")
    ends = ("-did", "-doing", "-could-not", "-not-yet")
    return [id_ for id_ in Page(response).texts if id_.startswith(words) and id_.endswith(ends)]


def test_what_was_said_decided_done_and_shown_stands_in_one_entry(
    signed_in, observer, lead, chain, url
):
    chain.action.finish(by=lead)
    page = Page(signed_in(observer).get(url))
    said = page.text(f"decision-{chain.decision.pk}-did")

    assert said.startswith(
        "You said “A clock we can see, number 1.” "
        "Someone at “The Friday lunch club” (Older people, group 1) "
        "We decided 2 March 2026 A clock goes up, number 1. "
        "Why: Not knowing is worse than waiting. Done Hang the clock, number 1"
    )
    assert "People who ask how long, number 1 (times a day) before: 43 (January 2026)" in said
    assert "now: 12 (June 2026)" in said
    assert "1 idea under 1 theme led to 1 decision. 1 of 1 action is done. 1 measure" in (
        signed_in(observer).get(url).text
    )


def test_where_it_stands_follows_from_what_is_done(signed_in, observer, lead, project, chain, url):
    client, name = signed_in(observer), f"decision-{chain.decision.pk}"
    assert entries(client.get(url)) == [f"{name}-doing"]

    chain.action.finish(by=lead)
    assert entries(client.get(url)) == [f"{name}-did"]

    more = Action.add(project, by=lead, what="A second clock", decision=chain.decision)
    assert entries(client.get(url)) == [f"{name}-doing"]

    more.stop(by=lead, because="There is no wall.")
    assert entries(client.get(url)) == [f"{name}-did"]
    assert "We could not do this A second clock Why: There is no wall." in (
        Page(client.get(url)).text(f"{name}-did")
    )


def test_what_was_only_stopped_we_could_not_do(signed_in, observer, lead, chain, url):
    chain.action.stop(by=lead, because="The wall is listed.")

    assert entries(signed_in(observer).get(url)) == [f"decision-{chain.decision.pk}-could-not"]


def test_one_decision_may_use_one_idea_and_refuse_the_next(
    signed_in, observer, lead, project, chain, url
):
    refused = factories.make_idea(project, "A bigger room.")
    chain.decision.answer([refused], by=lead)
    refused.becomes("not_used", by=lead, because="There is no money for walls.")
    page = Page(signed_in(observer).get(url))

    assert entries(signed_in(observer).get(url)) == [
        f"decision-{chain.decision.pk}-doing",
        f"idea-{refused.pk}-could-not",
    ]
    said = page.text(f"idea-{refused.pk}-could-not")
    assert "Why not: There is no money for walls." in said
    assert "A clock goes up" in said


def test_ideas_that_no_decision_answers(signed_in, observer, lead, project, url):
    new, used, part, no = (factories.make_idea(project) for _one in range(4))
    used.becomes("used", by=lead)
    part.becomes("partly", by=lead, because="Only on Mondays.")
    no.becomes("not_used", by=lead, because="It is not ours.")
    page = Page(signed_in(observer).get(url))

    assert entries(signed_in(observer).get(url)) == [
        f"idea-{part.pk}-doing", f"idea-{used.pk}-doing", f"idea-{no.pk}-could-not",
        f"idea-{new.pk}-not-yet",
    ]  # fmt: skip
    assert "We use part of it. Why: Only on Mondays." in page.text(f"idea-{part.pk}-doing")
    assert "Nobody has answered it yet." in page.text(f"idea-{new.pk}-not-yet")


def test_what_a_decision_says_that_people_said_counts_too(signed_in, observer, project, url):
    heard = factories.make_decision(project, lived_said="Arrival is frightening.")
    factories.make_decision(project, question="Which colour?")
    page = Page(signed_in(observer).get(url))

    assert entries(signed_in(observer).get(url)) == [f"decision-{heard.pk}-doing"]
    assert "“Arrival is frightening.” People who use services and carers" in (
        page.text(f"decision-{heard.pk}-doing")
    )


def test_nobody_is_named(signed_in, observer, lead, participant, project, url):
    factories.make_idea(project, by=participant)
    text = signed_in(observer).get(url).text

    assert participant.name not in text
    assert "Someone in the team" in text


def test_what_waits_at_the_door_and_what_is_only_proposed_is_not_there(
    signed_in, lead, project, url
):
    factories.make_received(project, "Still at the door.")
    factories.make_decision(project, status="proposed", lived_said="They said.")

    assert entries(signed_in(lead).get(url)) == []
    assert "Still at the door." not in signed_in(lead).get(url).text


def test_an_empty_page_says_how_to_begin(signed_in, participant, observer, url):
    assert "Begin with the ideas" in signed_in(participant).get(url).text
    assert "Read the ideas" in signed_in(observer).get(url).text


def test_by_theme_and_by_what_became_of_it(signed_in, observer, lead, project, chain, url):
    other = make_chain(project, lead, number=2)
    other.action.finish(by=lead)
    client = signed_in(observer)

    assert entries(client.get(f"{url}?theme={other.theme.pk}")) == [
        f"decision-{other.decision.pk}-did"
    ]
    assert entries(client.get(f"{url}?part=doing")) == [f"decision-{chain.decision.pk}-doing"]
    assert entries(client.get(f"{url}?part=not-yet")) == []
    assert len(entries(client.get(f"{url}?theme=x&part=y&page=z"))) == 2


def test_forty_entries_come_in_two_pages(signed_in, observer, project, url):
    for number in range(40):
        factories.make_idea(project, f"Idea {number}.")
    client = signed_in(observer)

    assert len(entries(client.get(url))) == 25
    assert len(entries(client.get(f"{url}?page=2"))) == 15
    assert len(entries(client.get(f"{url}?all=yes"))) == 40


def test_many_ideas_behind_one_decision_are_counted(signed_in, observer, project, lead, url):
    ideas = [factories.make_idea(project, f"Idea {number}.") for number in range(9)]
    decision = factories.make_decision(project, ideas=ideas)
    said = Page(signed_in(observer).get(url)).text(f"decision-{decision.pk}-doing")

    assert said.count("Someone in the team") == 5
    assert "and 4 more ideas" in said


def test_one_thread_and_three_cost_the_same(
    signed_in, observer, lead, project, chain, url, queries
):
    client = signed_in(observer)
    factories.make_idea(project)
    of_one = queries(client, url)
    for number in (2, 3):
        make_chain(project, lead, number=number)
        factories.make_idea(project).becomes("not_used", by=lead, because="No.")

    assert queries(client, url) == of_one


def test_outsiders_see_none_and_words_are_never_run(
    signed_in, outsider, other_lead, observer, project, url
):
    factories.make_idea(project, "<script>alert(1)</script>")

    assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(other_lead).get(url).status_code == 404
    assert "&lt;script&gt;alert(1)" in signed_in(observer).get(url).text
