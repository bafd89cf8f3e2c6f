"""A thread that holds from end to end, and its parts."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from projects.decisions.models import Decision
from projects.ideas.models import Idea, Theme
from projects.impact.models import Measure, Reading
from projects.plan.models import Action
from tests import factories


@dataclass
class Chain:
    theme: Theme
    idea: Idea
    decision: Decision
    action: Action
    measure: Measure


def make_chain(project, lead, *, idea=None, number=1):
    """Said at a lunch club, decided, done, and measured before and after."""
    theme = Theme.add(project, by=lead, name=f"Waiting {number}")
    if idea is None:
        session = factories.make_session(
            project, ideas=[f"A clock we can see, number {number}."], how_many=12,
            community=f"Older people, group {number}",
        )  # fmt: skip
        idea = session.ideas.get()
    idea.put_under(theme, by=lead)
    decision = factories.make_decision(
        project, by=lead, question=f"How do people know how long? {number}",
        decision=f"A clock goes up, number {number}.", reason="Not knowing is worse than waiting.",
        decided="2026-03-02", ideas=[idea],
    )  # fmt: skip
    action = Action.add(
        project, by=lead, what=f"Hang the clock, number {number}", decision=decision
    )
    measure = make_measure(project, lead, name=f"People who ask how long, number {number}")
    measure.actions.add(action)
    return Chain(theme, idea, decision, action, measure)


def make_measure(project, lead, name="People who ask how long"):
    measure = Measure.add(project, by=lead, name=name, unit="times a day")
    Reading.write_down(measure, by=lead, on="2026-01", value=Decimal(43), is_baseline=True)
    Reading.write_down(measure, by=lead, on="2026-06", value=Decimal(12))
    return measure


@pytest.fixture
def chain(project, lead):
    return make_chain(project, lead)
