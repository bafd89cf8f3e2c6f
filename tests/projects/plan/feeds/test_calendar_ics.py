from datetime import timedelta

import pytest

from projects.partnership.models import CheckIn, Ways
from projects.plan.models import Approval
from tests.factories import make_member, make_user

TEXT = "Paint; the door, with “care”\\ now\nand don't\r\nBEGIN:VEVENT " + "å" * 150


def test_a_calendar_library_reads_what_is_mine(
    client, participant, project, lead, read, add, place, days, address_of
):
    action = add(TEXT[:300], owner=place, days=3, note=TEXT)
    add("Of the lead", owner=project.memberships.get(user=lead), days=3)
    add("Nobody's", days=3)
    add("No day", owner=place)
    add("Done", owner=place, days=2).finish(by=participant)
    response = client.get(address_of(participant))

    calendar = read(response)
    [event] = calendar.walk("VEVENT")
    seen = "Paint; the door, with “care”\\ now\nand don't\nBEGIN:VEVENT " + "å" * 150
    assert event["SUMMARY"] == "To do: " + seen
    assert event["DESCRIPTION"] == seen
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (days(3), days(4))
    assert event["UID"] == f"action-{action.pk}@testserver"
    assert event["URL"] == f"http://testserver{action.get_absolute_url()}"
    assert calendar["X-WR-CALNAME"] == project.title
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_days_of_the_whole_team(
    client, participant, project, lead, read, try_out, days, address_of
):
    try_out("Radio off", days=5)
    over = try_out("Seats in a ring", days=6)
    over.choose("stop", by=lead, next_step="People fell.")
    board = {"who": "The board", "what_for": "Money", "needed_by": days(2)}
    Approval.need(project, by=lead, **board)
    calendar = read(client.get(address_of(participant)))

    found = [(event["SUMMARY"], event.decoded("DTSTART")) for event in calendar.walk("VEVENT")]
    assert found == [
        ("Needed by today: a yes from The board", days(2)),
        ("Look at the small test: Radio off", days(5)),
    ]


def test_days_of_working_together_are_the_same_for_all_who_are_asked(
    client, participant, observer, project, lead, read, days, address_of
):
    for number in range(4):
        make_member(project, user=make_user(f"Member {number}"))
    Ways.write(project, by=lead, text="We end on time.", revisit_on=days(40))
    check_in = CheckIn.open(project, by=lead, closes_on=days(7))
    address = address_of(participant)
    before = events_in(read(client.get(address)))
    place = project.memberships.get(user=participant)
    check_in.give(place, answers={}, words={})

    assert before == [
        ("Last day: how is working together?", days(7)),
        ("Look at our ways of working again", days(40)),
    ]
    assert events_in(read(client.get(address))) == before
    assert events_in(read(client.get(address_of(observer)))) == before[1:]
    check_in.close(by=lead)
    assert events_in(read(client.get(address))) == before[1:]


def events_in(calendar):
    return [(event["SUMMARY"], event.decoded("DTSTART")) for event in calendar.walk("VEVENT")]


def test_no_name_of_anybody_is_in_it(client, participant, lead, add, place, try_out, address_of):
    add("Paint the door", owner=place, days=3)
    try_out(by=lead)
    text = client.get(address_of(participant)).content.decode()

    assert "Paint the door" in text
    assert "Asha" not in text and "Ben" not in text and "@collab.example" not in text


def test_an_event_keeps_its_name_when_its_day_changes(
    client, participant, read, add, place, days, address_of
):
    action, address = add("Paint the door", owner=place, days=3), address_of(participant)
    [before] = read(client.get(address)).walk("VEVENT")
    action.change(by=participant, due=days(9).isoformat(), because="Rain.")
    [after] = read(client.get(address)).walk("VEVENT")

    assert before["UID"] == after["UID"]
    assert after.decoded("DTSTART") - before.decoded("DTSTART") == timedelta(days=6)


def test_no_copy_is_kept_and_it_is_a_calendar(client, participant, address_of):
    headers = client.get(address_of(participant)).headers

    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in headers


def test_an_empty_calendar_is_one_too(client, participant, read, address_of):
    assert read(client.get(address_of(participant))).walk("VEVENT") == []


def test_who_has_left_reads_nothing_not_even_when_they_come_back(
    client, participant, project, place, address_of
):
    address = address_of(participant)
    place.leave(by=participant)
    assert client.get(address).status_code == 404
    type(place).join(project, participant, "participant", "carer", by=project.started_by)
    assert client.get(address).status_code == 404


def test_whose_account_is_switched_off_reads_nothing(client, participant, address_of):
    address = address_of(participant)
    type(participant).objects.filter(pk=participant.pk).update(is_active=False)

    assert client.get(address).status_code == 404


def test_a_closed_project_has_no_days(
    client, participant, project, lead, read, add, place, address_of
):
    add("Paint the door", owner=place, days=3)
    address = address_of(participant)
    project.turn("complete", by=lead, because="Done.")

    assert read(client.get(address)).walk("VEVENT") == []


@pytest.mark.parametrize("code", ["A" * 12, "x", "0" * 12, "%00", "A" * 400])
def test_no_other_word_opens_anything(client, db, code):
    assert client.get(f"/projects/plan/feeds/{code}/calendar.ics").status_code == 404


def test_whoever_tries_many_waits(client, db, settings):
    limits = settings.ACCOUNT_RATE_LIMITS | {"calendar_wrong": "2/m/ip"}
    settings.ACCOUNT_RATE_LIMITS = limits
    address = f"/projects/plan/feeds/{'A' * 12}/calendar.ics"

    assert [client.get(address).status_code for _try in range(3)] == [404, 404, 429]


def test_one_row_or_three_ask_as_much(client, participant, add, place, address_of, queries):
    address = address_of(participant)
    add("One", owner=place, days=3)
    one = queries(client, address)
    for number in range(2):
        add(f"More {number}", owner=place, days=3)
    assert queries(client, address) == one
