import pytest

from outbox.models import Message


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/team/answer-lead/"


@pytest.fixture
def member(project, participant, lead):
    """Ben, whom Asha made a lead a moment ago."""
    place = project.memberships.get(user=participant)
    place.change(by=lead, role="lead")
    return place


def test_whom_another_makes_a_lead_is_told_at_once(signed_in, participant, project, member):
    message = Message.objects.get(to=participant)

    assert (message.at_once, message.url) == (True, project.get_absolute_url())
    assert "Ben" not in message.subject
    assert project.title not in message.subject
    text = signed_in(participant).get(project.get_absolute_url()).text
    assert "You are one of the leads now" in text


def test_i_would_rather_not_puts_them_back(signed_in, participant, project, member, url):
    response = signed_in(participant).post(url, {"answer": "no"})

    assert response.url == project.get_absolute_url()
    member.refresh_from_db()
    assert (member.role, member.lead_from) == ("participant", "")
    assert project.activity.first().what == "would rather not lead"
    assert signed_in(participant).get(f"/projects/{project.pk}/move/").status_code == 403


def test_yes_and_the_question_is_gone(signed_in, participant, project, member, url):
    client = signed_in(participant)
    client.post(url, {"answer": "yes"})

    member.refresh_from_db()
    assert (member.role, member.lead_from) == ("lead", "")
    assert "You are one of the leads now" not in client.get(project.get_absolute_url()).text
    client.post(url, {"answer": "no"})
    member.refresh_from_db()
    assert member.role == "lead", "after a yes it is a change like any other"


def test_the_last_lead_stays_until_there_is_another(
    signed_in, participant, lead, project, member, url
):
    project.memberships.get(user=lead).leave(by=lead)
    client = signed_in(participant)
    client.post(url, {"answer": "no"})

    member.refresh_from_db()
    assert member.role == "lead"


def test_nobody_else_is_asked_and_nothing_changes_for_them(
    signed_in, lead, involvement, outsider, project, member, url
):
    for person, status in ((lead, 302), (involvement, 302), (outsider, 404)):
        assert signed_in(person).post(url, {"answer": "no"}).status_code == status
    member.refresh_from_db()
    assert (member.role, member.lead_from) == ("lead", "participant")
    assert project.memberships.get(user=lead).role == "lead"


def test_who_makes_themselves_something_is_asked_nothing(project, lead, member):
    own = project.memberships.get(user=lead)
    own.change(by=lead, role="participant")
    own.change(by=lead, role="lead")

    assert own.lead_from == ""
