from datetime import timedelta

import pytest
from django.utils import timezone

from projects.ideas.models import Giver, Idea
from tests.factories import make_question


@pytest.fixture
def reader(project, participant):
    """A participant who reads what answers `question`."""
    return project.memberships.get(user=participant)


@pytest.fixture
def question(project, lead, reader):
    question = make_question(project, question="What would make waiting easier?")
    question.change(by=lead, reader=reader)
    return question


@pytest.fixture
def idea(question):
    """It waits for `reader`; whoever gave it left a phone number."""
    contact = {"name": "Joan", "reach": "0163 211"}
    return Giver.give(question, mark="a mark", text="A seat by the door.", **contact)[0]


@pytest.fixture
def others_idea(project, idea):
    """It waits for the lead alone."""
    question = make_question(project, question="What would you eat?")
    return Giver.give(question, mark="a mark", text="More fruit.")[0]


@pytest.fixture
def ago_days():
    """`ago_days(idea, 7)` makes it one that was given a week ago."""

    def given(idea, days):
        day = timezone.localdate() - timedelta(days=days)
        Idea.objects.filter(pk=idea.pk).update(given_on=day)

    return given
