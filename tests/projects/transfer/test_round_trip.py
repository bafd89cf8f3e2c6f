"""What was taken out, put in and taken out again is the same, byte for byte."""

import json

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.urls import resolve

from outbox.models import Message
from projects.management.commands.rebuild_figures import rebuild
from projects.models import Membership, Project, SearchText
from projects.transfer.importing import InAlready
from projects.transfer.rules import CARRIED, columns_of, kind_of
from tests import factories
from tests.hands import hands_of
from tests.projects.transfer.conftest import OF_THE_WORLD, data_of, put_in, taken_out
from tests.world import fill
from tests.world_of_evidence import fill_evidence

STAYS = {"conversation:questions:detail", "exports:records:detail", "partnership:check_in:detail"}
"""Pages of what does not travel: a question that was not taken, a record, an open check-in."""


@pytest.mark.parametrize("which", ["full", "empty", "closed", "other"])
def test_a_whole_project_comes_back_byte_for_byte(world, which):
    file = taken_out(getattr(world, which))

    assert taken_out(put_in(file)).getvalue() == file.getvalue()


def test_words_that_were_meant_to_do_harm_come_back_as_they_were(db):
    harm = "\u202e<script>x</script>\u2028\r\n=1+1 'q' \"q\" \\ % {{ 7*7 }} 👩🏾‍🦽 é é {}"
    project = factories.make_project(title=harm)
    fill(lambda what: f"{harm} {what}", project, project.started_by)
    fill_evidence(lambda what: f"{harm} {what}", project, project.started_by)
    file = taken_out(project)

    assert taken_out(put_in(file)).getvalue() == file.getvalue()


def test_the_world_has_what_the_demonstration_has_not(world):
    rows = data_of(taken_out(world.full))["rows"]

    assert [label for label in OF_THE_WORLD if not rows[label]] == []


def page_of(url):
    return resolve(url.split("#")[0].split("?")[0]) if url else None


def test_every_line_of_activity_leads_to_the_same_page_there(world):
    project = put_in(taken_out(world.full))
    here, there = (list(one.activity.order_by("version")) for one in (world.full, project))

    assert [line.what for line in here] == [line.what for line in there]
    for before, after in zip(here, there, strict=True):
        pages = [
            line.url and resolve(line.url.split("#")[0].split("?")[0]) for line in (before, after)
        ]
        if before.url and not after.url:
            assert pages[0].view_name in STAYS
        elif before.url:
            assert pages[0].view_name == pages[1].view_name
            assert before.url != after.url
            assert ("#" in before.url) == ("#" in after.url), (before.url, after.url)


def test_nobody_is_named_and_nobody_can_be_reached(world):
    file = taken_out(world.full)
    data = data_of(file)
    text = json.dumps(data, ensure_ascii=False)
    people = [person for person in world.cast.values() if person.name in text]

    assert people == []
    assert "@collab.example" not in text
    assert world.full.open_questions.get().word not in text
    assert world.full.join_page.word not in text
    assert [row["part"] for row in data["people"]][:2] == ["lead", "service_user"]


def test_members_are_parts_who_cannot_sign_in_and_the_lead_takes_the_first_place(world):
    nadia = factories.make_user("Nadia New")
    project = put_in(taken_out(world.full), lead=nadia)
    names = [member.user.name for member in project.memberships.order_by("pk")]

    assert names == [
        "Nadia New", "Service user 1", "Lead 2", "Partner 1", "Staff member 1", "Partner 2",
    ]  # fmt: skip
    others = project.memberships.exclude(user=nadia)
    assert set(others.values_list("user__email", "speaks_for")) == {(None, "")}
    assert not any(member.user.has_usable_password() for member in others.select_related("user"))
    line = project.activity.get(what="gave someone the item")
    assert line.note == "Staff member 1"
    move = project.activity.get(what="moved on to")
    assert move.note.splitlines()[-1] == "Asked first: Lead 2, Staff member 1"
    assert hands_of(nadia).get(project.get_absolute_url()).status_code == 200


def test_its_pages_draw_and_its_figures_are_right(world):
    nadia = factories.make_user("Nadia New")
    project = put_in(taken_out(world.full), lead=nadia)
    client = hands_of(nadia)
    for line in project.activity.all():
        answer = client.get(line.url.split("#")[0])
        assert answer.status_code in (200, 302), line.url
    assert rebuild([project.pk]) == set()
    assert SearchText.objects.get(project=project).text


def test_nobody_is_told(world):
    before = Message.objects.count()
    put_in(taken_out(world.full))

    assert Message.objects.count() == before


def test_files_come_with_what_is_in_them(world):
    project = put_in(taken_out(world.full))
    before, after = (list(one.files.order_by("pk")) for one in (world.full, project))

    assert [file.name for file in after] == [file.name for file in before]
    assert [file.is_here for file in after] == [file.is_here for file in before]
    for old, new in zip(before, after, strict=True):
        if old.is_here:
            assert b"".join(new.chunks()) == b"".join(old.chunks())
            assert new.stored != old.stored


def test_a_file_that_the_storage_lost_stays_lost_and_stops_nothing(world):
    upload = factories.make_upload("gone.txt")
    source = world.full.sources.first()
    lost = source.add_file(upload, by=world.cast["lead"])
    default_storage.delete(lost.stored)
    file = taken_out(world.full)
    project = put_in(file)

    assert [one.name for one in project.files.here() if one.is_lost] == ["gone.txt"]
    assert taken_out(project).getvalue() == file.getvalue()


def test_the_same_file_again_changes_nothing(world):
    file = taken_out(world.full)
    project = put_in(file)
    before = Project.objects.count(), Membership.objects.count()
    with pytest.raises(InAlready) as already:
        put_in(file)

    assert already.value.project == project
    assert (Project.objects.count(), Membership.objects.count()) == before


def test_what_was_taken_away_keeps_its_number_and_nothing_else_gets_it(world):
    part = world.full.parts.first()
    part.take_away(by=world.cast["lead"])
    file = taken_out(world.full)
    project = put_in(file)

    assert taken_out(project).getvalue() == file.getvalue()
    gone = project.part_versions.get(is_gone=True).number
    assert not project.parts.filter(pk=gone).exists()
    assert gone > max(world.full.part_versions.values_list("number", flat=True))


def test_every_plain_column_comes_back_as_it_was(world):
    """Row by row, without the file in between: what has no number is the same."""
    project = put_in(taken_out(world.full))
    for label, rule in CARRIED.items():
        model = apps.get_model(label)
        before, after = (
            list(model._base_manager.filter(rule.only, **{rule.path: one.pk}).order_by("pk"))
            for one in (world.full, project)
        )
        names = [
            one.attname
            for one in columns_of(label)
            if kind_of(one) == "plain" and one.name not in {*rule.numbers, "url", "note", "subject"}
        ]
        for old, new in zip(before, after, strict=True):
            assert [getattr(old, n) for n in names] == [getattr(new, n) for n in names], label
