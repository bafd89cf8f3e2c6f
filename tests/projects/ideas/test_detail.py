import pytest

from projects.models import Hand
from tests import factories
from tests.reading import Page


@pytest.mark.parametrize("who", ["lead", "participant", "observer", "involvement"])
def test_all_that_is_known_of_it(request, signed_in, project, lead, from_session, theme, who):
    from_session.put_under(theme, by=lead)
    from_session.becomes("looking", by=lead)
    from_session.becomes("partly", by=lead, because="The front door only.")
    decision = factories.make_decision(
        project, question="Which doors?", decision="The front one.", ideas=[from_session]
    )
    page = Page(signed_in(request.getfixturevalue(who)).get(from_session.get_absolute_url()))

    assert page.text(f"idea-{from_session.pk}").startswith("Softer doors.")
    assert page.text("became").startswith("What became of it Partly used The front door only.")
    history = page.text("history")
    assert history.index("Partly used Asha Lead") < history.index("Being looked at Asha Lead")
    assert "Which doors? Agreed The front one." in page.text(f"decision-{decision.pk}")
    origin = page.text("from")
    assert "From Carers at the lunch club" in origin
    assert "Theme Noise" in origin
    assert "Written down by Asha Lead" in origin


def test_before_anyone_answered(signed_in, lead, idea):
    text = signed_in(lead).get(idea.get_absolute_url()).text

    assert "Nobody has answered yet." in text
    assert "No decision answers it yet." in text


def test_leads_find_what_leads_do_and_participants_what_they_do(
    signed_in, lead, participant, observer, project, idea
):
    at = idea.get_absolute_url()
    became, decide = f"{at}became/", f"/projects/{project.pk}/decisions/new/?idea={idea.pk}"
    offered = {
        person.name: [address in signed_in(person).get(at).text
                      for address in (became, decide, f"{at}put-under/", f"{at}me-too/")]
        for person in (lead, participant, observer)
    }  # fmt: skip

    assert offered == {
        "Asha Lead": [True, True, True, True],
        "Ben Participant": [False, False, True, True],
        "Olu Observer": [False, False, False, False],
    }


def test_whose_hands_wrote_it(signed_in, lead, project):
    hand = Hand.record_group(project, by=lead, group="The Friday club", people=12)
    with hand.writing():
        idea = factories.make_idea(project, "A ramp.", by=lead)
    page = Page(signed_in(lead).get(idea.get_absolute_url()))

    assert "From The Friday club, 12 people (written down by Asha Lead)" in page.text("from")


def test_what_is_not_shown_is_not_found(signed_in, lead, outsider, project, idea):
    waits = factories.make_received(project)

    assert signed_in(lead).get(waits.get_absolute_url()).status_code == 404
    assert signed_in(outsider).get(idea.get_absolute_url()).status_code == 404


def test_an_idea_of_another_project_is_not_found(signed_in, lead, project, idea):
    other = factories.make_project(project.organisation, by=lead)

    assert signed_in(lead).get(f"/projects/{other.pk}/ideas/{idea.pk}/").status_code == 404


def test_one_outcome_and_three_cost_the_same(signed_in, lead, project, idea, queries):
    client, at = signed_in(lead), idea.get_absolute_url()
    idea.becomes("looking", by=lead)
    factories.make_decision(project, ideas=[idea])
    with_one = queries(client, at)
    for number in range(2):
        idea.becomes("partly", by=lead, because=f"Part {number}.")
        factories.make_decision(project, ideas=[idea])

    assert queries(client, at) == with_one
