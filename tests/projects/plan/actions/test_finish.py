import pytest
from django.utils.timezone import localdate

from outbox.models import Message
from projects.ideas.models import Giver
from projects.models import Hand
from projects.plan.models import Action
from tests.factories import make_decision, make_question
from tests.reading import Page, words_of


def test_its_owner_says_it_is_done_and_whoever_is_behind_it_hears(
    signed_in, participant, carer, add, place, decision
):
    action = add(owner=place, decision=decision, days=-3)
    Message.objects.all().delete()
    for _press in range(2):
        signed_in(participant).post(action.get_absolute_url() + "finish/")

    action.refresh_from_db()
    assert (action.state, action.done_on) == ("done", localdate())
    assert action.project.activity.first().what == "said this is done:"
    told = Message.objects.get()
    assert told.to == carer
    assert "A seat by the door." in told.text and "This is done now: Paint the door" in told.text
    action.project.refresh_from_db()
    assert action.project.actions_due_on is None


def test_what_is_private_is_told_to_nobody_outside_the_team(signed_in, lead, project, place):
    """Whoever gave an idea without an account hears what may leave the team, and no more."""
    question = make_question(project, by=lead)
    idea, _code = Giver.give(question, mark="m", text="A bell.", email="giver@collab.example")
    idea.let_in(by=lead)
    decision = make_decision(project, by=lead, decision="A bell it is.", ideas=[idea])
    action = Action.add(project, by=lead, what="Hang the bell", decision=decision)
    Message.objects.all().delete()
    action.share("private", by=lead)
    signed_in(lead).post(action.get_absolute_url() + "finish/")
    assert not Message.objects.filter(to=None).exists()
    decision.share("private", by=lead)
    decision.replace(by=lead, question=decision.question, decision="A light.", reason="Quieter.")

    assert "A bell it is." not in Message.objects.get(to=None).text
    Message.objects.all().delete()
    signed_in(lead).post(Action.add(
        project, by=lead, what="Hang the light", decision=decision.replaced_by
    ).get_absolute_url() + "finish/")  # fmt: skip
    assert Message.objects.get(to=None).address == "giver@collab.example"


def test_the_row_says_so(signed_in, lead, action):
    press = action.get_absolute_url() + "finish/"
    response = signed_in(lead).post(press, headers={"HX-Request": "true"})

    assert "Done on" in response.text and "Take it up again" in response.text
    assert Page(response).text("status") == "Thank you. It is written down as done."


@pytest.mark.parametrize(
    ("press", "said"),
    [
        ("finish", "Thank you. It is written down as done."),
        ("begin", "It is under way now."),
        ("take-on", "Thank you. It is yours to see to now."),
    ],
)
def test_each_press_says_what_happened(signed_in, participant, action, press, said):
    client = signed_in(participant)
    response = client.post(f"{action.get_absolute_url()}{press}/", follow=True)

    assert said in words_of(response)
    assert said not in words_of(client.get(action.get_absolute_url()))


def test_who_only_looks_may_not(signed_in, observer, action):
    assert signed_in(observer).post(action.get_absolute_url() + "finish/").status_code == 403


def test_with_a_helpers_hand_it_is_the_members_own(signed_in, lead, participant, add, place):
    """Whoever writes for a member does what that member may, and no more."""
    mine, leads = add("Mine", owner=place), add("Lead's", owner=place.project.memberships.first())
    client = signed_in(lead)
    hand = Hand.record_for(place, by=lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": place.project_id}
    session.save()
    sent = {"written_for": str(hand.pk)}

    assert client.post(mine.get_absolute_url() + "finish/", sent).status_code == 302
    assert client.post(leads.get_absolute_url() + "finish/", sent).status_code == 403
    line = mine.project.activity.first()
    assert (line.actor, line.hand) == (participant, hand)
