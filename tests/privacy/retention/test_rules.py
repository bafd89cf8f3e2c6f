from datetime import UTC, datetime

import pytest

from privacy.models import Kind, RetentionClass
from privacy.retention.due import FOUND, SAID
from privacy.retention.rules import SUGGESTED, months_before, months_in_words, rules_of


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2027-05-31", 3, "2027-02-28"),
        ("2028-03-31", 1, "2028-02-29"),
        ("2027-01-15", 1, "2026-12-15"),
        ("2027-01-15", 72, "2021-01-15"),
        ("2027-01-15", 0, "2027-01-15"),
    ],
)
def test_so_many_months_earlier(day, months, expected):
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)

    assert months_before(moment, months).date().isoformat() == expected


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "at once"), (1, "1 month"), (12, "1 year"), (18, "18 months"), (72, "6 years")],
)
def test_months_in_words(months, words):
    assert months_in_words(months) == words


def test_every_kind_has_its_rule_and_its_search():
    assert list(SUGGESTED) == [kind for kind in SUGGESTED if kind in Kind]
    assert set(SUGGESTED) == set(Kind) == set(FOUND)
    assert set(SAID) == {kind for kind, rule in SUGGESTED.items() if not rule.by_itself}


def test_an_organisations_own_choice_comes_first(organisation, administrator):
    RetentionClass.choose(organisation, "people", by=administrator, months=5, basis="Our rule.")
    RetentionClass.choose(organisation, "people", by=administrator, months=7, basis="Our rule.")
    [rule] = [rule for rule in rules_of(organisation) if rule.is_own]

    assert (rule.kind, rule.months, rule.why) == ("people", 7, "Our rule.")
    assert RetentionClass.objects.count() == 1
