import pytest
from django.core import mail
from django.utils import timezone

from needs.models import Need, NeedKind
from outbox.models import Message
from outbox.packing import pack_at_once
from outbox.sending import Post
from projects.conversation.models import MeetingRole
from tests import factories
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/conversation/meetings/new/"


def test_a_lead_plans_a_meeting_and_everyone_is_invited(
    signed_in, lead, participant, observer, project, url, typed
):
    response = signed_in(lead).post(url, typed)

    meeting = project.meetings.get()
    assert response.url == meeting.get_absolute_url()
    local = timezone.localtime(meeting.starts_at)
    assert (local.date().isoformat(), f"{local:%H:%M}") == ("2027-05-03", "14:00")
    assert f"{timezone.localtime(meeting.ends_at):%H:%M}" == "16:30"
    assert meeting.roles == {MeetingRole.Role.NOTES: "whoever likes to"}
    told = Message.objects.filter(subject="You are invited to a meeting")
    assert {message.to for message in told} == {participant, observer}
    assert project.activity.latest("version").what == "planned the meeting"


def test_the_invitation_has_everything_in_its_text(signed_in, lead, participant, url, typed):
    signed_in(lead).post(url, typed)
    message = Message.objects.get(to=participant, subject="You are invited to a meeting")

    for said in (
        "The first visit", "Monday 3 May 2027, 2pm to 4:30pm", "The library", "Level entrance.",
        "https://meet.collab.example/join", "0115 496 0000", "Asha, 07700 900123", "at three",
    ):  # fmt: skip
        assert said in message.text, said
    assert message.at_once
    assert message.subject == "You are invited to a meeting"


def test_the_mail_carries_a_file_for_the_calendar(signed_in, lead, participant, url, typed):
    signed_in(lead).post(url, typed)
    pack_at_once(timezone.now())
    Post().go_round()
    [sent] = [one for one in mail.outbox if one.to == [participant.email]]
    [(name, text, kind)] = sent.attachments

    assert (name, kind) == ("meeting.ics", "text/calendar; method=PUBLISH")
    assert "DTSTART:20270503T130000Z" in text  # it is summer time
    whole = sent.message().as_string()
    assert 'Content-Type: text/calendar; method="PUBLISH"; charset="utf-8"' in whole


def test_pressed_twice_it_is_planned_once(signed_in, lead, participant, project, url, typed):
    client = signed_in(lead)
    client.post(url, typed)
    client.post(url, typed)

    assert project.meetings.count() == 1
    assert Message.objects.filter(to=participant).count() == 1


def test_of_a_meeting_that_was_nobody_is_told(signed_in, lead, participant, project, url, typed):
    response = signed_in(lead).post(url, typed | {"day_year": "2025"}, follow=True)

    assert "The meeting is written down." in response.text
    assert not Message.objects.exists()


WRONG = [
    ("what_for", "", "Write something here."),
    ("what_for", "W" * 201, "This is too long: 201 letters. Use 200 or fewer."),
    ("start", "", "Write something here."),
    ("start", "soon", "Write a time like 14:30 or 2pm."),
    ("start", "25:00", "Write a time like 14:30 or 2pm."),
    ("start", "13pm", "Write a time like 14:30 or 2pm."),
    ("start", "١٤:٠٠", "Write a time like 14:30 or 2pm."),
    ("end", "14:00", "This is before the meeting begins."),
    ("end", "1pm", "This is before the meeting begins."),
    ("day_year", "", "Write the day, the month and the year."),
    ("day_day", "32", "This is not a real date."),
    ("link", "not a link", "Copy the whole address"),
    ("link", "javascript:alert(1)", "Copy the whole address"),
    ("place", "nul\x00l", "There is a sign in this text that nobody can see."),
    ("chair", "999999", "Choose one of these."),
    ("notes_words", "n" * 201, "This is too long: 201 letters. Use 200 or fewer."),
]


@pytest.mark.parametrize(("name", "value", "said"), WRONG)
def test_what_is_wrong_is_said_beside_the_field(
    signed_in, lead, project, url, typed, name, value, said
):
    page = Page(signed_in(lead).post(url, typed | {name: value}))

    field = "day" if name.startswith("day_") else name
    assert said in page.text(f"id_{field}-error")
    assert page.values["getting_in"] == "Level entrance."
    assert not project.meetings.exists()


def test_it_says_where_or_how(signed_in, lead, project, url, typed):
    page = Page(signed_in(lead).post(url, typed | {"place": "", "link": "", "phone": ""}))

    assert "Say where you meet, or give a link" in page.text("id_place-error")


@pytest.mark.parametrize(
    ("text", "clock"),
    [("9", "09:00"), ("9am", "09:00"), ("12am", "00:00"), ("9.05 am", "09:05"), ("0930", "09:30")],
)
def test_times_are_read_as_people_write_them(signed_in, lead, project, url, typed, text, clock):
    signed_in(lead).post(url, typed | {"start": text, "end": "11:59pm"})

    assert f"{timezone.localtime(project.meetings.get().starts_at):%H:%M}" == clock


def test_needs_are_flagged_for_those_named_to_act_on_them(
    signed_in, lead, participant, project, url
):
    second = factories.make_user("Lena Lead")
    factories.make_member(project, "lead", "carer", user=second)
    kind = next(one for one in NeedKind.objects.of([project.organisation]) if one.is_for_meetings)
    Need.tell(participant, by=participant, kind=kind, words="Qneed", named=[lead])
    shown = signed_in(lead).get(url).text

    assert kind.arrange in shown
    assert "1 person needs" in shown
    assert f"/needs/project/{project.pk}/" in shown
    assert "Qneed" not in shown
    assert (
        participant.name
        not in Page(signed_in(lead).get(url)).text("project-content").split("Who does what")[0]
    )
    assert "1 person needs" not in signed_in(second).get(url).text


def test_others_may_not(refuses, url, typed):
    refuses(url, **typed)
