from outbox.models import Message
from tests.reading import Page


def test_a_stop_says_why_and_everyone_concerned_hears(
    signed_in, lead, participant, observer, carer, add, place, decision
):
    action = add(owner=place, decision=decision)
    Message.objects.all().delete()
    client, form = signed_in(lead), action.get_absolute_url() + "stop/"
    assert "Write something here." in Page(client.post(form, {"because": ""})).text(
        "id_because-error"
    )
    response = client.post(form, {"because": "There is no money."})

    action.refresh_from_db()
    assert response.url == action.get_absolute_url()
    assert (action.state, action.because) == ("stopped", "There is no money.")
    behind = Message.objects.get(to=carer)
    assert "A seat by the door." in behind.text and "Why: There is no money." in behind.text
    assert Message.objects.get(to=participant).at_once
    assert not Message.objects.get(to=observer).at_once
    assert Message.objects.count() == 3
    assert action.project.activity.first().note == "There is no money."


def test_what_is_done_is_not_stopped(signed_in, lead, action):
    action.finish(by=lead)
    signed_in(lead).post(action.get_absolute_url() + "stop/", {"because": "Why not."})

    action.refresh_from_db()
    assert action.state == "done"


def test_what_others_see_to_a_member_does_not_stop(signed_in, participant, project, lead, add):
    action = add(owner=project.memberships.get(user=lead))
    form = action.get_absolute_url() + "stop/"

    assert signed_in(participant).post(form, {"because": "So."}).status_code == 403
