"""What the conversation waits for is someone's one next thing, and a reason to offer help."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from projects.conversation.models import Update
from projects.conversation.models.rhythm import Heartbeat, heartbeat_figures
from projects.models import Project
from projects.next_thing import next_thing_for, next_thing_in
from projects.reasons import reasons_of
from tests.factories import make_asked, make_meeting, make_update
from tests.reading import Page
from ui.display import Display

TODAY = timezone.localdate


def next_of(project, person):
    member = project.memberships.get(user=person)
    member.project = project
    found = next_thing_in(project, member, Display())
    return found and found.sentence


def test_a_rhythm_that_has_passed_is_the_leads_next_thing_first(lead, participant, silent):
    project = silent(30)

    assert next_of(project, lead).startswith("No update for 30 days.")
    assert "No update" not in next_of(project, participant)
    project = silent(43)
    assert next_of(project, participant).startswith("No update for 43 days.")
    found_in, found = next_thing_for(lead, Display())
    assert (found_in, found.button) == (project, "Write an update")


def test_the_portfolio_and_the_team_read_the_number_of_days(
    signed_in, lead, involvement, participant, silent
):
    project = silent(41)

    assert "No update for 41 days" in [reason.words for reason in reasons_of(project)]
    assert "No update for 41 days" in signed_in(involvement).get("/portfolio/").text
    found = signed_in(involvement).get("/portfolio/?reason=no_update").text
    assert project.title in found
    make_update(project)
    assert "No update" not in signed_in(involvement).get("/portfolio/").text.split("<form")[0]
    project.refresh_from_db()
    assert "no_update" not in [reason.key for reason in reasons_of(project)]


def test_a_promise_is_a_reminder_on_its_day(lead, project):
    update = make_update(project, "We wait for the board", promised_on=TODAY())

    assert next_of(project, lead).startswith("You promised to say more by")
    update.keep_promise(by=lead)
    assert not (next_of(project, lead) or "").startswith("You promised")


def test_a_question_waits_for_whoever_answers_it(lead, participant, project):
    asked = make_asked(project)
    asked.hand_to(project.memberships.get(user=participant), by=lead)
    type(asked).objects.filter(pk=asked.pk).update(asked_on=TODAY() - timedelta(days=14))

    waits = "Someone has waited 14 days for an answer to a question."
    assert next_of(project, participant) == waits
    assert next_thing_for(participant, Display())[1].sentence == waits
    asked.refresh_from_db()
    asked.say(by=lead, text="We look.", by_when=TODAY() + timedelta(days=1))
    type(asked).objects.filter(pk=asked.pk).update(by_when=TODAY() - timedelta(days=1))
    assert next_of(project, participant).startswith("An answer to a question was promised by")


def closed_meeting(project, lead, days_ago):
    meeting = make_meeting(project, by=lead, days=-days_ago)
    meeting.close(by=lead, opened_at=None, text="We take the room.")
    meeting.summaries.update(at=timezone.localtime() - timedelta(days=days_ago))
    Project.objects.filter(pk=project.pk).update(**heartbeat_figures(project))
    project.refresh_from_db()
    return meeting


def test_the_summary_of_a_meeting_is_news_too_and_is_named_as_such(lead, silent, signed_in):
    project = silent(41)
    closed_meeting(project, lead, 3)
    page = Page(signed_in(lead).get(f"/projects/{project.pk}/conversation/"))

    said = page.text("heartbeat")
    assert "The team got the summary of a meeting 3 days ago." in said
    assert "No update" not in said
    assert "no_update" not in [reason.key for reason in reasons_of(project)]
    closed_meeting(project, lead, 2).correct(
        by=lead, opened_at=None, because="One was wrong.", text="We take no room."
    )
    project.refresh_from_db()
    assert Heartbeat.of(project).days == 2
    make_update(project)
    project.refresh_from_db()
    assert Heartbeat.of(project).in_words == "The last update was sent today."


def test_silence_after_a_meeting_names_both(lead, silent, signed_in, involvement, capsys):
    project = silent(60)
    closed_meeting(project, lead, 41)

    words = "No update and no summary of a meeting for 41 days"
    assert next_of(project, lead).startswith(f"{words}.")
    assert words in signed_in(involvement).get("/portfolio/").text
    call_command("rebuild_figures")
    assert "With a wrong figure, now mended: 0." in capsys.readouterr().out


def test_figures_that_went_wrong_are_rebuilt(lead, silent, capsys):
    project = silent(30)
    right = (project.last_told_on, project.rhythm_days, project.update_due_on)
    Project.objects.update(last_told_on=None, rhythm_days=3, update_due_on=None)
    call_command("rebuild_figures")
    project.refresh_from_db()

    assert (project.last_told_on, project.rhythm_days, project.update_due_on) == right
    capsys.readouterr()
    call_command("rebuild_figures")
    assert "With a wrong figure, now mended: 0." in capsys.readouterr().out
    assert Update.objects.sent().count() == 1
