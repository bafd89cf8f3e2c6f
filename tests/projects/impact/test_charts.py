"""What a chart is made of, and its sentences; the rules themselves are in `test_rules.py`."""

from decimal import Decimal
from itertools import pairwise

import pytest

from projects.impact.charts import LABEL, MARKS, NAMED, chart_of, scale, short
from projects.impact.models import Measure, Reading
from projects.plan.models import Action, PlanChange, SmallTest
from tests import factories


@pytest.fixture
def chart(project, lead):
    """`chart("down", before, later)` is the picture of these numbers, a month apart."""

    def made(direction, before, later, **options):
        measure = Measure.add(project, by=lead, name="Noise", direction=direction)
        rows = [
            {"on": f"{2020 + place // 12}-{place % 12 + 1:02}", "value": Decimal(value),
             "note": "", "is_baseline": place < len(before)}
            for place, value in enumerate([*before, *later])
        ]  # fmt: skip
        Reading.write_down_many(measure, rows, by=lead)
        return chart_of(project.measures.with_picture().get(pk=measure.pk), **options)

    return made


BEFORE = [12, 14, 11, 13, 15, 12, 10, 13, 14, 12]


@pytest.mark.parametrize(
    ("direction", "how"),
    [("down", "better than before"), ("up", "worse than before"), ("none", "lower than before")],
)
def test_the_last_eight_in_the_words_of_the_way_that_is_better(chart, direction, how):
    found = chart(direction, BEFORE, [9, 8, 9, 8, 9, 8, 9, 8])

    assert found.sentences == [f"The last eight are all {how}: that is unlikely to be chance."]
    assert found.middle == Decimal("12.5")
    assert [point.shows for point in found.points].count(True) == 8


def test_numbers_of_before_the_change_do_not_count_as_better_than_before(chart):
    found = chart("down", BEFORE, [9, 8, 9, 8, 9])

    assert found.sentences == [
        "The last six are all on the better side of the middle line: that is unlikely to be chance."
    ]


def test_a_number_of_before_on_the_middle_line_takes_nothing_from_those_after(chart):
    found = chart("down", [13, 14, 12, 13, 14, 12, 13, 14, 12, 13], [7, 6, 7, 6, 7, 6, 7, 6])

    assert found.sentences[0].startswith("The last eight are all better than before:")


def test_what_did_not_last_is_said_so(chart):
    found = chart("down", BEFORE, [9, 8, 9, 8, 9, 8, 14])

    assert found.sentences == [
        "From November 2020 to April 2021, six in a row were better than before: that is unlikely "
        "to be chance. Later ones are not."
    ]


def test_a_shift_before_the_change_is_no_effect_of_it(chart):
    found = chart("down", [12, 9, 12, 9, 6, 6, 6, 6, 6, 6, 12, 12], [9, 12, 6])

    assert found.sentences[0].startswith("Already before the change, from May 2020 to October 2020")


def test_a_trend_that_still_goes_on(chart):
    found = chart("up", [5, 6] * 5, [3, 4, 5, 6, 7])

    assert found.sentences == [
        "The last five got better and better: that is unlikely to be chance."
    ]


def test_numbers_that_jump_are_said_so(chart):
    found = chart("none", [5, 7] * 6, [])

    assert found.sentences[0].startswith("The numbers jump across the middle line more often")


def test_nothing_unusual_is_said_so(chart):
    found = chart("down", BEFORE, [13, 11, 14, 12])

    assert found.sentences == [
        "The numbers go up and down as they would by chance. No change can be seen yet."
    ]


def test_with_few_numbers_from_before_the_middle_is_that_of_all_and_this_is_said(chart):
    found = chart("down", BEFORE[:4], [9, 13, 8, 14, 9, 13])

    assert found.middle_words == "Middle of all numbers: 12.5"
    assert found.sentences[-1].startswith("Only 4 numbers are from before the change. With ten,")


@pytest.mark.parametrize("direction", ["up", "down", "none"])
def test_no_sentence_says_that_the_change_did_it(chart, direction):
    said = " ".join(chart(direction, BEFORE, [9, 8, 7, 6, 5, 4, 3, 2]).sentences)

    for word in ("because", "caused", "thanks", "worked", "due to", "led to"):
        assert word not in said


def test_words_and_times_without_a_day_are_in_the_table_only(project, lead, measure):
    Reading.write_down(measure, by=lead, on="2025", words="300 to 350")
    Reading.write_down(measure, by=lead, period="the first year", value=Decimal(3))
    found = chart_of(project.measures.with_picture().get())

    assert found.points == []
    assert found.sentences == ["There is no number with a day yet, so there is nothing to draw."]


def test_days_and_months_and_years_stand_in_their_order(project, lead, measure):
    for on in ("2026-05-03", "2025", "2026-05", "2026-04-30"):
        Reading.write_down(measure, by=lead, on=on, value=Decimal(3))
    found = chart_of(project.measures.with_picture().get())

    assert [one.reading.on for one in found.points] == [
        "2025",
        "2026-04-30",
        "2026-05",
        "2026-05-03",
    ]
    assert [one.x for one in found.points] == sorted({one.x for one in found.points})


@pytest.fixture
def finished(project, lead):
    """`finished("2025-03-02", …)`: an action for each day, done on it."""

    def made(*days, **fields):
        actions = []
        for number, on in enumerate(days):
            action = Action.add(project, by=lead, what=f"Action {number}", **fields)
            action.finish(by=lead)
            Action.objects.filter(pk=action.pk).update(done_on=on)
            actions.append(action)
        return actions

    return made


@pytest.fixture
def picture(project, lead, many_numbers):
    """`picture(actions, 13)` is the chart of so many numbers which shows what these did."""

    def made(actions, many=13, **options):
        measure = many_numbers(10, many - 10)
        measure.show(actions, by=lead)
        return chart_of(project.measures.with_picture().get(pk=measure.pk), **options)

    return made


def test_only_the_newest_places_are_drawn_each_with_a_number(finished, picture):
    found = picture(finished(*(f"2025-{month:02}-15" for month in range(1, MARKS + 3))))

    assert (len(found.marks), found.earlier_marks) == (MARKS, 2)
    assert [mark.number for mark in found.marks] == list(range(1, MARKS + 1))
    assert [mark.x for mark in found.marks] == sorted({mark.x for mark in found.marks})
    assert [len(mark.changes) for mark in found.marks] == [1] * MARKS


def test_with_room_between_two_numbers_each_change_has_a_line(chart, finished, lead, project):
    found = chart("down", [12], [9])
    found.measure.show(finished("2020-01-05", "2020-01-09", "2020-01-20"), by=lead)
    found = chart_of(project.measures.with_picture().get())

    assert [len(mark.changes) for mark in found.marks] == [1, 1, 1]
    assert all(found.points[0].x < mark.x < found.points[1].x for mark in found.marks)


def test_fifteen_changes_in_a_month_are_one_line_that_names_the_newest(finished, picture):
    found = picture(finished("2025-03-15", *(f"2025-06-{day:02}" for day in range(2, 17))))

    first, second = found.marks
    assert (len(first.changes), first.more, found.earlier_marks) == (1, 0, 0)
    assert (len(second.changes), second.more) == (NAMED, 15 - NAMED)
    assert second.changes[-1].when == "16 June 2025"
    assert second.in_words.endswith("Done: Action 15 (16 June 2025); and 10 earlier ones")


def test_numbers_of_lines_that_stand_close_do_not_lie_on_each_other(finished, picture):
    found = picture(finished(*(f"2025-{month:02}-15" for month in range(1, 8))), 60)

    badges = [(mark.x, mark.row) for mark in found.marks]
    for place, (x, row) in enumerate(badges):
        assert all(other != row or abs(x - left) >= 18 for left, other in badges[:place])
    assert found.above > 0


def test_what_small_tests_led_to_and_changes_of_plan_are_marked(project, lead, picture):
    decision = factories.make_decision(project, decided="2025-02")
    action = Action.add(project, by=lead, what="Softer doors", decision=decision)
    first = {"plan": "Try it.", "prediction": "Less noise."}
    for choice, about in (("keep", action), ("change", decision), ("stop", action)):
        link = {"action" if about == action else "decision": about}
        test = SmallTest.begin(project, by=lead, first=first, name=f"To {choice}", **link)
        test.choose(choice, by=lead, next_step="So we do it.")
    said = {"kind": "delay", "because": "Money.", "next_step": "We ask in May."}
    PlanChange.tell(project, by=lead, what="Doors come later", decisions=[decision], **said)
    PlanChange.tell(project, by=lead, what="Another room", **said)

    changes = [one.words for mark in picture([action]).marks for one in mark.changes]

    assert changes == [
        f"Decided: {decision.question}",
        "Changed after a small test: To change",
        "Kept after a small test: To keep",
        "The plan changed: Doors come later",
    ]


def test_what_is_private_is_not_marked_on_paper(project, lead, many_numbers):
    measure = many_numbers(10, 3)
    private = {"sharing": "private"}
    decision = factories.make_decision(project, decided="2025-05", **private)
    done = Action.add(project, by=lead, what="Softer doors", decision=decision, **private)
    done.finish(by=lead)
    first = {"plan": "Try it.", "prediction": "Less noise."}
    test = SmallTest.begin(project, by=lead, first=first, name="Lids", action=done, **private)
    test.choose("keep", by=lead, next_step="So we do it.")
    said = {"kind": "delay", "what": "Later", "because": "Money.", "next_step": "In May."}
    PlanChange.tell(project, by=lead, decisions=[decision], **said, **private)
    measure.show([done], by=lead)
    fetched = project.measures.with_picture().get(pk=measure.pk)

    assert sum(len(mark.changes) for mark in chart_of(fetched).marks) == 4
    assert chart_of(fetched, for_paper=True).marks == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3, 14], (0, 15, 5)), ([90, 97], (90, 98, 2)), ([7, 7], (6, 8, "0.5")),
        ([-5, 5], (-5, 5, 5)), ([0, 0], (-1, 1, "0.5")), (["0.2", "0.9"], (0, 1, "0.5")),
        ([1200, 98000], (0, 100000, 50000)),
    ],
)  # fmt: skip
def test_the_lines_across_are_round_numbers(values, expected):
    assert scale([Decimal(value) for value in values]) == tuple(Decimal(one) for one in expected)


@pytest.mark.parametrize(
    ("on", "words"),
    [("2026", "2026"), ("2026-05", "May 26"), ("2026-05-03", "3 May 26"),
     ("2026-01 to 2026-03", "Jan 26")],
)  # fmt: skip
def test_days_in_few_letters(on, words):
    assert short(on) == words


def test_the_picture_in_words(chart):
    said = chart("down", BEFORE, [9, 8]).in_words

    assert said.startswith("12 numbers from January 2020 to December 2020, from 8 to 15. Middle be")


@pytest.mark.parametrize(("many", "shown"), [(2, 2), (5, 3), (6, 3), (8, 3), (12, 3), (60, 3)])
def test_the_days_under_the_picture_do_not_lie_on_each_other(chart, many, shown):
    labels = chart("down", [], range(many)).labels
    begin = {"middle": LABEL / 2, "end": LABEL}
    spans = [(x - begin[anchor], x - begin[anchor] + LABEL) for x, anchor, _words in labels]

    assert len(spans) == shown
    assert all(right <= left for (_left, right), (left, _right) in pairwise(spans))
    assert spans[0][0] > 0
    assert spans[-1][1] <= 340
