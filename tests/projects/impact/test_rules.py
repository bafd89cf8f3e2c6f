"""The rules of run charts, against examples that others published.

- PERLA: Perla, Provost and Murray, BMJ Quality & Safety 20 (2011), 46–51, Table 1.
- SWED: Swed and Eisenhart, Annals of Mathematical Statistics 14 (1943), 66–87: how likely each
  number of runs is, with a row of occupied and empty seats at a lunch counter as an example.
- ALOHALI: Ali Alohali's notes (2020) on the course QI 104 of the Institute for Healthcare
  Improvement: a chart of 29 weeks with its numbers, on which a shift and a trend are drawn in.
- QUEST: Alison Pickering, “Run Charts”, QuEST Mental Health Data for Improvement Network, NHS
  Scotland: people who did not come in 25 months, and the median of their number.
- BALESTRACCI: Davis Balestracci, “An Underrated Test for Run Charts”, Quality Digest, October 2008.
- LITTLE: Kevin Little, “n/3 Approximation for Too Few Runs”, Informing Ecological Design, 2019.

Of Balestracci's and Little's charts the numbers of points and runs are published, not the values.
"""

from decimal import Decimal
from math import comb

import pytest

from projects.impact.rules import LIMITS, Stretch, crossing, median, runs, shifts, trends, useful

WEEKS_OF_ALOHALI = [
    10.15, 12.10, 11.59, 11.04, 10.70, 9.16, 8.87, 9.21, 11.34, 12.15, 8.88, 11.32, 12.56, 11.64,
    12.76, 12.15, 11.76, 11.82, 9.08, 8.26, 8.67, 11.84, 11.47, 19.86, 12.06, 8.54, 8.94, 11.39,
    8.21,
]  # fmt: skip
MONTHS_OF_QUEST = [
    9, 8, 9, 6, 7, 5, 6, 8, 9, 6, 7, 6, 6, 7, 9, 9, 8, 6, 7, 8, 6, 8, 7, 5, 4,
]  # fmt: skip


def around(*lengths):
    """Numbers around a middle of 0: so many above, so many below, and so on."""
    return [(-1) ** turn for turn, length in enumerate(lengths) for _each in range(length)]


def test_the_median_that_quest_published():
    assert median(MONTHS_OF_QUEST) == 7


def test_the_median_shift_and_trend_that_alohali_published():
    middle = median(WEEKS_OF_ALOHALI)

    assert middle == 11.34
    assert shifts(WEEKS_OF_ALOHALI, middle) == [Stretch(first=12, last=17, count=6, way=1)]
    assert trends(WEEKS_OF_ALOHALI) == [Stretch(first=1, last=6, count=6, way=-1)]


def test_four_runs_of_sixteen_are_too_few_as_balestracci_published():
    values = around(7, 7, 1, 1)

    assert len(runs(values, 0)) == 4
    assert crossing(values, 0) == "few"


def test_six_runs_of_twenty_seven_are_too_few_as_little_published():
    values = [*around(7, 2, 4, 5, 3, 6), 0, 0]

    assert (useful(values, 0), len(runs(values, 0)), crossing(values, 0)) == (27, 6, "few")


def test_eleven_runs_at_the_lunch_counter_as_swed_and_eisenhart_published():
    seats = [1 if seat == "O" else -1 for seat in "EOEEOEEEOEEEOEOE"]

    assert len(runs(seats, 0)) == 11
    assert crossing(seats, 0) == ""


def likely(high, low):
    """How likely each number of runs is among so many above and below: SWED, equation 1."""
    ways = {}
    for number in range(2, high + low + 1):
        half = number // 2
        if number % 2:
            ways[number] = comb(high - 1, half) * comb(low - 1, half - 1)
            ways[number] += comb(high - 1, half - 1) * comb(low - 1, half)
        else:
            ways[number] = 2 * comb(high - 1, half - 1) * comb(low - 1, half - 1)
    return {number: many / comb(high + low, high) for number, many in ways.items()}


@pytest.mark.parametrize(
    ("high", "low", "chance"),
    [(2, 2, 1 / 3), (2, 3, 0.2), (2, 5, 0.095238095), (2, 10, 0.03030303)],
)
def test_how_likely_two_runs_are_is_as_in_table_one_of_swed_and_eisenhart(high, low, chance):
    assert likely(high, low)[2] == pytest.approx(chance)


@pytest.mark.parametrize("number", LIMITS)
def test_the_limits_of_perla_are_wrong_for_no_more_than_about_one_in_twenty(number):
    fewest, most = LIMITS[number]
    chances = likely(number // 2, number - number // 2)
    outside = [chance for many, chance in chances.items() if not fewest <= many <= most]

    assert sum(outside) < 0.061
    assert chances[fewest] + sum(outside) + chances[most] > 0.02


@pytest.mark.parametrize(
    ("number", "limits"),
    [(10, (3, 9)), (15, (5, 12)), (20, (6, 16)), (27, (10, 19)), (60, (24, 38))],
)
def test_the_limits_are_those_of_table_one_of_perla(number, limits):
    assert LIMITS[number] == limits


def test_outside_the_table_the_number_of_runs_says_nothing():
    assert crossing(around(4, 5), 0) == ""
    assert crossing(around(30, 31), 0) == ""


def test_too_many_runs():
    assert crossing(around(*[1] * 12), 0) == "many"


def test_five_on_one_side_are_no_shift_and_six_are():
    assert shifts(around(5, 1, 4), 0) == []
    assert shifts(around(1, 6), 0) == [Stretch(1, 6, 6, -1)]


def test_a_number_on_the_middle_neither_breaks_a_shift_nor_counts():
    assert shifts([1, 1, 1, 0, 1, 1, 0, 1, -1], 0) == [Stretch(0, 7, 6, 1)]
    assert shifts([1, 1, 1, 0, 1, 1, -1, 1], 0) == []


def test_four_going_up_are_no_trend_and_five_are():
    assert trends([3, 1, 2, 3, 4, 2]) == []
    assert trends([3, 1, 2, 3, 4, 5, 2]) == [Stretch(1, 5, 5, 1)]


def test_an_equal_number_neither_breaks_a_trend_nor_counts():
    assert trends([1, 2, 2, 3, 4]) == []
    assert trends([1, 2, 2, 3, 4, 4, 5, 5]) == [Stretch(0, 6, 5, 1)]


def test_where_the_way_turns_the_number_belongs_to_both():
    assert trends([1, 2, 3, 4, 5, 4, 3, 2, 1]) == [Stretch(0, 4, 5, 1), Stretch(4, 8, 5, -1)]


def test_a_trend_may_cross_the_middle():
    assert trends([-2, -1, 0, 1, 2]) == [Stretch(0, 4, 5, 1)]


def test_the_middle_of_an_even_number_is_half_way_between_two():
    assert median([Decimal(4), Decimal(1), Decimal(3), Decimal(2)]) == Decimal("2.5")


def test_no_numbers_show_nothing():
    assert (runs([], 0), shifts([], 0), trends([]), crossing([], 0)) == ([], [], [], "")
