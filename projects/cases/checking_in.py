"""For the demonstration: how the team of one project works together."""

from datetime import timedelta

from django.utils import timezone

from projects.models import Activity, Project
from projects.partnership.models import CheckIn, Ways
from projects.partnership.models.roles import note_roles

VISITS = "Example: Visiting hours that suit families"
WAYS = """We explain hard words, and anyone may ask.
Nobody speaks twice before everyone has spoken once.
We can disagree and stay kind.
We end on time, with a break in the middle.
What someone tells about their life stays in the room."""
ANSWERS = {
    "PC-1": "455444", "PC-2": "444543", "PC-3": "522424", "PC-4": "422425", "PC-5": "443444",
    "PC-6": "334334", "PC-7": "454444", "PC-8": "512245", "PC-9": "433444", "PC-10": "444545",
    "PC-11": "433343", "PC-12": "344434",
}  # fmt: skip
"""What each of six people said; all but PC-8 a little lower than that."""
WORDS = {
    0: {"PC-A": "We laugh together, and we start with tea."},
    2: {"PC-B": "Send the papers a week before. I cannot read twenty pages on the bus."},
    4: {"PC-A": "Denise makes room for everyone.", "PC-B": "Say what the letters stand for."},
}


def show_working_together(organisation, cast):
    """Ways that nearly all agree with, a check-in before that of its story and one that is open
    now, and who did what in four meetings.
    """
    project = Project.objects.get(organisation=organisation, title=VISITS)
    lead, before = cast["asha"], project.version
    today, since = timezone.localdate(), project.last_activity_at
    members = list(CheckIn.asked_in(project).select_related("user").order_by("pk"))
    ways = Ways.write(project, by=lead, text=WAYS, revisit_on=today + timedelta(days=60))
    for member in members[:-2]:
        ways.say(by=member.user, agrees=True)
    ways.say(by=members[-2].user, agrees=False, note="Evenings do not work for me.")
    check_in(project, members, lead, days_ago=62, lower=1)
    asked = CheckIn.open(project, by=lead, closes_on=today + timedelta(days=5))
    opened_on_day(asked, timezone.localdate(since))
    chairs = (members[0], members[0], members[1], members[2])
    for number, chair in enumerate(chairs):
        on = today - timedelta(days=8 + 14 * (3 - number))
        taken = {"agenda": members[0], "notes": members[(number + 1) % len(members)]}
        note_roles(project, by=lead, on=on, chair=chair, **taken)
    keep_the_days(project, before, since)


def check_in(project, members, lead, *, days_ago, lower=0):
    asked = CheckIn.open(project, by=lead, closes_on=timezone.localdate())
    for number, member in enumerate(members[:6]):
        answers = {
            key: max(int(values[number]) - (lower if key != "PC-8" else 0), 1)
            for key, values in ANSWERS.items()
        }
        asked.give(member, answers=answers, words=WORDS.get(number, {}))
    asked.close(by=lead)
    asked.closed_on = asked.closes_on = timezone.localdate() - timedelta(days=days_ago)
    opened_on_day(asked, asked.closed_on - timedelta(days=7))


def opened_on_day(asked, day):
    """What it is called says the day: on its page and in its lines."""
    asked.opened_on = day
    asked.save()
    call_by_its_day(asked)


def call_by_its_day(asked):
    """In the line of its opening, which leads to its questions, and in that of its end."""
    page = asked.get_absolute_url().removesuffix("results/")
    asked.project.activity.filter(url__startswith=page).update(subject=str(asked))


def keep_the_days(project, before, since):
    """The lines follow the last one there was, minute by minute: the project is no livelier."""
    lines = list(project.activity.filter(version__gt=before).order_by("version"))
    for minute, line in enumerate(lines, start=1):
        line.at = since + timedelta(minutes=minute)
    Activity.objects.bulk_update(lines, ["at"])
    last = lines[-1].at
    Project.objects.filter(pk=project.pk).update(last_activity_at=last, partnership_at=last)
