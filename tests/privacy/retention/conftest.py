from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import Message
from projects.impact.models import (
    Difference,
    Lesson,
    Meaning,
    Measure,
    Reading,
    Story,
    WhatNext,
)
from projects.models import Hand, Part, Project
from tests import factories
from tests.world import plainly
from tests.world_of_plan import fill_plan


@pytest.fixture
def ago():
    """`ago(years=2)` is that moment."""
    return lambda years=0, days=0: timezone.now() - timedelta(days=366 * years + days)


@pytest.fixture
def make_closed(organisation, edition, ago):
    """`make_closed("Title", years=7)` is a project that was closed so long ago, and is full."""

    def make(title, years):
        lead = factories.make_user()
        project = factories.make_project(organisation, title, by=lead, edition=edition)
        project.checklist.first().answer("done", by=lead, note="Yes.")
        old = factories.make_decision(project, by=lead)
        old.replace(by=lead, question="Again?", decision="No.", reason="So.")
        factories.make_update(project, by=lead)
        with Hand.record_group(project, by=lead, group="Tuesday group").writing():
            project.checklist.last().answer("partly", by=lead, note="They said so.")
            factories.make_idea(project, by=lead).me_too(by=lead)
            project.checklist.last().see_differently(by=lead, note="And this.")
            factories.make_decision(project, by=lead)
            factories.make_source(project, by=lead, upload=factories.make_upload())
        factories.make_received(project).let_in(by=lead)
        factories.make_session(project, by=lead, ideas=["A bench."])
        part = Part.add(project, by=lead, name="The hours", state="open")
        part.change(by=lead, state="partly")
        asked = factories.make_assessment(project, by=lead)
        with Hand.record_group(project, by=lead, group="Tuesday group").writing():
            asked.questions.first().say(by=lead, note="They have the time.")
            parts = project.part_versions.standing()
            asked.conclude(by=lead, outcome="part", parts=parts, alternative="Views.")
            asked.agree(by=lead)
        with Hand.record_group(project, by=lead, group="Night group").writing():
            fill_results(project, lead)
        with Hand.record_group(project, by=lead, group="Tuesday group").writing():
            fill_plan(plainly, project, lead)
        Message.write(to=lead, subject="News", text="Some.", about=project)
        project.turn("complete", by=lead, because="Done.")
        Project.objects.filter(pk=project.pk).update(last_activity_at=ago(years))
        project.refresh_from_db()
        return project

    return make


def fill_results(project, lead):
    """What a hand wrote about results, which has to go before the hand."""
    measure = Measure.add(project, by=lead, name="Complaints")
    wrong = Reading.write_down(measure, by=lead, on="2025", words="many")
    wrong.correct(by=lead, because="Counted again.", on="2025", words="few", value=None)
    Meaning.agree(measure, by=lead, text="It is calmer.")
    WhatNext.agree(project, by=lead, choice="keep", because="It helps.")
    about = {"voice": "own", "perspective": "carer", "agreed": "Yes."}
    Story.tell(project, by=lead, is_mine=False, text="A long night.", measure=measure, **about)
    idea = factories.make_idea(project, "Softer bins.", by=lead)
    Difference.write_down(project, by=lead, said="Loud.", changed="Lids.", ideas=[idea])
    lesson = Lesson.write_down(project, by=lead, text="Ask at night.", sharing="shelf")
    assert lesson.hand
