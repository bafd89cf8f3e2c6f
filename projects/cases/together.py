"""What the made-up projects do together: their ways, check-ins, meetings, and what it led to.

Days in the diary's words are counted from today (`…_in`); what keeps a day gets that of the diary.
"""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from projects.cases.checking_in import call_by_its_day
from projects.conversation.meetings.summary.drafting import draft_of
from projects.conversation.models import AgendaPoint, Captured, Coming, Meeting
from projects.impact.models import Difference, Lesson, Meaning, Reading, WhatNext
from projects.partnership.models import CheckIn, Ways
from projects.partnership.models.roles import note_roles


class Together:
    """The part of `Example` about the partnership, meetings and impact. Each method is a verb."""

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
        call_by_its_day(check_in)

    def takes_turns(self, by, chair, agenda, notes):
        roles = {"chair": chair, "agenda": agenda, "notes": notes}
        found = {role: self.member(name) for role, name in roles.items()}
        note_roles(self.project, by=by, on=self.day, **found)

    # Meetings

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
        in how many days: with arrows between them. The summary is the one that the product drafts.
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
        meeting.close(by=by, opened_at=meeting.version, text=draft_of(meeting), easy=said["easy"])

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
        shown = [self.planned(what) for what in actions]
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
