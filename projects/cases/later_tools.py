"""What the made-up projects do in stages 6 to 9: further verbs of a diary.

Days in the diary's words are counted from today (`…_in`); what keeps a day gets that of the diary.
"""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from projects.conversation.models import AskedQuestion, Hearer, Meeting, Rhythm, Update
from projects.conversation.models.agenda import AgendaPoint, Captured
from projects.conversation.models.coming import Coming
from projects.impact.models import Difference, Lesson, Meaning, Reading, WhatNext
from projects.partnership.models import CheckIn, Ways
from projects.partnership.models.roles import note_roles
from projects.plan.models import Action, Aim, Approval, Cycle, PlanChange, SmallTest


class LaterTools:
    """The half of `Example` that is about the rooms of stages 6 to 9. Each method is a verb."""

    def in_days(self, number):
        return self.today + timedelta(days=number)

    # The plan

    def aims(self, by, said):
        details = {key: said[key] for key in said if key != "by_when_in"}
        by_when = self.in_days(said["by_when_in"]).isoformat()
        Aim.say(self.project, by=by, by_when=by_when, **details)

    def plans(self, by, what, said):
        """`by` is the owner, the body or nobody; `due_in` days from today."""
        details = {key: said[key] for key in ("body", "note", "sharing") if key in said}
        details["owner"] = self.member(said.get("owner"))
        if "due_in" in said:
            details["due"] = self.in_days(said["due_in"]).isoformat()
        if "decision" in said:
            details["decision"] = self.project.decisions.get(question=said["decision"])
        Action.add(self.project, by=by, what=what, **details)

    def begins(self, by, what):
        self.action(what).begin(by=by)

    def does(self, by, what):
        action = self.action(what)
        action.finish(by=by)
        Action.objects.filter(pk=action.pk).update(done_on=self.day)

    def will_not_do(self, by, what, because):
        self.action(what).stop(by=by, because=because)

    def action(self, what):
        return self.project.actions.get(what__startswith=what)

    def tries(self, by, name, said):
        """`first` is the first time round; `look_in` days from today."""
        details = {"stop_if": said.get("stop_if", ""), "first": said["first"]}
        details["look_on"] = self.in_days(said["look_in"])
        if "action" in said:
            details["action"] = self.action(said["action"])
            details["decision"] = details["action"].decision
        SmallTest.begin(self.project, by=by, name=name, **details)

    def saw(self, by, name, happened, saw):
        test = self.project.small_tests.get(name=name)
        test.write_down(by=by, happened=happened, saw=saw, happened_on=self.day.isoformat())

    def chooses(self, by, name, choice, next_step, again=None):
        """`again` is what is tried next, with its `look_in`."""
        test = self.project.small_tests.get(name=name)
        test.choose(choice, by=by, next_step=next_step)
        Cycle.objects.filter(test=test, number=test.cycle.number).update(chosen_on=self.day)
        if again:
            plan = {key: again[key] for key in again if key != "look_in"}
            test.again(by=by, look_on=self.in_days(again["look_in"]), **plan)

    def needs_a_yes(self, by, who, what_for, needed_in):
        needed_by = self.in_days(needed_in)
        approval = Approval.need(
            self.project, by=by, who=who, what_for=what_for, needed_by=needed_by
        )
        approval.ask(by=by)
        Approval.objects.filter(pk=approval.pk).update(asked_on=self.day)

    def has_a_yes(self, by, who, said):
        approval = self.project.approvals.get(who=who)
        approval.answer(Approval.State.HAD, by=by, answered_on=self.day, **said)

    def replans(self, by, said):
        PlanChange.tell(self.project, by=by, **said)

    # Working together

    def writes_ways(self, by, lines, look_in):
        text, revisit_on = "\n".join(lines), self.in_days(look_in)
        Ways.write(self.project, by=by, text=text, revisit_on=revisit_on)

    def agrees_to_ways(self, by, note=""):
        self.project.ways.standing().get().say(by=by, agrees=True, note=note)

    def cannot_agree_yet(self, by, note):
        self.project.ways.standing().get().say(by=by, agrees=False, note=note)

    def closes_check_in(self, by, given, fix=None):
        """Opened a week before, and answered by everyone: a figure for each question, in order.

        `says` is the key of an open question, a colon and what is written there.
        """
        check_in = CheckIn.open(self.project, by=by, closes_on=self.today)
        keys = [question.key for question in check_in.questions()[0]]
        for name, said in given.items():
            figures = [int(figure) for figure in said["answers"].split()]
            place = self.member(name)
            key, _colon, text = said.get("says", "").partition(": ")
            words = {key: text} if key else {}
            side = "lived" if place.is_lived else "staff"
            check_in.give(
                place, answers=dict(zip(keys, figures, strict=True)), words=words, side=side
            )
        check_in.close(by=by)
        if fix:
            due = self.in_days(fix["due_in"]).isoformat()
            check_in.fix(by=by, what=fix["what"], owner=self.member(fix["owner"]), due=due)
        days = {"opened_on": self.day - timedelta(days=7), "closes_on": self.day}
        CheckIn.objects.filter(pk=check_in.pk).update(closed_on=self.day, **days)
        check_in.refresh_from_db()
        lines = self.project.activity.filter(url=check_in.get_absolute_url())
        lines.update(subject=str(check_in))

    def takes_turns(self, by, chair, agenda, notes):
        roles = {"chair": chair, "agenda": agenda, "notes": notes}
        found = {role: self.member(name) for role, name in roles.items()}
        note_roles(self.project, by=by, on=self.day, **found)

    # The conversation

    def tells(self, by, headline, text, said=None):
        """`audience` and other words of an update; `promised_in` days from today."""
        more = dict(said or {})
        if "promised_in" in more:
            more["promised_on"] = self.in_days(more.pop("promised_in"))
        told = {"headline": headline, "text": text, "told_on": self.day.isoformat()}
        update = Update.record_sent(self.project, by=by, **told, **more)
        Update.objects.filter(pk=update.pk).update(written_at=self.then())

    def agrees_how_often(self, by, weeks, because):
        rhythm = Rhythm.agree(self.project, by=by, weeks=weeks, because=because)
        Rhythm.objects.filter(pk=rhythm.pk).update(agreed_on=self.day)

    def tells_whom(self, by, who, said):
        Hearer.add(self.project, by=by, who=who, **said)

    def asks(self, by, question):
        asked = AskedQuestion.ask(self.project, by=by, question=question)
        AskedQuestion.objects.filter(pk=asked.pk).update(asked_on=self.day)

    def replies(self, by, question, text, said=None):
        """`by_when_in` days from today, when nobody knows yet; `sharing` public for anyone."""
        more = dict(said or {})
        if "by_when_in" in more:
            more["by_when"] = self.in_days(more.pop("by_when_in"))
        asked = self.project.asked_questions.get(question=question)
        asked.say(by=by, text=text, on=self.day.isoformat(), **more)

    def invites_all(self, by, what_for, said):
        """A meeting to come: `in` days, `at` an hour."""
        day = self.in_days(said["in"])
        meeting = self.meeting_of(by, what_for, day, said)
        for title in said.get("points", []):
            AgendaPoint.add(meeting, by=by, title=title, minutes=20)
        for name in said.get("coming", []):
            Coming.say(meeting, self.member(name), Coming.Answer.YES)

    def held(self, by, what_for, said):
        """A meeting of this day that is over and told.

        Each point is its title, what was said and, if something is to be done, what, by whom and
        in how many days: with arrows between them.
        """
        meeting = self.meeting_of(by, what_for, self.day, said)
        for told in said["points"]:
            title, words, *action = told.split(" → ")
            point = AgendaPoint.add(meeting, by=by, title=title, minutes=20)
            point.say(by=by, opened_at=point.version, said=words)
            if action:
                what, owner, in_days = action
                due = self.in_days(int(in_days)).isoformat()
                details = {"what": what, "owner": self.member(owner), "due": due}
                Captured.write_down_action(point, by=by, **details)
        members = [self.member(name) for name in said["came"]]
        meeting.note_who_came(by=by, members=members)
        meeting.refresh_from_db()
        meeting.close(by=by, opened_at=meeting.version, text=said["summary"])

    def meeting_of(self, by, what_for, day, said):
        starts = timezone.make_aware(datetime.combine(day, time(said.get("at", 14))))
        more = ("place", "getting_in", "link", "phone", "breaks")
        details = {key: said[key] for key in more if key in said}
        return Meeting.plan(
            self.project,
            by=by,
            what_for=what_for,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=said.get("minutes", 60)),
            roles={role: self.member(name) for role, name in said.get("roles", {}).items()},
            **details,
        )

    # What difference it makes

    def counts_many(self, by, measure, said):
        """A row of figures, `every` so many days, the last of them on this day."""
        figures = said["figures"].split()
        first = self.day - timedelta(days=said["every"] * (len(figures) - 1))
        rows = [
            {
                "on": (first + timedelta(days=said["every"] * number)).isoformat(),
                "value": Decimal(figure),
                "is_baseline": said.get("is_baseline", False),
            }
            for number, figure in enumerate(figures)
        ]
        Reading.write_down_many(self.project.measures.get(name=measure), rows, by=by)

    def measures_what_is_done(self, by, measure, actions):
        shown = [self.action(what) for what in actions]
        self.project.measures.get(name=measure).show(shown, by=by)

    def makes_of_it(self, by, measure, text, who):
        found = self.project.measures.get(name=measure)
        Meaning.agree(found, by=by, text=text, who=who, agreed_on=self.day)

    def made_a_difference(self, by, said):
        details = {key: said[key] for key in said if key != "ideas"}
        ideas = [self.idea(text) for text in said.get("ideas", [])]
        happened = self.day.isoformat()
        Difference.write_down(self.project, by=by, ideas=ideas, happened=happened, **details)

    def learned(self, by, stage, text, said=None):
        Lesson.write_down(self.project, by=by, stage=stage, text=text, **(said or {}))

    def goes_on(self, by, choice, because, watcher, look_in):
        look_on = self.in_days(look_in)
        WhatNext.agree(
            self.project, by=by, choice=choice, because=because, watcher=watcher, look_on=look_on
        )
