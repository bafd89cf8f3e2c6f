"""A full installation made of nothing, for measuring: many projects, written many at a time.

It does not use the verbs, which would take hours. What the verbs keep true is true here as well:
the figures on a project's row are those of its rows, and every line has a version of its own.
Only the last few answers of a project have a line, so that the lists stay as short as in life.
"""

from collections import Counter, defaultdict
from datetime import timedelta
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, User
from projects.checklist.models import Answer, ChecklistItem, GivenAnswer
from projects.conversation.models import Update
from projects.decisions.models import Decision
from projects.models import (
    Activity,
    Membership,
    Move,
    Part,
    PartVersion,
    Project,
    SearchText,
    StatusChange,
)
from stages.models import STEPS, THROUGHOUT, Level, Stage

NAME = "Filled for measuring"
OVERSEER = "involvement@measuring.example"
AT_ONCE = 200
"""Projects in one transaction."""
LIGHT = 50
"""With `light`, one project in this many has a checklist."""
LINES_OF_ANSWERS = 8

THINGS = ["Waiting", "Meals", "Letters", "Visits", "Phone calls", "Signs", "Parking", "Gardens"]
WHERE = ["on Elm ward", "at the day clinic", "in the north", "for young people", "at night"]
SERVICES = ["Wards", "Clinics", "Older people", "Children", "Community", "Mental health", ""]
FIRST = ["Ada", "Ben", "Cora", "Dev", "Ewa", "Femi", "Gill", "Hugo", "Ines", "Jaz", "Kofi", "Lou"]
SPEAKS_FOR = ["Myself", "Our ward", "Families", "The carers' centre", ""]
PARTS = ["Opening hours", "The building", "Words we use", "Who is asked", "The money"]
NOTES = ["", "", "Talked about on Tuesday.", "We need one more month.", "Asked twelve people."]
QUESTIONS = ["Which one first?", "Do we try it small?", "Who tells people?", "Do we go on?"]
REASONS = ["It helps most people.", "It was asked for most.", "The rest has to wait."]
STATUSES = {
    Project.Status.ACTIVE: 70,
    Project.Status.PAUSED: 8,
    Project.Status.COMPLETE: 12,
    Project.Status.STOPPED: 7,
    Project.Status.NOT_COLLABORATIVE: 3,
}
ANSWERS = {Answer.DONE: 60, Answer.PARTLY: 20, Answer.NOT_YET: 12, Answer.NOT_NEEDED: 8}


def fill(edition, projects, *, seed=1, light=False, told=lambda number: None):
    """Add projects to the organisation for measuring; `told` hears how many there are by now."""
    organisation = Organisation.objects.get_or_create(name=NAME)[0]
    overseer = User.objects.get_or_create(email=OVERSEER, defaults={"name": "Iris Measuring"})[0]
    organisation.involvement_team.add(overseer)
    items = list(edition.checklist.order_by("pk"))
    there = organisation.projects.count()
    for first in range(there, there + projects, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, there + projects))
        random = Random(f"{seed} {first}")  # noqa: S311 (the same seed makes the same projects)
        with transaction.atomic():
            people = make_people(numbers)
            stories = [
                Story(random, organisation, edition, people, items, number, light)
                for number in numbers
            ]
            save(stories)
        told(numbers[-1] + 1)
    return organisation


def make_people(numbers):
    """Two for each project, every third without an address."""
    fresh = {
        name: User(
            name=name,
            email=f"person-{n}@measuring.example" if n % 3 else None,
            password=make_password(None),
        )
        for n in range(numbers[0] * 2, numbers[-1] * 2 + 10)
        for name in [f"{FIRST[n % len(FIRST)]} {n}"]
    }
    here = {one.name: one for one in User.objects.filter(name__in=fresh)}
    User.objects.bulk_create([one for name, one in fresh.items() if name not in here])
    return list((fresh | here).values())


KINDS = Membership, Part, ChecklistItem, GivenAnswer, Decision, Move, StatusChange, Update


def save(stories):
    """Each kind of row after those it points at."""
    SearchText.keep(Project.objects.bulk_create([story.project for story in stories]))
    for model in KINDS:
        model.objects.bulk_create([row for story in stories for row in story.rows[model]])
    PartVersion.objects.bulk_create([row for story in stories for row in story.part_versions()])
    Activity.objects.bulk_create([line for story in stories for line in story.as_activity()])


class Story:
    """One project with all its rows and lines, in the order in which they came to be."""

    def __init__(self, random, organisation, edition, people, items, number, light):
        self.random = random
        self.rows = defaultdict(list)
        self.lines = []
        self.team = random.sample(people, min(len(people), random.randint(2, 9)))
        self.project = self.made_up(organisation, edition, number)
        self.happen([] if light and number % LIGHT else items)
        self.date()
        self.count()

    def made_up(self, organisation, edition, number):
        random = self.random
        title = f"{random.choice(THINGS)} {random.choice(WHERE)} {number + 1}"
        age = timedelta(days=random.randint(5, 900), minutes=random.randint(0, 1000))
        return Project(
            organisation=organisation,
            edition=edition,
            title=title,
            idea=f"Make it better, together with the people who know it: {title.lower()}.",
            problem="People told us that it takes too long and that nobody explains it.",
            origin=random.choice(Project.Origin.values),
            service=random.choice(SERVICES),
            stage=random.choice(STEPS),
            status=self.weighed(STATUSES),
            started_by=self.team[0],
            started_at=timezone.now() - age,
            is_example=True,
        )

    def weighed(self, weights):
        return self.random.choices(list(weights), list(weights.values()))[0]

    def add(self, row, what, kind, *, by=None, beat=""):
        """A row with its line, and the version of both."""
        row.version = len(self.lines) + 1
        if row is not self.project:
            self.rows[type(row)].append(row)
        self.lines.append((row, what, kind, by or self.random.choice(self.team), beat))

    def happen(self, items):
        lead = self.team[0]
        self.add(self.project, "started the project", "project", by=lead)
        for user in self.team:
            self.add(self.member(user, lead), "welcomed to the team", "team", by=lead)
        for position in range(1, self.random.randint(2, 6)):
            self.add(self.part(position), "added to “What is open?”:", "whats_open", by=lead)
        self.walk(lead)
        for _ in range(self.random.randint(0, 4)):
            self.add(self.decision(lead), "recorded the decision", "decision", by=lead)
        self.answer(items)
        for number in range(self.random.randint(0, 2)):
            beat = Stage.KEEP_THE_CONVERSATION_GOING
            self.add(self.update(lead, number), "sent the update:", "talk", by=lead, beat=beat)
        if self.project.status != Project.Status.ACTIVE:
            self.turn(lead)

    def member(self, user, lead):
        return Membership(
            project=self.project,
            user=user,
            role="lead" if user == lead else self.random.choice(["participant"] * 5 + ["observer"]),
            perspective="staff"
            if user == lead
            else self.random.choice(Membership.Perspective.values),
            speaks_for=self.random.choice(SPEAKS_FOR),
            joined_on=timezone.localdate(self.project.started_at),
        )

    def part(self, position):
        return Part(
            project=self.project,
            name=self.random.choice(PARTS),
            state=self.random.choice(Part.State.values),
            level=self.random.choice(Level.values),
            because=self.random.choice(REASONS),
            position=position,
        )

    def walk(self, lead):
        for here, there in zip(STEPS, STEPS[1 : STEPS.index(self.project.stage) + 1], strict=False):
            because = self.random.choice(REASONS)
            move = Move(
                project=self.project, from_stage=here, to_stage=there, because=because, by=lead
            )
            self.add(move, "moved on to", "project", by=lead)

    def decision(self, lead):
        random = self.random
        soon = timezone.localdate() + timedelta(days=random.randint(-30, 200))
        return Decision(
            project=self.project,
            question=random.choice(QUESTIONS),
            options="This one\nThe other one",
            decision="This one.",
            reason=random.choice([*REASONS, *REASONS, ""]),
            by_whom="The team",
            status=random.choice(["agreed", "agreed", "agreed", "proposed"]),
            review_on=random.choice([soon, None, None]),
            recorded_by=lead,
        )

    def answer(self, items):
        """The whole checklist; the steps it has come through are mostly answered."""
        come_through = STEPS[: STEPS.index(self.project.stage) + 1]
        rows = [self.item(item) for item in items]
        self.rows[ChecklistItem] = rows
        answered = []
        for row in rows:
            likely = 0.75 if row.stage in come_through else 0.3 * (row.stage in THROUGHOUT)
            if self.random.random() < likely:
                self.give_answer(row)
                answered.append(row)
        for row in answered[-LINES_OF_ANSWERS:]:
            row.version = len(self.lines) + 1
            said = ChecklistItem.SAID[row.value]
            self.lines.append((row, said, "checklist", row.answered_by, row.stage))

    def item(self, item):
        left_out = self.random.random() < 0.02
        return ChecklistItem(
            project=self.project,
            stage=item.stage,
            key=item.key,
            guide_item=item,
            wording=item.wording,
            help=item.help,
            easy=item.easy,
            audience=item.audience,
            weight=item.weight,
            position=item.position,
            version=len(self.lines),
            left_out=left_out,
            left_out_because=self.random.choice(["", "It is not about this change."])
            if left_out
            else "",
        )

    def give_answer(self, row):
        row.value = self.weighed(ANSWERS)
        needs_words = row.value == Answer.NOT_NEEDED
        row.note = "Not in this project." if needs_words else self.random.choice(NOTES)
        row.answered_by = self.random.choice(self.team)
        given = GivenAnswer(item=row, value=row.value, note=row.note, by=row.answered_by)
        self.rows[GivenAnswer].append(given)

    def update(self, lead, number):
        return Update(
            project=self.project,
            headline=f"What happened since last time, part {number + 1}",
            text=REASONS[number],
            audience=Update.Audience.values[number],
            state=Update.State.SENT,
            written_by=lead,
            sent_by=lead,
        )

    def turn(self, lead):
        project = self.project
        project.status_because = self.random.choice(REASONS)
        change = StatusChange(
            project=project, status=project.status, because=project.status_because, by=lead
        )
        self.rows[StatusChange].append(change)
        what = Project.SAID_OF_STATUS[project.status]
        self.lines.append((project, what, "project", lead, ""))

    def date(self):
        """Spread the lines between the start and the last one; rows are of their line's time."""
        start, age = self.project.started_at, timezone.now() - self.project.started_at
        last = max(timedelta(), age - timedelta(days=self.random.expovariate(1 / 20)))
        shares = sorted(self.random.random() for _ in self.lines[2:])
        self.times = [start, *(start + last * share for share in shares), start + last]
        for row in self.rows[GivenAnswer]:
            row.at = row.item.answered_at = self.times[max(row.item.version, 1) - 1]
        for row in self.rows[Move]:
            row.at = self.times[row.version - 1]
        for row in self.rows[StatusChange]:
            row.at = self.times[-1]
        for row in self.rows[Decision]:
            row.decided = timezone.localdate(self.times[row.version - 1]).isoformat()
        for row in self.rows[Update]:
            row.written_at = self.times[row.version - 1]
            row.told_day = timezone.localdate(row.written_at)
            row.told_on = row.told_day.isoformat()

    def count(self):
        project, rows = self.project, self.rows
        perspectives = Counter(member.perspective for member in rows[Membership])
        kept = [item for item in rows[ChecklistItem] if not item.left_out]
        agreed = [one for one in rows[Decision] if one.is_agreed]
        project.version = len(self.lines)
        project.last_activity_at = self.times[-1]
        project.service_users = perspectives[Membership.Perspective.SERVICE_USER]
        project.carers = perspectives[Membership.Perspective.CARER]
        project.items_needed = sum(item.value != Answer.NOT_NEEDED for item in kept)
        project.items_done = sum(item.value == Answer.DONE for item in kept)
        project.musts_left_out_bare = sum(item.is_bare_must for item in rows[ChecklistItem])
        project.parts_bare = sum(part.is_bare for part in rows[Part])
        project.decisions_bare = sum(not one.reason for one in agreed)
        reviews = [one.review_on for one in agreed if one.review_on]
        project.decisions_review_on = min(reviews, default=None)
        project.last_told_on = max((one.told_day for one in rows[Update]), default=None)
        project.partnership_at = self.last_of(Stage.COLLABORATIVE_PARTNERSHIP)
        project.conversation_at = self.last_of(Stage.KEEP_THE_CONVERSATION_GOING)

    def last_of(self, stage):
        found = [at for at, line in zip(self.times, self.lines, strict=True) if line[-1] == stage]
        return max(found, default=None)

    def part_versions(self):
        """How each part reads since it came to the sheet, once it has a number."""
        for part in self.rows[Part]:
            yield PartVersion(
                project=self.project,
                number=part.pk,
                position=part.position,
                by=self.team[0],
                since=self.times[part.version - 1],
                **part.details,
            )

    def as_activity(self):
        """The lines, once the rows they are about have been saved and have an address."""
        for version, (row, what, kind, by, _) in enumerate(self.lines, start=1):
            yield Activity(
                project=self.project,
                version=version,
                actor=by,
                what=what,
                kind=kind,
                subject=str(row),
                url=row.get_absolute_url(),
                at=self.times[version - 1],
            )
