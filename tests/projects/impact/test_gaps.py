from types import SimpleNamespace

import pytest

from projects.impact.gaps import months_left_out


def said(*days):
    return months_left_out([SimpleNamespace(on=day) for day in days])


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2026-10", "2026-11", "2027-01", "2027-02"], "December 2026"),
        (["2026-03-01", "2026-04-01", "2026-06-01", "2026-07-01"], "May 2026"),
        (["2026-01", "2026-02", "2026-05", "2026-06", "2026-07"], "March 2026, April 2026"),
    ],
)
def test_months_in_which_nothing_was_counted_are_named(days, words):
    assert said(*days) == f"There is no number for {words}."


def test_many_of_them_are_counted():
    days = ["2025-01", "2025-02", "2025-03", "2025-04", "2026-01"]
    assert said(*days) == "There is no number for 8 months in between."


@pytest.mark.parametrize(
    "days",
    [
        ["2026-01", "2026-02", "2026-03"],
        ["2026-01", "2026-03"],
        ["2024", "2025", "2026"],
        ["2026-01-05", "2026-01-12", "2026-01-19", "2026-03-02"],
        ["2026-01", "2026-04", "2026-07", "2026-10"],
        ["2025 to 2026", "2026-01", "2026-02"],
    ],
)
def test_nothing_is_said_of_numbers_that_do_not_come_month_by_month(days):
    assert said(*days) == ""
