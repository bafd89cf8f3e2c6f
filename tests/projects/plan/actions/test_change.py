import pytest

from outbox.models import Message
from tests.reading import Page


@pytest.fixture
def typed(about_action):
    return lambda action, **more: (
        about_action | {"why": "", "opened_at": str(action.version)} | more
    )


def test_the_first_day_needs_no_reason(signed_in, lead, action, typed):
    response = signed_in(lead).post(action.get_absolute_url() + "change/", typed(action))

    action.refresh_from_db()
    assert response.url == action.get_absolute_url()
    assert (action.what, action.due, str(action.due_on)) == (
        "Put up the signs", "2099-05-03", "2099-05-03",
    )  # fmt: skip
    action.project.refresh_from_db()
    assert str(action.project.actions_due_on) == "2099-05-03"


def test_another_day_asks_why_and_tells_the_owner_and_the_team(
    signed_in, lead, participant, observer, add, place, typed
):
    action = add(owner=place, days=5)
    Message.objects.all().delete()
    form = action.get_absolute_url() + "change/"
    client = signed_in(lead)
    page = Page(client.post(form, typed(action, owner=str(place.pk))))
    assert "It has another day now. Write why." in page.text("id_why-error")
    client.post(form, typed(action, owner=str(place.pk), why="The paint is late."))

    action.refresh_from_db()
    assert action.due == "2099-05-03"
    assert action.project.activity.first().note == "The paint is late."
    owner, other = Message.objects.get(to=participant), Message.objects.get(to=observer)
    assert (owner.at_once, other.at_once) == (True, False)
    assert "Why: The paint is late." in owner.text and "It was planned for:" in other.text


def test_a_new_owner_and_the_one_before_are_told(
    signed_in, lead, participant, carer, project, add, place, typed
):
    action = add(owner=place)
    Message.objects.all().delete()
    new = project.memberships.get(user=carer)
    signed_in(lead).post(
        action.get_absolute_url() + "change/", typed(action, owner=str(new.pk), due_year="",
        due_month="", due_day=""),
    )  # fmt: skip

    assert Message.objects.get(to=participant).subject == "Something is not yours to do any more"
    assert Message.objects.get(to=carer).subject == "Something to do for your team"


def test_two_people_at_once_both_texts_are_shown(signed_in, lead, action, typed):
    sent = typed(action)
    action.change(by=lead, what="Paint the wall")
    response = signed_in(lead).post(action.get_absolute_url() + "change/", sent)

    page = Page(response)
    assert response.status_code == 409
    assert "What you wrote Put up the signs What is there now Paint the wall" in page.text(
        "meanwhile"
    )
    signed_in(lead).post(
        action.get_absolute_url() + "change/", {name: page.values.get(name, "") for name in sent}
    )
    action.refresh_from_db()
    assert action.what == "Put up the signs"


def test_what_is_done_is_not_changed(signed_in, lead, action, typed):
    sent = typed(action)
    action.finish(by=lead)
    response = signed_in(lead).post(action.get_absolute_url() + "change/", sent)

    assert response.url == action.get_absolute_url()
    action.refresh_from_db()
    assert action.what == "Paint the door"


def test_a_member_changes_what_is_theirs_or_nobodys(signed_in, participant, add, place, typed):
    for action in (add("Mine", owner=place), add("Nobody's")):
        sent = typed(action, what=f"{action.what}, changed", owner=str(place.pk))
        signed_in(participant).post(action.get_absolute_url() + "change/", sent)
        action.refresh_from_db()
        assert action.what.endswith(", changed")


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 403), ("observer", 403), ("outsider", 404)]
)
def test_others_may_not(request, signed_in, project, lead, add, typed, who, status):
    action = add(owner=project.memberships.get(user=lead))
    client = signed_in(request.getfixturevalue(who))

    assert client.get(action.get_absolute_url() + "change/").status_code == status
    assert client.post(action.get_absolute_url() + "change/", typed(action)).status_code == status
