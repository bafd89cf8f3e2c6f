import pytest

from outbox.models import Message
from projects.ideas.models import Idea
from tests.factories import make_organisation, make_project


@pytest.fixture
def join(url):
    return f"{url}join/"


def test_it_becomes_an_idea_of_the_project_in_their_words(
    signed_in, involvement, lead, project, proposal, join
):
    signed_in(involvement).post(join, {"project": project.pk, "reply": "Asha's team has it."})

    idea = Idea.objects.get()
    proposal.refresh_from_db()
    assert idea.text == "The ward is loud at night.\n\nSoft shoes for everyone."
    assert (idea.project, idea.way, idea.is_shown) == (project, "public", True)
    assert (idea.checked_by, idea.given_by, idea.given_on) == (
        involvement,
        None,
        proposal.proposed_on,
    )
    assert (proposal.state, proposal.project, proposal.became) == ("joined", project, idea)
    assert project.activity.first().what == "brought to the team the idea"
    assert Message.objects.filter(to=lead, subject="A new idea").exists()
    assert "Asha's team has it." in Message.objects.get(address="joan@collab.example").text


def test_only_an_open_project_of_the_organisation_is_offered(
    signed_in, involvement, lead, organisation, project, join
):
    closed = make_project(organisation, "It is over", by=lead)
    closed.turn("complete", by=lead, because="Done.")
    elsewhere = make_project(make_organisation(), "Not ours", by=lead)
    client = signed_in(involvement)
    page = client.get(join).text

    assert [name in page for name in (project.title, "It is over", "Not ours")] == [
        True,
        False,
        False,
    ]
    for other in (closed, elsewhere):
        client.post(join, {"project": other.pk})
    assert Idea.objects.count() == 0


def test_words_find_one_of_many(signed_in, involvement, lead, organisation, project, join):
    for number in range(26):
        make_project(organisation, f"Ward {number:02}", by=lead)
    client = signed_in(involvement)

    assert project.title not in client.get(join).text
    assert project.title in client.get(f"{join}?words=CALMER").text
    client.post(f"{join}?words=calmer", {"project": project.pk})
    assert Idea.objects.get().project == project


def test_with_no_open_project_it_says_what_else_can_be_done(signed_in, involvement, join):
    assert "You can make this one a project." in signed_in(involvement).get(join).text


def test_answered_twice_is_one_idea(signed_in, involvement, project, join):
    client = signed_in(involvement)
    for _press in range(2):
        client.post(join, {"project": project.pk})
    assert Idea.objects.count() == 1
