import pytest

from outbox.models import Message
from tests.factories import make_decision, make_member, make_project
from tests.reading import Page


def test_a_lead_asks_a_member_who_is_told_at_once(
    signed_in, lead, participant, project, url, about_action, place, decision
):
    typed = about_action | {"owner": str(place.pk), "decision": str(decision.pk)}
    response = signed_in(lead).post(url + "actions/new/", typed)

    action = project.actions.get()
    assert response.url == action.get_absolute_url()
    assert (action.what, action.owner, action.due, action.decision, action.state) == (
        "Put up the signs", place, "2099-05-03", decision, "to_do",
    )  # fmt: skip
    told = Message.objects.get(to=participant, at_once=True)
    assert told.text == (
        "You are asked to see to this:\n\nPut up the signs\n\nBy when: 3 May 2099\n\nTwo of them."
    )


def test_a_body_can_see_to_it(signed_in, lead, project, url, about_action):
    signed_in(lead).post(url + "actions/new/", about_action | {"body": "The estates team"})

    assert project.actions.get().who == "The estates team"


def test_a_member_takes_it_on_themselves_and_cannot_give_it_to_others(
    signed_in, participant, project, url, about_action, place
):
    client = signed_in(participant)
    lead_place = project.memberships.exclude(pk=place.pk).first()
    page = client.get(url + "actions/new/").text
    assert f'value="{place.pk}"' in page and f'value="{lead_place.pk}"' not in page
    page = Page(client.post(url + "actions/new/", about_action | {"owner": str(lead_place.pk)}))
    assert "Choose one of these." in page.text("id_owner-error")
    client.post(url + "actions/new/", about_action | {"owner": str(place.pk)})

    assert project.actions.get().owner == place
    assert not Message.objects.filter(to=participant).exists()


def test_not_both_a_member_and_a_body(signed_in, lead, project, url, about_action, place):
    typed = about_action | {"owner": str(place.pk), "body": "The estates team"}
    page = Page(signed_in(lead).post(url + "actions/new/", typed))

    assert "not both" in page.text("id_body-error")
    assert page.values["what"] == "Put up the signs"
    assert not project.actions.exists()


def test_the_decision_from_whose_page_one_came_is_chosen(signed_in, lead, url, decision):
    page = Page(signed_in(lead).get(url + f"actions/new/?decision={decision.pk}"))

    assert page.values["decision"] == str(decision.pk)


def test_people_and_decisions_of_another_project_are_no_choice(
    signed_in, lead, project, url, about_action
):
    other = make_project(by=lead)
    theirs = make_member(other), make_decision(other)
    for name, row in zip(("owner", "decision"), theirs, strict=True):
        page = Page(signed_in(lead).post(url + "actions/new/", about_action | {name: str(row.pk)}))
        assert "Choose one of these." in page.text(f"id_{name}-error")
    assert not project.actions.exists()


def test_sent_twice_it_is_one_and_after_it_is_done_it_is_another(
    signed_in, lead, project, url, about_action
):
    for _press in range(2):
        signed_in(lead).post(url + "actions/new/", about_action)
    assert project.actions.count() == 1
    project.actions.get().finish(by=lead)
    signed_in(lead).post(url + "actions/new/", about_action)
    assert project.actions.count() == 2


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("what", "", "Write something here."),
        ("what", "x" * 301, "This is too long: 301 letters."),
        ("due_month", "13", "This is not a real date."),
        ("note", "nul\x00l", "There is a sign in this text that nobody can see."),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, lead, project, url, about_action, name, value, said
):
    page = Page(signed_in(lead).post(url + "actions/new/", about_action | {name: value}))

    assert said in page.text(f"id_{name.removesuffix('_month')}-error")
    assert not project.actions.exists()


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, project, url, about_action, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.post(url + "actions/new/", about_action).status_code == status
    assert not project.actions.exists()
