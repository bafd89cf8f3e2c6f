"""Nothing new is carried, and nothing new is forgotten, without a word in the table."""

import pytest
from django.db import models

from projects.cases.sections import SECTIONS
from projects.transfer import addresses
from projects.transfer.rules import (
    CARRIED,
    EDITION,
    FILE,
    GUIDE,
    LATE,
    LEFT_OUT,
    PERSON,
    columns_of,
    in_order,
    is_watched,
    kind_of,
    label_of,
    leading_to_project,
    model_of,
    needed_by,
)
from tests.routes import routes


def test_every_model_that_leads_to_a_project_is_carried_or_left_out_for_a_reason():
    """A new model? Put it into CARRIED or LEFT_OUT of projects/transfer/rules.py."""
    known = {*CARRIED, *LEFT_OUT}
    joining = {
        label_of(one.remote_field.through)
        for label in known
        for one in model_of(label)._meta.many_to_many
        if one.remote_field.through._meta.auto_created
    }

    assert leading_to_project() - known - joining == set(), "in neither table"
    assert known - leading_to_project() == set(), "in a table, and leads to no project"
    assert set(CARRIED) & set(LEFT_OUT) == set()
    assert [label for label, why in LEFT_OUT.items() if not why] == []


def test_every_text_of_the_guide_travels_with_it():
    texts = {
        label_of(relation.related_model)
        for relation in model_of(EDITION)._meta.related_objects
        if label_of(relation.related_model).startswith("stages.")
    }

    assert {EDITION, *texts} == set(GUIDE)


@pytest.mark.parametrize("label", CARRIED)
def test_every_column_that_could_name_or_open_something_has_a_word(label):
    """A watched column (`is_watched`) is `kept`, `out` or one of `numbers`, with the reason."""
    rule = CARRIED[label]
    mine = [*model_of(label)._meta.concrete_fields, *model_of(label)._meta.many_to_many]
    named = {*rule.kept, *rule.out, *rule.numbers}

    assert {one.name for one in mine if is_watched(one)} - named == set()
    assert named - {one.name for one in mine} == set(), "words about no column"


@pytest.mark.parametrize("label", CARRIED)
def test_every_key_of_a_carried_model_leads_to_something_that_travels(label):
    known = {PERSON, *CARRIED, *GUIDE}
    away = [
        f"{label}.{one.name}"
        for one in columns_of(label)
        if one.related_model and label_of(one.related_model) not in known
    ]

    assert away == [], "leave it `out`, with the reason"


@pytest.mark.parametrize("label", CARRIED)
def test_what_stays_is_never_missed(label):
    """There, a column that stayed is as in a new row: that has to be allowed."""
    rule = CARRIED[label]
    for name in set(rule.out) - {"organisation", "stored"}:
        column = model_of(label)._meta.get_field(name)
        assert column.null or column.blank or column.has_default(), f"{label}.{name}"


def test_each_comes_after_what_it_points_at():
    order = in_order()

    assert sorted(order) == sorted(CARRIED)
    for position, label in enumerate(order):
        missing = [one for one in needed_by(label) if one not in order[:position]]
        assert [one for one in missing if one != "section"] == [], label
    assert all(name in CARRIED[label].numbers for label, name in LATE)


def test_a_key_to_its_own_model_may_be_empty_for_a_moment():
    for label in CARRIED:
        for one in columns_of(label):
            if one.related_model == model_of(label):
                assert one.null, f"{label}.{one.name}"


def test_every_part_of_an_address_of_a_project_is_known():
    """A new one? Put it into THINGS, PLAIN or NOT_HERE of projects/transfer/addresses.py."""
    known = {*addresses.THINGS, *addresses.PLAIN, *addresses.NOT_HERE, "project_id"}
    named = {name for route in routes() if route.in_project for name in route.names}

    assert named - known == set()


def test_links_name_models_that_travel():
    named = {*addresses.THINGS.values(), *addresses.NOUNS.values(), *addresses.ASKED.values()}

    assert named - set(CARRIED) == set()


def test_rows_of_cases_are_rows_that_travel():
    assert {section.of for section in SECTIONS} - set(CARRIED) == set()


def test_a_person_is_never_a_plain_column():
    people = [
        f"{label}.{one.name}"
        for label in CARRIED
        for one in columns_of(label)
        if isinstance(one, models.EmailField) or (kind_of(one) == "plain" and one.name == "user")
    ]

    assert people == []
    assert FILE in CARRIED
