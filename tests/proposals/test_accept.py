import pytest

from outbox.models import Message
from projects.models import Project
from proposals.models import AnsweredAlready, Proposal
from tests.factories import make_proposal, make_user

WORDS = ("problem", "idea", "affected", "already_decided", "already_said", "origin")


@pytest.fixture
def accept(url):
    return f"{url}accept/"


def test_it_becomes_a_project_in_the_words_it_came_in(signed_in, involvement, proposal, accept):
    page = signed_in(involvement).get(accept).text
    assert "I lead it myself" in page
    typed = {"title": "A quiet ward", "lead": involvement.pk, "reply": "Well done."}
    signed_in(involvement).post(accept, typed)

    project = Project.objects.get(title="A quiet ward")
    proposal.refresh_from_db()
    assert [getattr(project, name) for name in WORDS] == [getattr(proposal, n) for n in WORDS]
    assert (proposal.state, proposal.project, proposal.reply) == ("accepted", project, "Well done.")
    assert project.origin_note.startswith("Someone proposed it on the public page on ")
    assert project.memberships.get().user == involvement
    assert project.checklist.exists()
    line = project.activity.first()
    assert (line.what, line.actor) == ("accepted the big idea that was proposed", involvement)


def test_someone_of_the_staff_leads_it_and_is_told_at_once(
    signed_in, involvement, lead, administrator, accept
):
    outside = make_user("Not of the staff")
    client = signed_in(involvement)
    page = client.get(accept).text
    assert (lead.name in page, administrator.name in page) == (True, False)
    client.post(accept, {"title": "Quiet", "lead": outside.pk})
    assert not Project.objects.filter(title="Quiet").exists()

    client.post(accept, {"title": "Quiet", "lead": lead.pk})
    project = Project.objects.get(title="Quiet")
    assert (project.memberships.get().user, project.started_by) == (lead, involvement)
    message = Message.objects.get(to=lead, subject="You were asked to lead a project")
    assert message.at_once
    assert f'href="/projects/{project.pk}/"' in signed_in(lead).get("/projects/").text


def test_the_proposer_hears_at_the_address_they_left(signed_in, involvement, accept):
    signed_in(involvement).post(
        accept, {"title": "Quiet", "lead": involvement.pk, "reply": "Well done."}
    )

    message = Message.objects.get(address="joan@collab.example")
    assert message.subject == "An answer to what you proposed"
    assert "It is a project now." in message.text
    assert "Well done." in message.text
    assert "Quiet" not in message.text


def test_whoever_was_signed_in_hears_as_they_chose(
    signed_in, involvement, participant, organisation, project
):
    proposal, _code = make_proposal(organisation, by=participant)
    proposal.accept("Quiet", by=involvement, lead=involvement)

    assert Message.objects.get(to=participant, at_once=True).url == "/projects/words/"
    assert "It became a project." in signed_in(participant).get("/projects/words/").text


def test_pressed_twice_and_by_two_at_once_it_is_one_project(
    signed_in, involvement, lead, proposal, accept
):
    typed = {"title": "Quiet", "lead": involvement.pk}
    client = signed_in(involvement)
    client.post(accept, typed)
    again = client.post(accept, typed, follow=True)
    assert "This was answered already. Nothing has changed." in again.text

    late = Proposal.objects.get()
    late.state = "waiting"  # read a moment before the first answer
    with pytest.raises(AnsweredAlready):
        late.refuse(by=lead, because="No.")
    assert Project.objects.filter(title="Quiet").count() == 1
    assert Proposal.objects.get().state == "accepted"


def test_one_that_was_taken_back_meanwhile_says_so(signed_in, involvement, proposal):
    late = Proposal.objects.get()
    proposal.take_back()

    with pytest.raises(AnsweredAlready) as told:
        late.accept("Quiet", by=involvement, lead=involvement)
    assert told.value.proposal is None


def test_without_a_title_nothing_begins(signed_in, involvement, accept):
    page = signed_in(involvement).post(accept, {"title": "", "reply": "Kept."}).text

    assert "Write something here." in page
    assert "Kept." in page
    assert Proposal.objects.get().is_waiting
