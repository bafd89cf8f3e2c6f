"""Nothing in the database joins an answer to a person: not by row, order, length or moment."""

import json
import sqlite3
from contextlib import closing

import pytest
from django.apps import apps
from django.db import connection

from projects.partnership.models import (
    AlreadyAnswered,
    CheckIn,
    NoPaperLeft,
    NotAsked,
    OnPaperOnly,
    Remark,
    SealedBox,
    Spread,
    TooFewPeople,
)
from projects.partnership.models.sealed_box import STEP, Contents, sealed


def everything_in_the_database():
    """Every cell of every table there is, as text, with the name of its table."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [(table, str(row)) for row in cursor.fetchall()]
    return found


def rows_by_table():
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed
    }


def test_an_answer_adds_no_row_anywhere(check_in, members):
    before = rows_by_table()
    version = check_in.project.version
    check_in.give(members[3], answers={"PC-1": 4}, words={"PC-A": "Qwords of mine"}, side="staff")

    assert rows_by_table() == before
    check_in.project.refresh_from_db()
    assert check_in.project.version == version


def test_what_was_written_stands_nowhere_while_it_is_open(check_in, members):
    check_in.give(members[3], answers={"PC-1": 4}, words={"PC-A": "Qwords of mine"}, side="staff")

    assert [table for table, row in everything_in_the_database() if "Qwords" in row] == []


def test_what_is_destroyed_is_written_over_in_the_file(tmp_path, settings):
    """As the settings open a file of SQLite: no old copy of a row stays in a free page."""
    path, found = tmp_path / "box.sqlite3", []
    off = "PRAGMA secure_delete=OFF;"  # as a SQLite may come
    for pragmas in (off, off + settings.SQLITE_PRAGMAS):
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.executescript(pragmas + "CREATE TABLE box (sealed TEXT);")
            file.execute("INSERT INTO box VALUES (?)", ["Qsealed" * 9000])
            file.execute("DELETE FROM box")
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found.append(b"Qsealed" in path.read_bytes())

    assert found == [True, False]


def test_the_box_has_one_length_and_no_time(check_in, members, monkeypatch):
    before = SealedBox.objects.get()
    check_in.give(members[3], answers={"PC-1": 4}, words={"PC-A": "long words " * 50}, side="")
    after = SealedBox.objects.get()

    assert len(before.sealed) == len(after.sealed)
    assert before.sealed != after.sealed
    assert after.pk == before.pk
    made_at = after.sealed.encode()[1:11]  # version and time are the head of a seal
    assert made_at == before.sealed.encode()[1:11] == b"AAAAAAAAAA"
    assert {field.name for field in SealedBox._meta.concrete_fields} == {
        "id", "check_in", "sealed"
    }  # fmt: skip


def test_the_box_itself_does_not_know_whose_an_answer_is(check_in, members):
    for member in members[:4]:
        check_in.give(member, answers={"PC-1": 5}, words={"PC-A": f"word {member.pk}"}, side="")
    contents = SealedBox.objects.get().open()

    assert sorted(contents.given) == sorted(member.pk for member in members[:4])
    assert contents.counts == {"PC-1": {"": [0, 0, 0, 0, 4]}}
    assert len(contents.words["PC-A"]) == 4


def test_words_and_people_are_in_no_order(check_in, members):
    """Twelve are in the order in which they came once in 479 million times."""
    for number, member in enumerate(members):
        check_in.give(member, answers={}, words={"PC-A": f"{number:02}"}, side="")
    contents = SealedBox.objects.get().open()

    in_order = [member.pk for member in members]
    assert contents.given != in_order
    by_person = dict(zip(contents.given, contents.words["PC-A"], strict=True))
    assert by_person != {member.pk: f"{n:02}" for n, member in enumerate(members)}
    check_in.close(by=check_in.opened_by)
    texts = list(Remark.objects.values_list("text", flat=True))
    assert texts != sorted(texts)


def test_nothing_is_left_of_who_answered_once_it_is_closed(check_in, members, answer_all):
    answer_all(members[:6], [4] * 6)
    check_in.close(by=check_in.opened_by)

    assert not SealedBox.objects.exists()
    assert not check_in.papers.exists()
    for model in (CheckIn, Spread, Remark):
        points_at = {field.related_model for field in model._meta.concrete_fields}
        names = {model.__name__ for model in points_at if model}
        assert "Membership" not in names
        times = [f for f in model._meta.concrete_fields if f.get_internal_type() == "DateTimeField"]
        assert times == []


def test_each_answers_once(check_in, members):
    check_in.give(members[1], answers={"PC-1": 4}, words={}, side="")
    with pytest.raises(AlreadyAnswered):
        check_in.give(members[1], answers={"PC-1": 1}, words={}, side="")

    assert SealedBox.objects.get().open().counts == {"PC-1": {"": [0, 0, 0, 1, 0]}}


def test_paper_is_for_those_who_answer_on_paper_and_once_for_each(
    project, lead, members, in_a_week
):
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[:1])
    check_in.give_paper(mark="a", answers={"PC-1": 2}, words={}, side="")
    check_in.give_paper(mark="a", answers={"PC-1": 2}, words={}, side="")
    with pytest.raises(NoPaperLeft):
        check_in.give_paper(mark="b", answers={"PC-1": 2}, words={}, side="")
    with pytest.raises(OnPaperOnly):
        check_in.give(members[0], answers={"PC-1": 2}, words={}, side="")

    contents = SealedBox.objects.get().open()
    assert (contents.papers, contents.counts["PC-1"][""]) == (1, [0, 1, 0, 0, 0])


def test_before_any_paper_is_typed_in_they_may_answer_here(project, lead, members, in_a_week):
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[:1])
    check_in.give(members[0], answers={"PC-1": 2}, words={}, side="")

    with pytest.raises(NoPaperLeft):
        check_in.give_paper(mark="b", answers={"PC-1": 2}, words={}, side="")


def test_the_list_of_who_answers_on_paper_does_not_say_who_has_answered_here(
    project, lead, members, in_a_week
):
    """A lead who puts everyone down for paper would see each name go as it answers."""
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[:3])
    before = rows_by_table()
    check_in.give(members[0], answers={"PC-1": 2}, words={}, side="")

    assert rows_by_table() == before
    check_in.give_paper(mark="a", answers={}, words={}, side="")
    check_in.give_paper(mark="b", answers={}, words={}, side="")
    with pytest.raises(NoPaperLeft):
        check_in.give_paper(mark="c", answers={}, words={}, side="")


def test_nobody_sends_anything_in_in_a_team_of_four(project, lead, questions, in_a_week):
    with pytest.raises(TooFewPeople):
        CheckIn.open(project, by=lead, closes_on=in_a_week)

    assert not CheckIn.objects.exists()


def test_a_box_whose_key_is_lost_is_closed_and_says_so(check_in, members, settings, answer_all):
    answer_all(members[:6], [4] * 6)
    settings.SECRET_KEY = "another"
    with pytest.raises(NotAsked):
        check_in.give(members[7], answers={}, words={}, side="")
    check_in.close(by=check_in.opened_by)

    assert (check_in.is_lost, check_in.answered, Spread.objects.count()) == (True, None, 0)


def test_a_former_key_still_opens_it(check_in, members, settings, answer_all):
    answer_all(members[:6], [4] * 6)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"

    assert SealedBox.objects.get().open().number == 6


def test_a_box_that_grows_grows_by_steps():
    small = sealed(Contents())
    large = sealed(Contents(words={"PC-A": ["x" * STEP]}))

    assert len(json.dumps("x")) < STEP < len(small) < len(large)
    assert len(large) - len(small) > STEP
