from decimal import Decimal

import pytest

from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.impact.models import Reading
from projects.plan.models import Action
from tests import factories
from tests.projects.story.conftest import make_chain
from tests.reading import Page


@pytest.fixture
def chain(project, lead):
    project.publish(by=lead)
    return make_chain(project, lead)


@pytest.fixture
def url(project, chain):
    return f"/frontdoor/{project.pk}/you-said-we-did/"


def let_all_out(chain, lead):
    for row in (chain.decision, chain.idea, chain.action):
        row.share("public", by=lead)


def test_anyone_reads_what_a_lead_chose(client, lead, chain, url):
    let_all_out(chain, lead)
    chain.action.finish(by=lead)
    said = Page(client.get(url)).text(f"decision-{chain.decision.pk}-did")

    assert said.startswith(
        "You said “A clock we can see, number 1.” "
        "Someone at “The Friday lunch club” (Older people, group 1) "
        "We decided 2 March 2026 A clock goes up, number 1. Why: Not knowing is worse"
    )
    assert "Done Hang the clock" in said
    assert "before: 43 (January 2026)" in said


def test_nothing_leaves_by_itself(client, lead, chain, url):
    chain.idea.becomes("partly", by=lead, because="A reason for the team.")
    page = client.get(url)
    assert page.status_code == 200
    assert "Nothing stands here yet." in page.text

    chain.decision.share("public", by=lead)
    text = client.get(url).text
    assert "A clock goes up" in text
    assert "1 idea, which does not stand here in its own words." in text
    for hidden in ("A clock we can see", "Hang the clock", "A reason for the team.",
                   "People who ask how long", "Waiting 1", lead.name):  # fmt: skip
        assert hidden not in text, hidden


def test_an_idea_chosen_where_its_decision_is_not(client, lead, project, chain, url):
    chain.idea.share("public", by=lead)
    text = client.get(url).text

    assert "A clock we can see" in text
    assert "A clock goes up" not in text


def test_a_member_s_words_go_when_they_take_their_yes_back(client, lead, participant, project, url):
    idea = factories.make_idea(project, "My own words.", by=participant)
    idea.share("public", by=lead)
    assert "My own words." not in client.get(url).text

    member = project.memberships.get(user=participant)
    Consent.give(member, Use.PUBLIC_WORDS, by=participant)
    text = client.get(url).text
    assert "My own words." in text
    assert participant.name not in text

    Consent.withdraw(member, Use.PUBLIC_WORDS, by=participant)
    assert "My own words." not in client.get(url).text


def test_small_numbers_and_small_groups_stay_unsaid(client, lead, project, chain, url):
    session = factories.make_session(
        project, ideas=["We few."], how_many=3, community="Three sisters", where="Their kitchen"
    )
    session.ideas.get().share("public", by=lead)
    let_all_out(chain, lead)
    Reading.write_down(chain.measure, by=lead, on="2026-07", value=Decimal(3))
    text = client.get(url).text

    assert "Someone we met" in text
    assert "now: fewer than 5 (July 2026)" in text
    assert "Three sisters" not in text
    assert "Their kitchen" not in text


def test_what_was_not_done_and_what_waits_stands_there_too(client, lead, project, url):
    no, waits = (
        factories.make_session(project, ideas=[text]).ideas.get() for text in ("No?", "When?")
    )
    no.becomes("not_used", by=lead, because="The lease forbids it.")
    for idea in (no, waits):
        idea.share("public", by=lead)
    page = Page(client.get(url))

    assert "Why not: The lease forbids it." in page.text(f"idea-{no.pk}-could-not")
    assert "Nobody has answered it yet." in page.text(f"idea-{waits.pk}-not-yet")


def test_the_page_of_the_project_leads_here_when_there_is_something(
    client, lead, project, chain, url
):
    home = f"/frontdoor/{project.pk}/"
    assert url not in client.get(home).text

    chain.decision.share("public", by=lead)
    assert f'href="{url}"' in client.get(home).text


def test_what_is_not_published_is_not_there(client, lead, project, chain, url):
    project.take_down(by=lead)

    assert client.get(url).status_code == 404
    assert client.get(f"/frontdoor/{10**30}/you-said-we-did/").status_code == 404


def test_one_entry_and_three_cost_the_same(client, lead, project, chain, url, queries):
    let_all_out(chain, lead)
    of_one = queries(client, url)
    for number in (2, 3):
        let_all_out(make_chain(project, lead, number=number), lead)
    Action.add(project, by=lead, what="Only ours", decision=chain.decision)

    assert queries(client, url) == of_one
    assert "Only ours" not in client.get(url).text


def test_thirty_come_in_two_pages(client, lead, project, url):
    session = factories.make_session(project, ideas=[f"Said {number}." for number in range(30)])
    for idea in session.ideas.all():
        idea.project = project
        idea.share("public", by=lead)

    assert client.get(url).text.count("Said ") == 25
    assert client.get(f"{url}?page=2").text.count("Said ") == 5
