import pytest

from projects.consents.models import Consent
from projects.consents.wording import Use
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/story/public/"


def sharing(*rows):
    for row in rows:
        row.refresh_from_db()
    return [row.sharing for row in rows]


def test_nothing_is_chosen_until_a_lead_ticks_it(signed_in, lead, chain, url):
    rows = chain.decision, chain.action, chain.idea
    client = signed_in(lead)
    page = Page(client.get(url))

    assert {"decisions", "actions", "ideas"} & page.values.keys() == set()
    assert f"choice-ideas-{chain.idea.pk}" in page.texts
    assert sharing(*rows) == ["team", "team", "team"]

    sent = {"decisions": chain.decision.pk, "actions": chain.action.pk, "ideas": chain.idea.pk}
    client.post(url, sent)
    assert sharing(*rows) == ["public", "public", "public"]
    what = chain.decision.project.activity.order_by("-pk").values_list("what", flat=True)
    assert "lets anyone read the idea" in what[:3]


def test_what_is_not_ticked_any_more_is_for_the_team_again(signed_in, lead, chain, url):
    client = signed_in(lead)
    client.post(url, {"decisions": chain.decision.pk, "ideas": chain.idea.pk})
    client.post(url, {"was_decisions": chain.decision.pk, "was_ideas": chain.idea.pk,
                      "decisions": chain.decision.pk})  # fmt: skip

    assert sharing(chain.decision, chain.idea) == ["public", "team"]


def test_what_the_page_did_not_show_stays(signed_in, lead, chain, url):
    chain.idea.share("public", by=lead)
    signed_in(lead).post(url, {})

    assert sharing(chain.idea) == ["public"]


def test_pressed_twice_is_once(signed_in, lead, project, chain, url):
    client, sent = signed_in(lead), {"ideas": chain.idea.pk}
    client.post(url, sent)
    lines = project.activity.count()
    client.post(url, sent)

    assert project.activity.count() == lines


def test_a_member_s_words_only_with_their_own_yes(signed_in, lead, participant, project, url):
    idea = factories.make_idea(project, "My own words.", by=participant)
    client = signed_in(lead)
    assert "My own words." not in client.get(url).text
    client.post(url, {"ideas": idea.pk})
    assert sharing(idea) == ["team"]

    member = project.memberships.get(user=participant)
    consent = Consent.give(member, Use.PUBLIC_WORDS, by=participant)
    assert "My own words." in client.get(url).text
    client.post(url, {"ideas": idea.pk})
    assert sharing(idea) == ["public"]
    assert [use.what for use in consent.uses.all()] == ["The public page “You said, we did”"]


def test_what_is_private_is_not_offered(signed_in, lead, project, chain, url):
    chain.decision.share("private", by=lead)
    client = signed_in(lead)
    assert "A clock goes up" not in client.get(url).text
    client.post(url, {"decisions": chain.decision.pk})

    assert sharing(chain.decision) == ["private"]


def test_in_a_closed_project_it_can_only_be_taken_back(signed_in, lead, project, chain, url):
    chain.idea.share("public", by=lead)
    other = factories.make_idea(project)
    project.turn("complete", by=lead, because="Done")
    signed_in(lead).post(url, {"was_ideas": chain.idea.pk, "actions": chain.action.pk})

    assert sharing(chain.idea, chain.action, other) == ["team", "team", "team"]


def test_rows_of_another_project_and_nonsense_change_nothing(signed_in, lead, project, url):
    elsewhere = factories.make_idea(factories.make_project(project.organisation, by=lead))
    signed_in(lead).post(url, {"ideas": [elsewhere.pk, "x", "9" * 30], "was_actions": "-1"})

    assert sharing(elsewhere) == ["team"]


def test_one_entry_and_three_cost_the_same(signed_in, lead, project, url, queries):
    client = signed_in(lead)
    factories.make_session(project, ideas=["One."])
    of_one = queries(client, url)
    factories.make_session(project, ideas=["Two.", "Three."])

    assert queries(client, url) == of_one


def test_it_is_for_leads(signed_in, participant, involvement, outsider, url):
    assert signed_in(participant).get(url).status_code == 403
    assert signed_in(involvement).get(url).status_code == 403
    assert signed_in(outsider).get(url).status_code == 404
