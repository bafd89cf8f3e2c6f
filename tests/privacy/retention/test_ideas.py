"""Ideas that were not taken in, and how to reach those who gave ideas, have their time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from privacy.models import Destroyed, LegalHold
from privacy.retention.due import destroy_by_itself
from projects.ideas.models import Giver, Idea
from tests.factories import make_question

CONTACT = {"name": "Joan", "email": "joan@collab.example", "reach": "By the bridge"}


@pytest.fixture
def question(project):
    return make_question(project)


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def give(question, mark, **more):
    return Giver.give(question, mark=mark, text=f"Words of {mark}.", **more)[0]


def test_the_words_of_what_was_not_taken_in_go_after_half_a_year(lead, organisation, question):
    old, new, waits = (give(question, mark) for mark in ("old", "new", "waits"))
    for idea in (old, new):
        idea.refuse(by=lead, because="It names a person.")
    Idea.objects.filter(pk=old.pk).update(checked_on=days_ago(200))
    Idea.objects.filter(pk=waits.pk).update(given_on=days_ago(900))

    assert destroy_by_itself(organisation)["refused_ideas"] == 1
    assert set(Idea.objects.all()) == {new, waits}
    assert not Giver.objects.filter(idea=old.pk).exists()
    assert "Words" not in str(Destroyed.objects.values())


def test_how_to_reach_a_giver_goes_after_two_years_and_the_idea_stays(organisation, question):
    old, new = give(question, "old", **CONTACT), give(question, "new", **CONTACT)
    Idea.objects.filter(pk=old.pk).update(given_on=days_ago(740))

    assert destroy_by_itself(organisation)["idea_contacts"] == 1
    assert Idea.objects.count() == 2
    assert not Giver.objects.get(idea=old).has_contact
    assert Giver.objects.get(idea=new).has_contact
    assert "idea_contacts" not in destroy_by_itself(organisation)


def test_a_hold_on_the_project_keeps_both(lead, administrator, organisation, project, question):
    refused, known = give(question, "refused"), give(question, "known", **CONTACT)
    refused.refuse(by=lead, because="It names a person.")
    Idea.objects.update(checked_on=days_ago(900), given_on=days_ago(900))
    LegalHold.begin(organisation, project, by=administrator, why="A court asks.")

    assert destroy_by_itself(organisation) == {}
    assert Giver.objects.get(idea=known).has_contact
    assert Idea.objects.filter(pk=refused.pk).exists()
