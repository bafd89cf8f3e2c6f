from outbox.models import Message
from tests import factories


def test_someone_else_sees_to_it_and_is_told(signed_in, task, lead, involvement):
    due = task.due_on
    response = signed_in(lead).post(
        f"/needs/tasks/{task.pk}/hand-over/", {"to": involvement.pk, "note": "You know Polish."}
    )

    task.refresh_from_db()
    assert response.url == "/needs/tasks/"
    assert (task.named, task.handed_over_by, task.due_on) == (involvement, lead, due)
    told = Message.objects.latest("pk")
    assert (told.to, told.subject) == (involvement, "Someone asked for something another way")
    assert signed_in(lead).get(task.get_absolute_url()).status_code == 404
    assert "You know Polish." in signed_in(involvement).get(task.get_absolute_url()).text


def test_only_to_leads_of_the_project_and_the_involvement_team(
    signed_in, task, lead, participant, administrator, other_lead, project, involvement
):
    second = factories.make_member(project, "lead", "carer").user
    text = signed_in(lead).get(f"/needs/tasks/{task.pk}/hand-over/").text
    for one in (participant, administrator, other_lead):
        signed_in(lead).post(f"/needs/tasks/{task.pk}/hand-over/", {"to": one.pk})

    task.refresh_from_db()
    assert task.named == lead
    assert [f'value="{one.pk}"' in text for one in (second, involvement, participant)] == [
        True,
        True,
        False,
    ]


def test_what_is_answered_is_not_handed_over(signed_in, task, lead, involvement):
    task.could_not("No", by=lead)
    signed_in(lead).post(f"/needs/tasks/{task.pk}/hand-over/", {"to": involvement.pk})

    task.refresh_from_db()
    assert task.named == lead


def test_nobody_else_hands_it_over(signed_in, task, involvement, lead):
    response = signed_in(involvement).post(
        f"/needs/tasks/{task.pk}/hand-over/", {"to": involvement.pk}
    )

    task.refresh_from_db()
    assert (response.status_code, task.named) == (404, lead)
