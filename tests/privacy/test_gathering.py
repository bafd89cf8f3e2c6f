"""Nothing that we know of a person is forgotten, and none of it is somebody else's."""

import json

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from needs.models import Need
from outbox.models import Message
from privacy.gathering import ROOMS, as_json, covered, everything_about
from privacy.gathering.left_out import REASONS
from projects.models import Membership
from tests import factories
from tests.privacy.conftest import INVITED, NAME, NOTE, OLD_NAME, PRIVATE

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


def test_every_group_has_a_row_for_someone_whom_every_room_knows(busy):
    people = User.objects.all()
    full = {group.key for person in people for group in everything_about(person)}

    assert {gather(busy).key for gather in GATHERERS} - full == set()


def test_nobody_reads_what_is_private_to_someone_else(busy, marigold):
    mine = as_json(everything_about(busy))

    assert [marker for marker in PRIVATE if marker in mine] == [NAME]  # they help each other
    theirs = as_json(everything_about(marigold))
    assert [marker for marker in PRIVATE if marker not in theirs] == [OLD_NAME, INVITED, NOTE]
    assert "marker of a secret" not in mine + theirs


def test_one_row_and_three_cost_the_same(marigold, project, item, django_assert_num_queries):
    with CaptureQueriesContext(connection) as asked:
        everything_about(marigold)
    for number in range(2):
        item.answer("partly" if number else "not_yet", by=marigold, note=f"note {number}")
        factories.make_decision(project, by=marigold)
        Need.tell(marigold, by=marigold, words=f"need {number}")
        Message.write(to=marigold, subject="More", text="More")
    with django_assert_num_queries(len(asked)):
        everything_about(marigold)


def test_the_file_for_programs_comes_back_as_it_was(busy):
    groups = everything_about(busy)
    content = json.loads(as_json(groups))

    assert list(content["groups"]) == [group.key for group in groups]
    for group in groups:
        told = content["groups"][group.key]
        assert list(told["keys"]) == list(group.keys)
        assert len(told["rows"]) == len(group.rows)
        assert all(list(row) == list(group.keys) for row in told["rows"])
    assert json.loads(json.dumps(content)) == content
    assert content["groups"]["account"]["rows"][0]["name"] == "Bao Busy"
