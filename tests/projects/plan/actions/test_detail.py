from projects.plan.models import Action
from tests.factories import make_project
from tests.reading import Page


def test_all_about_it(signed_in, participant, lead, add, place, decision, try_out):
    action = add(days=-2, owner=place, decision=decision, note="Blue.")
    try_out("A blue corner", action=action)
    action.change(by=lead, due="2020", because="It rained.")
    page = Page(signed_in(participant).get(action.get_absolute_url()))

    said = page.text(f"action-{action.pk}")
    assert "This was planned for 2020. Is it done, or is another day better?" in said
    assert "Ben Participant" in said and "Blue." in said and "Where do the seats go?" in said
    text = signed_in(participant).get(action.get_absolute_url()).text
    assert "A blue corner" in text
    assert "changed the plan:" in text and "It rained." in text


def test_of_another_project_it_is_not_found(signed_in, lead, project, action):
    other = make_project(by=lead)

    elsewhere = f"/projects/{other.pk}/plan/actions/{action.pk}/"
    assert signed_in(lead).get(elsewhere).status_code == 404


def test_who_has_left_sees_to_nothing(signed_in, lead, add, place):
    action = add(owner=place)
    place.leave(by=place.user)
    said = Page(signed_in(lead).get(action.get_absolute_url())).text(f"action-{action.pk}")

    assert "Nobody sees to it yet" in said
    assert list(Action.objects.without_owner()) == [action]


def test_the_page_of_its_decision_has_it(signed_in, participant, add, decision):
    action = add(decision=decision, body="The estates team", due="2099-05")
    add("Of no decision")
    page = Page(signed_in(participant).get(decision.get_absolute_url()))

    assert page.text("actions").startswith(
        "What is done because of it Paint the door To do The estates team By May 2099"
    )
    assert f"action-{action.pk}" in page.texts
    assert "Of no decision" not in page.text("actions")


def test_the_page_of_the_next_decision_has_what_was_planned_before(
    signed_in, participant, lead, add, decision, queries
):
    add("Paint the door", decision=decision)
    add("Hang the sign", decision=decision)
    second = decision.replace(by=lead, question="Which?", decision="Blue.", reason="So.")
    client = signed_in(participant)
    after_one = queries(client, second.get_absolute_url())
    third = second.replace(by=lead, question="Which?", decision="Red.", reason="So.")
    add("Buy the paint", decision=third)
    said = Page(client.get(third.get_absolute_url())).text("actions")

    before = "From what was decided before"
    for what in ("Paint the door", "Hang the sign"):
        assert f"{what} To do {before}" in said
    assert (said.count(before), "Buy the paint To do" in said) == (2, True)
    assert "Buy the paint" not in client.get(decision.get_absolute_url()).text
    fourth = third.replace(by=lead, question="Which?", decision="Green.", reason="So.")
    assert queries(client, fourth.get_absolute_url()) == after_one


def test_more_actions_of_a_decision_ask_no_more(signed_in, lead, add, decision, place, queries):
    client = signed_in(lead)
    add(decision=decision, owner=place)
    one = queries(client, decision.get_absolute_url())
    for number in range(2):
        add(f"More {number}", decision=decision, owner=place)
    assert queries(client, decision.get_absolute_url()) == one
