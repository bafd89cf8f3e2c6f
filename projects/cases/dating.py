"""For the demonstration only: what was done a moment ago is dated as if it had been long ago."""

from bisect import bisect_left
from datetime import datetime, time, timedelta

from django.utils import timezone

from projects.assessment.models import Agreement, Assessment, Thought
from projects.checklist.models import ChecklistItem, GivenAnswer, OtherView
from projects.conversation.models import (
    AgendaPoint,
    Captured,
    Coming,
    Correction,
    Meeting,
    MeetingSummary,
    Update,
)
from projects.conversation.models.rhythm import heartbeat_figures
from projects.decisions.models import Decision
from projects.evidence.models import EqualityLook, EqualityVersion, Source
from projects.files.models import File
from projects.ideas.models import Idea, OpenQuestion, Outcome, Session
from projects.impact.models import Difference, Lesson, Meaning, Reading, Story, WhatNext
from projects.models import Activity, Membership, Move, PartVersion, Project, StatusChange
from projects.partnership.models import Ways, WaysVoice
from projects.plan.models import Action, Aim, PlanChange, SmallTest

MORNING = time(9, 40)
WORKING_DAY = timedelta(hours=7)


class Diary:
    """Which of a project's lines of activity belong to which day."""

    def __init__(self, project, days_ago):
        self.project = project
        self.days = [(0, days_ago)]

    def turn_to(self, days_ago):
        """What is recorded from here on was `days_ago` days before today."""
        if days_ago != self.days[-1][1]:
            self.days.append((self.project.version, days_ago))

    def date_back(self):
        """Move every time of the project to its day: the lines, and what was done with them."""
        lines = list(self.project.activity.order_by("version"))
        self.recorded = [line.at for line in lines]
        self.dates = [self.moment(line.version) for line in lines]
        for line, at in zip(lines, self.dates, strict=True):
            line.at = at
        Activity.objects.bulk_update(lines, ["at"], batch_size=200)
        self.shift_what_was_done()
        self.shift_days()
        self.shift_ideas()
        self.shift_team()
        self.shift_project()

    def moment(self, version):
        """The day's lines in their order, from the morning on."""
        start, days_ago = [day for day in self.days if day[0] < version][-1]
        on_the_day = [v for v, _ in self.days if v > start]
        last = on_the_day[0] if on_the_day else self.project.version
        share = (version - start) / (last - start + 1)
        day = timezone.localdate() - timedelta(days=days_ago)
        return timezone.make_aware(datetime.combine(day, MORNING)) + share * WORKING_DAY

    def dated(self, recorded):
        """The new time of something that was written just before its line, or with it."""
        line = bisect_left(self.recorded, recorded)
        return self.dates[min(line, len(self.dates) - 1)]

    def shift_what_was_done(self):
        project = self.project
        for rows, field in (
            (ChecklistItem.objects.filter(project=project), "answered_at"),
            (GivenAnswer.objects.filter(item__project=project), "at"),
            (OtherView.objects.filter(item__project=project), "at"),
            (PartVersion.objects.filter(project=project), "since"),
            (PartVersion.objects.filter(project=project), "until"),
            (Assessment.objects.filter(project=project), "begun_at"),
            (Assessment.objects.filter(project=project), "concluded_at"),
            (Thought.objects.filter(question__assessment__project=project), "at"),
            (Agreement.objects.filter(assessment__project=project), "at"),
            (Decision.objects.filter(project=project), "recorded_at"),
            (Outcome.objects.filter(idea__project=project), "at"),
            (Session.objects.filter(project=project), "recorded_at"),
            (OpenQuestion.objects.filter(project=project), "closed_at"),
            (Source.objects.filter(project=project), "added_at"),
            (File.objects.filter(project=project), "added_at"),
            (Reading.objects.filter(measure__project=project), "at"),
            (Update.objects.filter(project=project), "written_at"),
            (Correction.objects.filter(update__project=project), "at"),
            (Story.objects.filter(project=project), "told_at"),
            (Meaning.objects.filter(measure__project=project), "at"),
            (WhatNext.objects.filter(project=project), "at"),
            (Difference.objects.filter(project=project), "recorded_at"),
            (Lesson.objects.filter(project=project), "written_at"),
            (Aim.objects.filter(project=project), "said_at"),
            (Action.objects.filter(project=project), "added_at"),
            (SmallTest.objects.filter(project=project), "added_at"),
            (PlanChange.objects.filter(project=project), "at"),
            (Ways.objects.filter(project=project), "written_at"),
            (WaysVoice.objects.filter(ways__project=project), "at"),
            (Meeting.objects.filter(project=project), "planned_at"),
            (MeetingSummary.objects.filter(meeting__project=project), "at"),
            (AgendaPoint.objects.filter(meeting__project=project), "added_at"),
            (Captured.objects.filter(meeting__project=project), "at"),
            (Coming.objects.filter(meeting__project=project), "answered_at"),
            (Move.objects.filter(project=project), "at"),
            (StatusChange.objects.filter(project=project), "at"),
        ):
            found = list(rows.exclude(**{field: None}))
            for row in found:
                setattr(row, field, self.dated(getattr(row, field)))
            rows.model.objects.bulk_update(found, [field], batch_size=200)

    def shift_days(self):
        """What keeps the day alone, and the version of the line that told it."""
        for rows, field in (
            (EqualityVersion.objects.filter(project=self.project), "kept_on"),
            (EqualityLook.objects.filter(project=self.project), "looked_on"),
        ):
            found = list(rows)
            for row in found:
                setattr(row, field, timezone.localdate(self.moment(row.version)))
            rows.model.objects.bulk_update(found, [field])

    def shift_ideas(self):
        """An idea keeps its day alone: that of the line which told it, or of its session.

        What came from outside has no line until it is let in: the diary gives it its day.
        """
        ideas = list(self.project.ideas.exclude(way=Idea.Way.PUBLIC).select_related("session"))
        for idea in ideas:
            idea.given_on = timezone.localdate(self.first_moment(idea.session or idea))
        Idea.objects.bulk_update(ideas, ["given_on"], batch_size=200)

    def first_moment(self, thing):
        """When the first line about it was, by the new dates; the first of all without one."""
        lines = self.project.activity.filter(url=thing.get_absolute_url())
        version = lines.order_by("version").values_list("version", flat=True).first()
        return self.moment(version or 1)

    def shift_team(self):
        members = list(self.project.memberships.all())
        for member in members:
            member.joined_on = timezone.localdate(self.moment(member.version))
        Membership.objects.bulk_update(members, ["joined_on"])

    def shift_project(self):
        names = ("started_at", "last_activity_at", "last_number_at", "numbers_since")
        names += ("partnership_at", "conversation_at")
        now = Project.objects.values(*names).get(pk=self.project.pk)
        shifted = {name: self.dated(at) for name, at in now.items() if at}
        shifted |= heartbeat_figures(self.project)
        Project.objects.filter(pk=self.project.pk).update(**shifted)
