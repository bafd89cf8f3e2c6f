import pytest

from outbox.models import Message
from projects.ideas.models import Idea
from projects.models import Hand
from tests import factories
from tests.reading import Page


@pytest.fixture
def form(room):
    return room + "new/"


@pytest.fixture
def idea(project, observer):
    idea = factories.make_idea(project, "Softer bins.", by=observer)
    Idea.objects.filter(pk=idea.pk).update(status="used")
    return idea


def test_a_participant_writes_it_down(signed_in, participant, project, form, typed):
    response = signed_in(participant).post(form, typed)

    one = project.differences.get()
    assert response.url == one.get_absolute_url()
    assert (one.said, one.changed, one.meant, one.happened, one.recorded_by) == (
        "The bins bang.", "They have soft lids.", "People sleep.", "2026-05", participant,
    )  # fmt: skip
    line = project.activity.first()
    assert (line.what, line.subject) == ("wrote down a difference:", "They have soft lids.")


def test_whoever_is_behind_the_idea_hears(signed_in, participant, observer, idea, form, typed):
    Message.objects.all().delete()
    signed_in(participant).post(form, typed | {"goes_back_to": [idea.pk]})

    assert list(idea.differences.values_list("changed", flat=True)) == ["They have soft lids."]
    [message] = Message.objects.all()
    assert (message.to, message.subject) == (observer, "What changed because of an idea")
    assert "They have soft lids." in message.text


def test_ideas_that_are_used_are_offered_and_others_are_not(
    signed_in, participant, project, idea, form, typed
):
    factories.make_idea(project, "Nobody answered this.", by=participant)
    page = signed_in(participant).get(form).text

    assert ("Softer bins." in page, "Nobody answered this." in page) == (True, False)
    signed_in(participant).post(form, typed | {"goes_back_to": ["999", "x"]})
    assert not project.differences.exists()


def test_sent_twice_it_is_one(signed_in, participant, project, form, typed):
    for _press in range(2):
        signed_in(participant).post(form, typed)

    assert project.differences.count() == 1


def test_what_is_written_for_a_member_says_who_typed(
    signed_in, lead, participant, project, room, form, typed
):
    hand = Hand.record_for(project.memberships.get(user=participant), by=lead)
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    client.post(form, typed | {"written_for": str(hand.pk)})

    one = project.differences.get()
    assert (one.recorded_by, one.hand) == (participant, hand)
    assert "Written down by Ben Participant (written down by Asha Lead)" in client.get(room).text


WRONG = [
    ("said", "", "Write something here.", "said"),
    ("changed", "", "Write something here.", "changed"),
    ("happened_month", "13", "This is not a real date.", "happened"),
    ("sharing", "private", "Choose one of these.", "sharing"),
]


@pytest.mark.parametrize(("name", "value", "said", "field"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, participant, project, form, typed, name, value, said, field
):
    page = Page(signed_in(participant).post(form, typed | {name: value}))

    assert said in page.text(f"id_{field}-error")
    assert page.values["meant"] == "People sleep."
    assert not project.differences.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("involvement", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, form, typed, who, status):
    assert signed_in(request.getfixturevalue(who)).post(form, typed).status_code == status
    assert not project.differences.exists()
