"""A record of a project that has something in every room, as data and as a page."""

import json

import pytest
from django.template.loader import render_to_string

from projects.exports.data import plain
from projects.exports.record import canonical, data_of, record_of
from projects.exports.records.making import about_record
from projects.exports.sections import RECORD
from projects.plan.models import Action
from tests.world import make_world


@pytest.fixture(scope="module")
def shared(made_once):
    return made_once(make_world)


@pytest.fixture
def world(shared, db):
    return shared


def data_in(project):
    return json.loads(canonical(data_of(record_of(project))))


def test_everything_comes_into_the_data_and_nobody_is_named(world):
    project = world.full
    project.memberships.update(name_in_summary=True)
    Action.add(project, by=world.cast["lead"], what="Buy a lamp", owner=lead_of(project))
    found = record_of(project)
    context = {"project": project, "record": about_record(project, 1), "summary": found}

    data = canonical(data_of(found)).decode()
    page = render_to_string("projects/exports/records/paper.html", context)

    assert list(json.loads(data)) == sorted(["read-from", *(section.id for section in RECORD)])
    named = {person.name for person in world.cast.values()}
    assert {name for name in named if name in data or name in page} == set()
    [lamp] = [
        one for one in data_in(project)["plan"]["plan"]["to_do"] if one["what"] == "Buy a lamp"
    ]
    assert lamp["who"] == "A member of staff"


def lead_of(project):
    return project.memberships.here().get(user=project.started_by)


def test_the_rooms_of_the_later_stages_are_in_it(world):
    data = data_in(world.full)

    assert data["plan"]["plan"]["aim"]["better"] == "Some words about the aim."
    assert data["partnership"]["partnership"]["check_ins"] == 1
    assert [met["people"] for met in data["meetings"]["meetings"]] == ["7 people"]
    assert data["talk"]["talk"]["answered"][0]["answers"][-1]["text"]
    assert data["impact"]["impact"]["differences"][0]["changed"]
    assert data["story"]["story"]["in_all"] > 0
    left = {kind["words"] for kind in data["not-done"]["not_done"]}
    assert {
        "Ideas that are not used",
        "What will not be done",
        "Where somebody had to say yes, and said no",
        "What is not measured any more",
    } <= left


def test_it_tells_what_else_to_know_of_a_number_and_how_people_were_told(world, signed_in):
    project = world.full
    measure = project.measures.standing().first()
    type(measure).objects.filter(pk=measure.pk).update(note="It counts two wards together.")
    data = data_in(project)
    page = signed_in(world.cast["lead"]).get(f"/projects/{project.pk}/exports/records/new/").text

    assert data["impact"]["impact"]["measures"][0]["note"] == "It counts two wards together."
    assert "It counts two wards together." in page
    assert data["told"]["told"]["is_public"] is True
    assert "Anyone can read about the project on its public page." in page
    assert "3 updates told people how things stood." in page


def test_an_update_for_the_team_alone_is_told_of_and_not_told(world):
    updates = data_in(world.full)["talk"]["talk"]["updates"]

    assert {one["audience"]: bool(one["text"]) for one in updates} == {
        "team": False, "followers": True, "public": True,
    }  # fmt: skip


def test_what_a_member_asked_stands_in_it_only_as_agreed(world):
    project = world.full
    words = [one["words"] for one in data_in(project)["talk"]["talk"]["answered"]]
    assert any(words)
    project.memberships.get(user=asker_of(project)).consents.all().delete()

    assert [one["words"] for one in data_in(project)["talk"]["talk"]["answered"]] == [""] * len(
        words
    )


def asker_of(project):
    return project.asked_questions.answered().exclude(asked_by=None).first().asked_by


def test_a_kind_of_thing_that_nobody_allowed_is_an_error(lead):
    with pytest.raises(KeyError):
        plain(lead)


def test_an_action_for_named_people_only_stays_out(world):
    action = Action.add(world.full, by=world.cast["lead"], what="A quiet word")
    Action.objects.filter(pk=action.pk).update(sharing="private")

    assert "A quiet word" not in canonical(data_of(record_of(world.full))).decode()
