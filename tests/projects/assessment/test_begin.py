import pytest

from outbox.models import Message


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/assessment/begin/"


def test_the_items_of_decision_time_then_the_prompts_as_they_read_today(
    signed_in, lead, participant, project, prompts, url
):
    first, second, third = project.checklist.filter(stage="decision-time")
    first.reword("In our words", by=lead)
    second.leave_out(by=lead, because="Not here.")
    response = signed_in(lead).post(url)

    assert response.url == f"/projects/{project.pk}/assessment/"
    assessment = project.assessments.get()
    assert [(q.number, q.key, q.wording) for q in assessment.questions.all()] == [
        (1, first.key, "In our words"),
        (2, third.key, "Decision Time, item 3"),
        (3, "DT-T1", "What would be a waste of time?"),
        (4, "DT-T2", "What do we keep?"),
    ]
    line = project.activity.first()
    assert (line.what, line.subject) == ("began to ask:", "Can we do this together?")
    assert assessment.version == project.activity.first().version


def test_the_team_is_told_with_the_way_to_it(signed_in, lead, participant, project, url):
    signed_in(lead).post(url)

    [told] = Message.objects.filter(to=participant, subject__contains="What do you say")
    assert told.url == f"/projects/{project.pk}/assessment/"
    assert not Message.objects.filter(to=lead, subject__contains="What do you say").exists()


def test_pressed_twice_it_is_asked_once(signed_in, lead, project, url):
    client = signed_in(lead)
    client.post(url)
    lines = project.activity.count()
    client.post(url)

    assert project.assessments.count() == 1
    assert project.activity.count() == lines


def test_a_lead_may_ask_again_later(signed_in, lead, project, concluded, url):
    signed_in(lead).post(url)

    assert project.assessments.count() == 2
    assert project.assessments.going_on().count() == 1


@pytest.mark.parametrize(
    ("who", "status"),
    [("participant", 403), ("observer", 403), ("involvement", 403), ("outsider", 404)],
)
def test_others_may_not(request, signed_in, project, url, who, status):
    assert signed_in(request.getfixturevalue(who)).post(url).status_code == status
    assert not project.assessments.exists()


def test_only_a_press_begins(signed_in, lead, project, url):
    assert signed_in(lead).get(url).status_code == 405
    assert not project.assessments.exists()
