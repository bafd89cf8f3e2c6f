"""Nothing that we know of a person is forgotten, and none of it is somebody else's."""

import json

from django.apps import apps

from accounts.models import User
from privacy.gathering import ROOMS, as_json, covered, everything_about
from privacy.gathering.left_out import REASONS
from projects.models import Membership
from tests.world import make_world

GATHERERS = [gather for room in ROOMS for gather in room.GROUPS]


def keys_to_people():
    """Every field of every model, our own and packages', that points at a person or a place."""
    for model in apps.get_models():
        if model._meta.auto_created:
            continue
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            if field.related_model in (User, Membership):
                yield f"{model._meta.label}.{field.name}"


def test_every_key_to_a_person_is_gathered_or_has_a_reason():
    known = covered | set(REASONS)

    assert sorted(set(keys_to_people()) - known) == []


def test_nothing_is_both_gathered_and_left_out_and_every_reason_has_its_key():
    assert sorted(covered & set(REASONS)) == []
    assert sorted(set(REASONS) - set(keys_to_people())) == []


def test_the_walk_finds_our_own_models_and_those_of_packages():
    found = set(keys_to_people())

    assert {"projects.Membership.user", "account.EmailAddress.user"} <= found
    assert "accounts.Organisation.involvement_team" in found


def test_every_group_has_a_row_for_someone_of_the_world(db):
    world = make_world()
    full = {group.key for person in world.cast.values() for group in everything_about(person)}

    assert {gather(world.cast["lead"]).key for gather in GATHERERS} - full == NOT_IN_THE_WORLD


NOT_IN_THE_WORLD = set()


def test_the_file_for_programs_comes_back_as_it_was(db):
    world = make_world()
    groups = everything_about(world.cast["lead"])
    content = json.loads(as_json(groups))

    assert list(content["groups"]) == [group.key for group in groups]
    for group in groups:
        told = content["groups"][group.key]
        assert list(told["keys"]) == list(group.keys)
        assert len(told["rows"]) == len(group.rows)
        assert all(list(row) == list(group.keys) for row in told["rows"])
    assert json.loads(json.dumps(content)) == content
    assert content["groups"]["account"]["rows"][0]["name"] == world.cast["lead"].name
