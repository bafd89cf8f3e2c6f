from decimal import Decimal

import pytest

from projects.impact.pasted import MOST, as_day, read


def rows(text):
    found = read(text)
    assert found.problems == []
    return [(row.on, row.value) for row in found.rows]


def problems(text):
    return [(one.line, one.why) for one in read(text).problems]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026", "2026"), ("2026-05", "2026-05"), ("2026-5-3", "2026-05-03"),
        ("2026-05-03 00:00:00", "2026-05-03"), ("3/5/2026", "2026-05-03"),
        ("03.05.2026", "2026-05-03"), ("3 5 2026", "2026-05-03"), ("5/2026", "2026-05"),
        ("3/5/26", "2026-05-03"), ("3 May 2026", "2026-05-03"), ("3rd May 2026", "2026-05-03"),
        ("May 2026", "2026-05"), ("May-26", "2026-05"), ("Sept 2026", "2026-09"),
        ("MAY 2026", "2026-05"), ("2026-05-03T00:00:00", "2026-05-03"), ("2026/5/3", "2026-05-03"),
        ("03/05/2026 00:00", "2026-05-03"), ("3-5-2026", "2026-05-03"),
        ("Sun 3 May 2026", "2026-05-03"), ("Sunday, 3 May 2026", "2026-05-03"),
    ],
)  # fmt: skip
def test_days_as_people_in_britain_and_programs_write_them(typed, kept):
    assert as_day(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "5/13/2026",
        "31/4/2026",
        "2026-13",
        "Mai 2026",
        "week 3",
        "202",
        "3-2026-5",
        "3/5/2026 09:30",
    ],
)
def test_what_is_no_day_is_none(typed):
    assert as_day(typed) is None


@pytest.mark.parametrize(
    "line", ["May 2026\t12", "May 2026; 12", "May 2026, 12", '"May 2026","12"']
)
def test_the_day_and_the_number_stand_apart_in_four_ways(line):
    assert rows(line) == [("2026-05", Decimal(12))]


def test_empty_lines_and_the_names_of_columns_are_passed_over():
    found = read("Month\tComplaints\n\n2026-05\t12\n \n2026-06\t\u22127.5\n")

    assert found.heading == "Month\tComplaints"
    assert [(row.line, row.value) for row in found.rows] == [(3, 12), (5, Decimal("-7.5"))]


def test_a_title_above_the_names_of_columns_is_passed_over_too():
    found = read("\ufeffsep=;\nFalls on Alder ward\nMonth;Falls\nApr-26;3\nMay-26;n/a")

    assert found.heading == "sep=; / Falls on Alder ward / Month;Falls"
    assert [(row.line, row.on, row.value) for row in found.rows] == [(4, "2026-04", 3)]
    assert [one.line for one in found.problems] == [5]


def test_a_first_line_with_a_number_is_never_passed_over():
    assert [line for line, _why in problems("May 2026 12\nJune 2026 13")] == [1, 2]


def test_more_cells_are_what_else_to_know():
    assert [row.note for row in read("2026-05\t12\tTwo wards\tcounted").rows] == [
        "Two wards counted"
    ]


@pytest.mark.parametrize(
    ("typed", "value"), [("1,250", 1250), ("4,5", "4.5"), ("30 %", 30), ("£12.50", "12.5")]
)
def test_numbers_as_people_write_them(typed, value):
    assert rows(f"2026-05\t{typed}") == [("2026-05", Decimal(value))]


def test_a_comma_before_the_decimals_is_shown():
    assert [(row.heard, row.figure) for row in read("2026-05;4,5").rows] == [("4,5", "4.5")]


def test_beside_such_a_comma_a_thousand_can_be_read_in_two_ways():
    assert problems("2026-05;4,5\n2026-06;1,250") == [
        (2, "Is “1,250” more than a thousand, or has it decimals? Write it with a point.")
    ]


def test_beside_such_a_comma_a_point_can_be_read_in_two_ways_too():
    assert problems("2026-05;4,5\n2026-06;1.250") == [
        (2, "Is “1.250” more than a thousand, or has it decimals? Write it with a point.")
    ]


def test_points_between_thousands_before_a_comma_are_read_and_shown():
    [row] = read("01/05/2026;1.250,5").rows
    assert (row.value, row.heard) == (Decimal("1250.5"), "1.250,5")


def test_words_between_the_day_and_the_number_are_no_number():
    assert problems("1/4/2026,Alder,5") == [
        (1, "“Alder” is not a number. Leave this line out, or add it by itself.")
    ]


@pytest.mark.parametrize("number", ["1,250", "4,5"])
def test_a_comma_in_a_number_between_commas_can_be_read_in_two_ways(number):
    said = f"Is “{number}” one number? Put a tab or a semicolon after the day."
    assert problems(f"2026-05,{number}") == [(1, said)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2026-05\tn/a", "“n/a” is not a number. Leave this line out, or add it by itself."),
        ("2026-05\t", "There is no number in this line."),
        ("2026-05", "There is no number in this line."),
        (
            "5/13/2026\t4",
            "“5/13/2026” is not a day we can read. Write 3 5 2026, 2026-05-03 or May 2026.",
        ),
        ("2026-05\t123456789012", "“123456789012” is not a number."),
    ],
)
def test_what_is_wrong_is_said_of_its_line(line, why):
    [(number, said)] = problems("2026-04\t3\n" + line)

    assert number == 2
    assert said.startswith(why)


def test_too_many_lines_are_said_so():
    lines = "\n".join("2026-05\t1" for _line in range(MOST + 1))

    assert problems(lines) == [(MOST + 1, "These are 501 lines. Take no more than 500 at a time.")]


@pytest.mark.parametrize(
    "text", ["", "\n\n", '"', "\0", '"\n"', "\t\t", ",,,", "=1+1", "a" * 10_000]
)
def test_strange_text_is_no_accident(text):
    assert read(text).rows == []
