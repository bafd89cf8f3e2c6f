"""Addresses of those who follow or asked go by themselves; what they asked stays."""

from datetime import timedelta

from django.utils import timezone

from privacy.models import LegalHold
from privacy.retention.due import destroy_by_itself
from projects.conversation.models import AskedQuestion, Asker, Follower
from projects.models import Project
from tests.factories import make_follower


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


def test_who_did_not_say_yes_is_forgotten_after_a_month(organisation, project):
    old, _code = make_follower(project, is_confirmed=False)
    new, _code = make_follower(project, is_confirmed=False)
    confirmed, _code = make_follower(project)
    Follower.objects.filter(pk__in=[old.pk, confirmed.pk]).update(asked_on=days_ago(40))

    assert destroy_by_itself(organisation)["followers"] == 1
    assert set(Follower.objects.all()) == {new, confirmed}


def test_followers_go_a_month_after_the_project_has_ended(organisation, lead, project):
    make_follower(project)
    project.turn("complete", by=lead, because="Done.")
    assert "followers" not in destroy_by_itself(organisation)
    Project.objects.update(last_activity_at=timezone.now() - timedelta(days=40))

    assert destroy_by_itself(organisation)["followers"] == 1
    assert not Follower.objects.exists()


def test_the_address_of_who_asked_goes_after_a_year_and_the_question_stays(organisation, project):
    Asker.ask(project, mark="a form", question="When?", email="joan@collab.example")
    AskedQuestion.objects.update(asked_on=days_ago(370))

    assert destroy_by_itself(organisation)["askers"] == 1
    assert AskedQuestion.objects.get().question == "When?"
    assert not Asker.objects.get().has_address
    assert "askers" not in destroy_by_itself(organisation)


def test_a_hold_on_the_project_keeps_both(organisation, administrator, project):
    make_follower(project, is_confirmed=False)
    Asker.ask(project, mark="a form", question="When?", email="joan@collab.example")
    AskedQuestion.objects.update(asked_on=days_ago(900))
    Follower.objects.update(asked_on=days_ago(900))
    LegalHold.begin(organisation, project, by=administrator, why="A court asks.")

    assert {"followers", "askers"} & set(destroy_by_itself(organisation)) == set()
