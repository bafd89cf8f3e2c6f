"""The made-up projects of the demonstration, from their diaries in `data/examples.yaml`."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from accounts.models import User
from projects.assessment.models import Assessment
from projects.cases.dating import Diary
from projects.cases.planning import Planning
from projects.cases.reading import read_file
from projects.cases.talking import Talking
from projects.cases.working_tools import WorkingTools, propose
from projects.checklist.models import ChecklistItem
from projects.decisions.models import Decision
from projects.models import Membership, Part, Project, SearchText
from projects.start import start_project
from projects.team.models import Invitation, JoinPage, JoinRequest
from projects.team.models.invitations import OFFER
from proposals.models import Proposal

DATA = Path(__file__).parent / "data"


def examples():
    return read_file(DATA / "examples.yaml")


class Example(Planning, Talking, WorkingTools):
    """One made-up project in the making. A method below `make` is a verb of the diary."""

    def __init__(self, cast):
        self.cast = cast
        self.today = timezone.localdate()

    def person(self, name):
        """One of the cast by the key, or someone without e-mail by the name."""
        if name not in self.cast:
            self.cast[name] = User.objects.create_user(name=name)
        return self.cast[name]

    def member(self, name):
        return self.project.memberships.get(user=self.person(name)) if name else None

    def item(self, key):
        return self.project.checklist.get(key=key)

    def make(self, organisation, *, title, lead, diary, proposed=None, **details):
        lead = self.person(lead)
        self.day = self.today - timedelta(days=diary[0]["days_ago"])
        self.project = (
            self.accept(organisation, title, lead, proposed, details)
            if proposed
            else start_project(organisation, title, by=lead, is_example=True, **details)
        )
        dated = Diary(self.project, diary[0]["days_ago"])
        for day in diary:
            self.day = self.today - timedelta(days=day["days_ago"])
            dated.turn_to(day["days_ago"])
            for who, verb, *rest in day["happened"]:
                getattr(self, verb)(self.person(who), *rest)
        dated.date_back()
        return self.project

    def accept(self, organisation, title, lead, proposed, details):
        """What one of the cast proposed and the involvement team made a project of."""
        words = {name: details[name] for name in Proposal.WORDS if name in details}
        proposal = propose(
            organisation,
            self.day - timedelta(days=proposed["days_before"]),
            by=self.person(proposed["by"]),
            origin=details["origin"],
            **words,
        )
        project = proposal.accept(title, by=self.cast["iris"], lead=lead, reply=proposed["reply"])
        Proposal.objects.filter(pk=proposal.pk).update(answered_at=self.then())
        for name, value in (details | {"is_example": True}).items():
            setattr(project, name, value)
        project.save(update_fields=[*details, "is_example"])
        SearchText.keep([project])
        return project

    def welcomes(self, by, name, perspective, speaks_for, role=Membership.Role.PARTICIPANT):
        user = self.person(name)
        Membership.join(self.project, user, role, perspective, by=by, speaks_for=speaks_for)

    def invites(self, by, name, perspective, post_to, what_for):
        """Someone who has not answered yet; their letter can be printed again."""
        asked = {"name": name, "perspective": perspective, "post_to": post_to}
        invitation = Invitation.make(
            self.project,
            by=by,
            way=Invitation.Way.POST,
            role=Membership.Role.PARTICIPANT,
            what_for=what_for,
            offer=OFFER,
            **asked,
        )
        Invitation.objects.filter(pk=invitation.pk).update(made_at=self.then())

    def puts_up(self, by, title, words, more=None):
        """`more` is what a notice says beyond a poster."""
        said = {"title": title, "words": words, "perspectives": list(Membership.LIVED)}
        JoinPage.put_up(self.project, by=by, **said, **(more or {}))

    def is_asked_by(self, by, name, perspective, phone, why):
        """Someone who has read the poster, and has no account."""
        told = {"perspective": perspective, "phone": phone, "why": why}
        mark = f"example {self.project.pk}"
        asked, _code = JoinRequest.ask(self.project.join_page, mark=mark, name=name, **told)
        JoinRequest.objects.filter(pk=asked.pk).update(made_at=self.then())

    def says(self, by, name, state, level, because):
        Part.add(self.project, by=by, name=name, state=state, level=level, because=because)

    def says_now(self, by, name, state, because):
        self.project.parts.get(name=name).change(by=by, state=state, because=because)

    def asks_if_together(self, by):
        Assessment.begin(self.project, by=by)

    def thinks(self, by, key, note):
        asked = self.project.assessments.going_on().get().questions.get(key=key)
        asked.say(by=by, note=note)

    def shares(self, by, outcome, parts, said):
        """Decides which parts are done together."""
        shared = self.project.part_versions.standing().filter(name__in=parts)
        decided = self.day.isoformat()
        assessment = self.project.assessments.going_on().get()
        assessment.conclude(by=by, outcome=outcome, parts=shared, decided=decided, **said)

    def agrees(self, by, note):
        self.project.assessments.concluded().first().agree(by=by, note=note)

    def answers(self, by, key, value, note):
        self.item(key).answer(value, by=by, note=note)

    def ticks(self, by, *keys):
        for key in keys:
            self.answers(by, key, "done", "")

    def sees(self, by, key, note):
        self.item(key).see_differently(by=by, note=note)

    def gives(self, by, key, name, in_days):
        """Days from today: what was promised is still to come, or just late."""
        due_on = self.today + timedelta(days=in_days)
        self.item(key).give(self.member(name), by=by, due_on=due_on)

    def leaves_out(self, by, key, because):
        self.item(key).leave_out(by=by, because=because)

    def adds(self, by, stage, wording, help):
        ChecklistItem.add(self.project, stage, wording, by=by, help=help)

    def proposes(self, by, said):
        self.write(by, said, status=Decision.Status.PROPOSED)

    def decides(self, by, said):
        self.write(by, said, status=Decision.Status.AGREED, decided=self.day.isoformat())

    def write(self, by, said, **how):
        """`review_in` is in days after the decision."""
        details = {**said, "options": "\n".join(said["options"]), **how}
        details["ideas"] = [self.idea(text) for text in said.get("ideas", [])]
        if review_in := details.pop("review_in", None):
            details["review_on"] = self.day + timedelta(days=review_in)
        Decision.record(self.project, by=by, **details)

    def moves(self, by, stage, because, lived, staff):
        asked = {"asked_lived": self.member(lived), "asked_staff": self.member(staff)}
        self.project.move_to(stage, by=by, because=because, **asked)

    def turns(self, by, status, because):
        self.project.turn(Project.Status(status), by=by, because=because)
