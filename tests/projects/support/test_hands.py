"""Writing for someone else: whose it is, who typed, and where it ends."""

import threading
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from freezegun import freeze_time

from projects.models import Hand, Support
from projects.models.hands import in_use
from tests.factories import make_decision, make_member, make_project, make_user


@pytest.fixture
def tick(item):
    return f"/projects/{item.project_id}/checklist/{item.pk}/answer/"


@pytest.fixture
def checklist(item):
    return item.get_absolute_url().split("#")[0]


def sent(client, address, checklist, written_for, **typed):
    """Post a form as it stands on the checklist, with its mark."""
    return client.post(address, typed | {"written_for": written_for(client, checklist)})


# With help


def test_what_a_helper_ticks_is_the_member_s_with_help(
    helping, participant, helper, item, tick, checklist, written_for
):
    client = helping()
    response = sent(client, tick, checklist, written_for, value="done")

    assert response.url == item.get_absolute_url()
    item.refresh_from_db()
    assert (item.value, item.answered_by) == ("done", participant)
    assert item.answered_hand.typed_by == helper
    line = item.project.activity.first()
    assert (line.actor, line.hand.typed_by, line.what) == (participant, helper, "ticked")
    text = client.get(checklist).text
    assert "Ben Participant, with help from Ola Helper, " in text
    assert (
        "Ben Participant, with help from Ola Helper ticked"
        in client.get(f"/projects/{item.project_id}/activity/").text
    )


def test_in_easy_read_the_words_are_easier(
    helping, lead, signed_in, item, tick, checklist, written_for
):
    sent(helping(), tick, checklist, written_for, value="done")
    lead.change(wording="easy")

    assert "Ben Participant (Ola Helper helped), " in signed_in(lead).get(checklist).text


def test_the_history_keeps_who_typed_each_answer(
    helping, participant, signed_in, item, tick, checklist, written_for
):
    sent(helping(), tick, checklist, written_for, value="partly", note="Half of it.")
    signed_in(participant).post(tick, {"value": "done"})
    text = signed_in(participant).get(f"{tick.removesuffix('answer/')}history/").text

    assert text.count("Ben Participant, with help from Ola Helper, ") == 1
    assert [answer.hand_id is None for answer in item.answers.all()] == [True, False]


def test_a_note_of_the_member_with_help_stands_beside_an_answer_of_their_own(
    helping, participant, signed_in, item, tick, checklist, written_for
):
    sent(helping(), tick, checklist, written_for, value="partly", note="Half of it.")
    signed_in(participant).post(tick, {"value": "done"})

    text = signed_in(participant).get(checklist).text
    assert "– Ben Participant, with help from Ola Helper" in text


def test_a_different_view_is_the_member_s_one_view(
    helping, participant, item, checklist, written_for
):
    item.see_differently(by=participant, note="We were not asked.")
    address = f"/projects/{item.project_id}/checklist/{item.pk}/see-differently/"
    client = helping()
    assert "We were not asked." in client.get(address).text
    sent(client, address, checklist, written_for, note="Nobody asked us.")

    view = item.views.get()
    assert (view.by, view.note, view.hand.typed_by.name) == (
        participant,
        "Nobody asked us.",
        "Ola Helper",
    )
    assert "<li>Ben Participant, with help from Ola Helper: " in client.get(checklist).text


def test_a_proposal_is_written_down_by_the_member_with_help(
    helping, participant, project, written_for
):
    address = f"/projects/{project.pk}/decisions/propose/"
    typed = {"question": "When?", "decision": "At nine.", "reason": "The bus."}
    client = helping()
    response = sent(client, address, address, written_for, **typed)

    decision = project.decisions.get()
    assert (decision.recorded_by, decision.hand.how) == (participant, "help")
    assert "Ben Participant, with help from Ola Helper on" in client.get(response.url).text


def test_a_helper_may_not_lead_and_does_not_reach_the_member_s_own_pages(
    helping, project, support, member, participant, helper
):
    member.change(by=project.started_by, role="lead")
    own = f"/projects/{project.pk}/team/{member.pk}/"
    client = helping()

    assert client.get(f"/projects/{project.pk}/").status_code == 200
    for address in (
        f"/projects/{project.pk}/move/",
        f"/projects/{project.pk}/decisions/new/",
        own + "change/",
        own + "leave/",
        f"/projects/{project.pk}/support/new/",
        f"/projects/{project.pk}/support/record/",
    ):
        for answer in (client.get(address), client.post(address, {"sent": "yes"})):
            assert answer.status_code == 403, address
    assert client.get("/projects/").text.count(project.title) == 1
    assert client.get("/accounts/").text.count(participant.name) == 0
    member.refresh_from_db()
    assert (member.left_on, member.role) == (None, "lead")


def test_a_helper_sees_and_does_not_write_before_they_say_whom_they_help(
    signed_in, helper, support, item, tick, checklist
):
    client = signed_in(helper)

    assert (
        "button type" not in client.get(checklist).text.split('id="checklist"')[1].split("</ul>")[0]
    )
    assert client.post(tick, {"value": "done"}).status_code == 403
    item.refresh_from_db()
    assert item.value == ""


def test_a_helper_is_no_member_and_sees_nothing_for_the_involvement_team(
    signed_in, helper, support, project
):
    client = signed_in(helper)
    project.refresh_from_db()

    assert project.memberships.count() == 2
    assert "The involvement team sees this too" not in client.get(f"/projects/{project.pk}/").text
    assert client.get(f"/projects/{project.pk}/consents/").status_code == 404


@pytest.mark.parametrize("who", ["participant", "helper"])
def test_ended_by_either_side_the_next_request_is_refused(
    request, helping, signed_in, support, item, tick, checklist, written_for, who
):
    client = helping()
    mark = written_for(client, checklist)
    signed_in(request.getfixturevalue(who)).post(
        f"/projects/{item.project_id}/support/{support.pk}/end/"
    )

    assert client.post(tick, {"value": "done", "written_for": mark}).status_code == 404
    assert client.get(checklist).status_code == 404
    item.refresh_from_db()
    assert item.value == ""


def test_a_helper_of_the_team_writes_nothing_in_their_own_name_once_it_has_ended(
    signed_in, member, staff, item, tick, checklist, written_for
):
    support = Support.ask(member, by=member.user, helper=staff)
    support.agree(by=staff)
    client = signed_in(staff)
    client.post(f"/projects/{item.project_id}/support/{support.pk}/begin/")
    mark = written_for(client, checklist)
    support.end(by=member.user)
    response = client.post(tick, {"value": "partly", "note": "Half.", "written_for": mark})

    assert response.status_code == 403
    assert "Half." in response.text
    item.refresh_from_db()
    assert item.value == ""


def test_leaving_the_team_ends_it_too(helping, member, item, tick, checklist):
    client = helping()
    member.leave(by=member.user)

    assert client.get(checklist).status_code == 404


def test_a_helper_of_an_observer_has_nothing_to_write(signed_in, project, observer, helper, tick):
    watching = project.memberships.get(user=observer)
    support = Support.ask(watching, by=observer, helper=helper)
    support.agree(by=helper)
    client = signed_in(helper)
    client.post(f"/projects/{project.pk}/support/{support.pk}/begin/")

    assert client.post(tick, {"value": "done"}).status_code == 403
    assert Hand.objects.count() == 0


def test_the_page_stays_as_the_helper_likes_it(helping, participant, tick):
    participant.change(wording="easy")

    text = helping().get(tick).text
    assert ("Some of it" in text, "Partly" in text) == (False, True)


# Written down for a person, or a group


def test_what_is_written_down_for_a_person_is_theirs(
    recording, moira, lead, item, tick, checklist, written_for
):
    client = recording()
    sent(client, tick, checklist, written_for, value="done")

    item.refresh_from_db()
    assert (item.answered_by, item.answered_hand.typed_by) == (moira.user, lead)
    assert "Moira Bell (written down by Asha Lead), " in client.get(checklist).text


def test_in_easy_read_it_is_said_more_simply(recording, lead, tick, checklist, written_for):
    client = recording()
    sent(client, tick, checklist, written_for, value="done")
    lead.change(wording="easy")

    assert "Moira Bell (Asha Lead wrote it down), " in client.get(checklist).text


def test_a_group_s_answer_is_the_writer_s_on_their_behalf(
    for_a_group, lead, item, tick, checklist, written_for
):
    client = for_a_group()
    sent(client, tick, checklist, written_for, value="done")

    item.refresh_from_db()
    assert (item.answered_by, item.answered_hand.group) == (lead, "Tuesday carers' group")
    words = "Tuesday carers&#39; group, 12 people, 3 May 2026 (written down by Asha Lead), "
    assert words in client.get(checklist).text


def test_a_group_s_view_stands_beside_the_writer_s_own(
    for_a_group, lead, item, checklist, written_for
):
    item.see_differently(by=lead, note="I am not so sure.")
    address = f"/projects/{item.project_id}/checklist/{item.pk}/see-differently/"
    client = for_a_group()
    assert "I am not so sure." not in client.get(address).text.split("<form")[2]
    sent(client, address, checklist, written_for, note="The evenings are hard.")
    again = for_a_group()
    sent(again, address, checklist, written_for, note="The evenings are very hard.")

    assert [(view.is_groups, view.note) for view in item.views.all()] == [
        (False, "I am not so sure."),
        (True, "The evenings are very hard."),
    ]
    item.read_views_again()
    assert item.difference == "both"
    item.agree(by=lead)
    assert item.views.get().is_groups


def test_a_group_s_words_are_not_among_the_writer_s_own_and_a_member_s_are(
    signed_in, lead, participant, member, project, item
):
    hand = Hand.record_group(project, by=lead, group="The Monday walkers")
    with hand.writing():
        item.answer("partly", by=lead, note="What the walkers say.")
    with Hand.record_for(member, by=lead).writing():
        item.answer("done", by=participant, note="What Ben says.")

    assert "What the walkers say." not in signed_in(lead).get("/projects/words/").text
    assert "What Ben says." in signed_in(participant).get("/projects/words/").text


def test_the_number_of_a_small_group_stays_unsaid(project, lead):
    hand = Hand.record_group(project, by=lead, group="The Monday walkers", people=3)

    assert hand.whose == "The Monday walkers, fewer than 5 people"


def test_with_a_hand_a_lead_leads_nothing_and_their_words_come_back(
    recording, project, checklist, item
):
    reason = "Because the night staff were never asked about it."
    response = recording().post(f"/projects/{project.pk}/move/", {"because": reason})

    assert response.status_code == 403
    assert reason in response.text
    assert "Add an item of your own" not in recording().get(checklist).text


def test_a_banner_says_so_on_every_page_of_that_project_and_of_no_other(
    recording, project, lead, checklist
):
    other = make_project(project.organisation, by=lead)
    client = recording()
    banner = "You are writing for Moira Bell."

    assert banner in client.get(checklist).text
    assert banner in client.get(f"/projects/{project.pk}/").text
    assert banner not in client.get(f"/projects/{other.pk}/").text
    assert banner not in client.get("/projects/").text


def test_in_another_project_the_person_is_themselves(recording, project, lead, written_for):
    other = make_project(project.organisation, by=lead)
    theirs = other.checklist.first()
    recording().post(f"/projects/{other.pk}/checklist/{theirs.pk}/answer/", {"value": "done"})

    theirs.refresh_from_db()
    assert (theirs.answered_by, theirs.answered_hand) == (lead, None)


def test_it_ends_by_itself_after_four_hours_and_keeps_what_was_typed(
    recording, item, tick, checklist, written_for
):
    client = recording()
    mark = written_for(client, checklist)
    typed = {"value": "partly", "note": "Half of it.", "written_for": mark}
    with freeze_time(timezone.now() + timedelta(hours=4, minutes=1)):
        response = client.post(tick, typed)

        assert response.status_code == 403
        assert "Half of it." in response.text
        assert "you were writing for Moira Bell" in response.text
        item.refresh_from_db()
        assert item.value == ""

        url = f"/projects/{item.project_id}/support/record/"
        again = {"whose": "person", "member": item.project.memberships.last().pk, "asked": "on"}
        assert client.post(url, again).url == "/projects/typed/"
        waiting = client.get("/projects/typed/").text
        assert "It will be written down for Moira Bell." in waiting
        assert f'name="written_for" value="{mark}"' in waiting
        client.post(tick, typed)
    item.refresh_from_db()
    assert (item.note, item.answered_by.name) == ("Half of it.", "Moira Bell")


def test_signing_out_ends_it(recording, lead, signed_in, checklist):
    client = recording()
    client.post("/accounts/logout/")

    assert "You are writing for" not in signed_in(lead).get(checklist).text


def test_a_session_that_was_lost_while_writing_keeps_the_words_and_asks_whose_they_are(
    recording, lead, item, tick, checklist, written_for
):
    client = recording()
    mark = written_for(client, checklist)
    Session.objects.all().delete()
    client.post(tick, {"value": "partly", "note": "Half of it.", "written_for": mark})
    client.force_login(lead)

    assert f'name="written_for" value="{mark}"' in client.get("/projects/typed/").text
    response = client.post(tick, {"value": "partly", "note": "Half of it.", "written_for": mark})
    assert response.status_code == 403
    assert "Save it as my own words" in response.text
    item.refresh_from_db()
    assert item.value == ""


def test_a_page_opened_before_does_not_count_for_the_other(
    signed_in, lead, project, moira, item, tick, recording
):
    client = recording()
    response = client.post(tick, {"value": "partly", "note": "My own view of it."})

    assert response.status_code == 403
    assert "you were writing for yourself" in response.text
    assert "Save it for Moira Bell" in response.text
    item.refresh_from_db()
    assert item.value == ""


def test_htmx_loads_the_page_anew_then(recording, item, tick, checklist):
    client = recording(headers={"HX-Request": "true"})
    response = client.post(tick, {"value": "done"})

    assert (response.status_code, response.headers["HX-Refresh"]) == (204, "true")
    poll = client.get(f"{checklist}changes/0/")
    assert (poll.status_code, poll.headers["HX-Refresh"]) == (204, "true")
    item.refresh_from_db()
    assert item.value == ""


def test_the_live_page_goes_on_with_a_hand(recording, item, tick, checklist, written_for):
    client = recording()
    mark = written_for(client, checklist)
    assert f"?written_for={mark}" in client.get(checklist).text
    client.post(tick, {"value": "done", "written_for": mark})
    poll = client.get(f"{checklist}changes/0/?written_for={mark}")

    assert poll.status_code == 200
    assert f'id="item-{item.pk}"' in poll.text
    news = poll.text.split('id="news"')[1]
    assert "ticked" not in news, "what I typed myself is not read out to me"


def test_the_second_of_two_writers_is_shown_both_texts_with_a_hand_too(
    helping, signed_in, lead, item, tick, checklist, written_for
):
    opened = item.version
    signed_in(lead).post(tick, {"value": "partly", "note": "Night staff.", "opened_at": opened})
    typed = {"value": "partly", "note": "Day staff.", "opened_at": opened}
    client = helping()
    response = sent(client, tick, checklist, written_for, **typed)

    assert response.status_code == 409
    assert ("Night staff." in response.text, "Day staff." in response.text) == (True, True)
    assert "Someone changed this while you were writing" in response.text


def test_without_the_token_of_the_page_nothing_is_written(support, helper, item, tick, helping):
    strict = helping(enforce_csrf_checks=True)
    assert strict.post(tick, {"value": "done"}).status_code == 403
    item.refresh_from_db()
    assert item.value == ""


# Nothing leaks


def test_the_hand_is_put_down_after_each_request_also_when_it_fails(
    helping, item, tick, checklist, written_for, monkeypatch
):
    client = helping(raise_request_exception=False)
    mark = written_for(client, checklist)
    client.post(tick, {"value": "done", "written_for": mark})
    assert in_use.get() is None

    def fails(*args, **kwargs):
        assert in_use.get() is not None
        raise RuntimeError

    monkeypatch.setattr("projects.checklist.models.ChecklistItem.answer", fails)
    assert client.post(tick, {"value": "", "written_for": mark}).status_code == 500
    assert in_use.get() is None


@pytest.mark.django_db(transaction=True)
def test_another_thread_writes_as_itself_meanwhile(project, lead, participant):
    first, second = project.checklist.all()[:2]
    hand = Hand.record_group(project, by=lead, group="The Monday walkers")

    def tick(item):
        item.answer("done", by=participant)
        connection.close()

    with hand.writing():
        first.answer("done", by=lead)
        thread = threading.Thread(target=tick, args=[second])
        thread.start()
        thread.join()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.answered_hand, second.answered_hand) == (hand, None)


def test_a_hand_writes_in_one_project_only(project, lead):
    other = make_project(project.organisation, by=lead).checklist.first()
    hand = Hand.record_group(project, by=lead, group="The Monday walkers")

    with hand.writing(), pytest.raises(ValueError, match="another project"):
        other.answer("done", by=lead)
    assert in_use.get() is None


def test_another_s_hand_in_a_session_opens_nothing(
    signed_in, outsider, lead, project, moira, checklist
):
    hand = Hand.record_for(moira, by=lead)
    client = signed_in(outsider)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()

    assert client.get(checklist).status_code == 404


# Speed


def test_a_tick_asks_no_more_of_those_who_write_for_nobody(
    signed_in, participant, queries, tick, support
):
    client = signed_in(participant, headers={"HX-Request": "true"})

    assert queries(client, tick, {"value": "done"}) == TICK


TICK = 14
"""As it was before people wrote for others."""


def test_a_page_asks_as_much_with_one_hand_as_with_three(
    signed_in, participant, project, lead, checklist, queries
):
    items = list(project.checklist.all()[:3])
    client = signed_in(participant)

    def by_hand(number, item):
        hand = Hand.record_group(project, by=lead, group=f"Group {number}")
        with hand.writing():
            item.answer("partly", by=lead, note="Half of it.")
            item.see_differently(by=lead, note="The other half.")

    by_hand(1, items[0])
    one = queries(client, checklist)
    by_hand(2, items[1])
    by_hand(3, items[2])
    by_hand(3, items[0])
    assert queries(client, checklist) == one
    activity = f"/projects/{project.pk}/activity/"
    three = queries(client, activity)
    by_hand(4, items[0])
    by_hand(5, items[1])
    assert queries(client, activity) == three


@pytest.fixture
def staff(project):
    person = make_user("Sunil Staff")
    make_member(project, "participant", "staff", user=person)
    return person


def test_a_decision_s_list_needs_no_hands(project, lead):
    assert make_decision(project, by=lead).hand is None
