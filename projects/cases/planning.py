"""What the made-up projects plan: further verbs of a diary. Days are counted from today."""

from datetime import timedelta

from projects.plan.models import Action, Aim, Approval, Cycle, PlanChange, SmallTest


class Planning:
    """The part of `Example` that is about making the change. Each method is a verb."""

    def in_days(self, number):
        return self.today + timedelta(days=number)

    def decided(self, question):
        """A decision of the project by how its question begins; none of nothing."""
        decisions = self.project.decisions
        return decisions.get(question__startswith=question) if question else None

    def aims(self, by, said):
        """`in` is when it is to be reached, in days; `because` why it is another."""
        said = dict(said)
        by_when = f"{self.in_days(said.pop('in')):%Y-%m}"
        before = self.project.aims.newest()
        version = before.version if before else None
        Aim.say(self.project, by=by, by_when=by_when, opened_at=version, **said)

    def plans(self, by, what, said):
        details = {
            "owner": self.member(said.get("owner")),
            "body": said.get("body", ""),
            "due": self.in_days(said["in"]).isoformat(),
            "decision": self.decided(said.get("decision")),
            "note": said.get("note", ""),
        }
        Action.add(self.project, by=by, what=what, **details)

    def planned(self, what):
        return self.project.actions.get(what__startswith=what)

    def begins(self, by, what):
        self.planned(what).begin(by=by)

    def does(self, by, what):
        action = self.planned(what)
        action.finish(by=by)
        Action.objects.filter(pk=action.pk).update(done_on=self.day)

    def will_not_do(self, by, what, because):
        self.planned(what).stop(by=by, because=because)

    def tries(self, by, name, said):
        SmallTest.begin(
            self.project,
            by=by,
            name=name,
            first={part: said.get(part, "") for part in Cycle.PLAN},
            stop_if=said["stop_if"],
            look_on=self.in_days(said["look_in"]),
            decision=self.decided(said.get("decision")),
        )

    def tried(self, name):
        return self.project.small_tests.get(name__startswith=name)

    def saw(self, by, name, said):
        day = self.day.isoformat()[:7]
        self.tried(name).write_down(by=by, happened_on=day, **said)

    def chooses(self, by, name, choice, next_step):
        test = self.tried(name)
        test.choose(choice, by=by, next_step=next_step)
        test.cycles.filter(number=test.cycle.number).update(chosen_on=self.day)

    def tries_again(self, by, name, said):
        """What is not said again is as it was the last time."""
        test = self.tried(name)
        plan = test.cycle.begins_with() | {part: said[part] for part in Cycle.PLAN if part in said}
        test.again(by=by, look_on=self.in_days(said["look_in"]), **plan)

    def needs_a_yes(self, by, who, what_for, needed_in):
        Approval.need(
            self.project, by=by, who=who, what_for=what_for, needed_by=self.in_days(needed_in)
        )

    def has_a_yes(self, by, who, reference):
        approval = self.project.approvals.get(who=who)
        answer = {"answered_on": self.day, "answered_by": who, "reference": reference}
        approval.answer(Approval.State.HAD, by=by, **answer)

    def changes_the_plan(self, by, said):
        said = dict(said)
        decisions = [self.decided(question) for question in said.pop("decisions", [])]
        PlanChange.tell(self.project, by=by, decisions=decisions, **said)
