import pytest

from projects.conversation.models import AskedQuestion
from tests.factories import make_asked, make_follower, make_update
from tests.reading import Page


def test_everything_that_is_told_and_asked_stands_on_one_page(signed_in, lead, project, room):
    make_update(project, "The clinic opens on Saturday", text="From 3 May.")
    make_update(project, "Not yet", is_sent=False)
    make_asked(project).say(by=lead, text="In May.")
    make_asked(project, "Who pays for the bus?")
    page = Page(signed_in(lead).get(room))

    assert page.text("heartbeat").startswith(
        "When people last heard from the team The last update was sent today."
    )
    assert "Not yet a draft: the leads see it" in page.text("drafts")
    assert "The clinic opens on Saturday" in page.text("updates")
    assert "1 question waits for an answer. Read it and answer" in page.text("questions")
    assert "In May." in page.text("questions")


def test_an_empty_room_says_what_belongs_here(signed_in, lead, participant, room):
    leads = signed_in(lead).get(room).text
    member = signed_in(participant).get(room).text

    assert "No update has been sent yet." in leads
    assert "Nobody has asked anything yet." in leads
    assert "Nobody has agreed yet how often people hear from you." in leads
    assert "Agree how often" in leads
    assert "Agree how often" not in member
    assert "The team has not agreed yet how often there is an update." in member
    assert "Write an update" not in member


def test_silence_is_said_to_the_leads_first_and_then_to_the_team(
    signed_in, lead, participant, room, silent
):
    silent(28)
    assert "No update for" not in signed_in(lead).get(room).text
    silent(29)
    assert "No update for 29 days. People may wonder" in signed_in(lead).get(room).text
    assert "No update for" not in signed_in(participant).get(room).text
    silent(41)
    assert "No update for" not in signed_in(participant).get(room).text


def test_after_half_a_rhythm_more_everyone_is_told_how_to_ask(
    signed_in, participant, project, room, silent
):
    project.contact = "Ring the ward: 01632 960001"
    project.save(update_fields=["contact"])
    silent(43)
    said = Page(signed_in(participant).get(room)).text("heartbeat")

    assert "No update for 43 days. It may be a busy time. You can ask how it goes." in said
    assert "Ring the ward: 01632 960001" in said


def test_a_project_that_rests_is_not_asked_for_an_update(signed_in, lead, project, room, silent):
    silent(60).turn("paused", by=lead, because="Winter.")

    assert "No update for" not in signed_in(lead).get(room).text


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Nobody follows it by e-mail yet."),
        (1, "Fewer than five people follow it"),
        (4, "Fewer than five people follow it"),
        (5, "5 people follow it by e-mail"),
    ],
)
def test_leads_see_how_many_follow_but_no_small_number(
    signed_in, lead, participant, project, room, number, said
):
    project.publish(by=lead)
    for _one in range(number):
        make_follower(project)

    assert said in signed_in(lead).get(room).text
    assert "follow it" not in signed_in(participant).get(room).text


def test_what_waits_from_outside_is_nobodys_but_the_leads(
    signed_in, lead, participant, project, room
):
    with project.changing():
        AskedQuestion.receive(project, question="Is the ward closing?")

    assert "1 question waits" in signed_in(lead).get(room).text
    assert "question waits" not in signed_in(participant).get(room).text


def test_nobody_else_sees_it(signed_in, outsider, other_lead, client, room):
    assert signed_in(outsider).get(room).status_code == 404
    assert signed_in(other_lead).get(room).status_code == 404
    assert client.get(room).status_code == 302


def test_three_rows_cost_no_more_than_one(signed_in, lead, project, room, queries):
    def fill():
        make_update(project).correct(by=lead, text="Right.", because="A slip.")
        make_asked(project).say(by=lead, text="Yes.")
        make_asked(project)

    fill()
    one = queries(signed_in(lead), room)
    for _more in range(2):
        fill()
    assert queries(signed_in(lead), room) == one
