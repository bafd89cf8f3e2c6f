"""What the made-up projects find out about their change, and learn: further verbs of a diary."""

from datetime import timedelta
from decimal import Decimal

from projects.impact.models import Difference, Lesson, Meaning, Reading, WhatNext


class Results:
    """The part of `Example` that is about results. Each method is a verb."""

    def counts_weeks(self, by, measure, values):
        """A number a week, the last of them on this day; those before the bar are from before."""
        before, _bar, later = values.partition("|")
        numbers = [(value, True) for value in before.split()]
        numbers += [(value, False) for value in later.split()]
        first = self.day - timedelta(weeks=len(numbers) - 1)
        rows = [
            {
                "on": (first + timedelta(weeks=week)).isoformat(),
                "value": Decimal(value),
                "is_baseline": is_before,
            }
            for week, (value, is_before) in enumerate(numbers)
        ]
        Reading.write_down_many(self.project.measures.get(name=measure), rows, by=by)

    def shows_the_effect_of(self, by, measure, action):
        """`action` is the beginning of what is done."""
        found = self.project.actions.filter(what__startswith=action)
        self.project.measures.get(name=measure).show(found, by=by)

    def makes_of(self, by, measure, text, who):
        measure = self.project.measures.get(name=measure)
        Meaning.agree(measure, by=by, text=text, who=who, agreed_on=self.day)

    def sees_a_difference(self, by, idea, said):
        ideas = [self.idea(idea)] if idea else []
        Difference.write_down(
            self.project, by=by, ideas=ideas, happened=f"{self.day:%Y-%m}", **said
        )

    def learned(self, by, stage, text, said):
        Lesson.write_down(self.project, by=by, stage=stage, text=text, **said)

    def agrees_what_next(self, by, choice, because, watcher, in_days):
        look_on = self.today + timedelta(days=in_days)
        WhatNext.agree(
            self.project, by=by, choice=choice, because=because, watcher=watcher, look_on=look_on
        )
