import pytest

from outbox.models import Message
from tests.factories import make_decision
from tests.reading import Page

SENT = {"kind": "stop", "what": "No second room.", "because": "No money.", "next_step": "We ask."}


def test_the_team_hears_and_everyone_behind_an_idea_it_touches(
    signed_in, lead, participant, carer, project, url, decision
):
    Message.objects.all().delete()
    client = signed_in(lead)
    for _press in range(2):
        response = client.post(url + "changes/new/", SENT | {"decisions": [decision.pk]})

    change = project.plan_changes.get()
    assert response.url == change.get_absolute_url()
    behind, team = Message.objects.get(to=carer).text, Message.objects.get(to=participant).text
    assert "A seat by the door." in behind and "A seat by the door." not in team
    for told in (behind, team):
        assert "We stop.\n\nNo second room.\n\nWhy: No money.\n\nWhat happens next: We ask." in told


@pytest.mark.parametrize("name", ["kind", "what", "because", "next_step"])
def test_what_is_missing_is_said(signed_in, lead, project, url, name):
    page = Page(signed_in(lead).post(url + "changes/new/", SENT | {name: ""}))

    assert f"id_{name}-error" in page.texts
    assert not project.plan_changes.exists()


def test_decisions_of_another_project_are_no_choice(signed_in, lead, project, url, other_lead):
    theirs = make_decision(other_lead.memberships.get().project)
    signed_in(lead).post(url + "changes/new/", SENT | {"decisions": [theirs.pk]})

    assert not project.plan_changes.exists()


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "changes/new/", SENT).status_code == status
    assert not project.plan_changes.exists()
