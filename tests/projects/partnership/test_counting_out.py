"""What is kept when a check-in closes: nothing that fewer than five people said."""

import pytest

from projects.models import Activity
from projects.partnership.models import CheckIn, Remark, Spread
from projects.partnership.models.results import Lean, lean_of


def spreads(side="all"):
    return {one.key: one.counts for one in Spread.objects.filter(side=side)}


def test_four_answers_leave_nothing(check_in, members, answer_all, lead):
    answer_all(members[:4], [5] * 4, words={0: {"PC-A": "Hello"}})
    check_in.close(by=lead)

    assert (check_in.answered, Spread.objects.count(), Remark.objects.count()) == (None, 0, 0)


def test_five_answers_are_shown(check_in, members, answer_all, lead):
    answer_all(members[:5], [5, 4, 3, 2, 1], words={0: {"PC-A": "Hello"}})
    check_in.close(by=lead)

    assert (check_in.answered, spreads()["PC-1"]) == (5, [1, 1, 1, 1, 1])
    assert [one.text for one in Remark.objects.all()] == ["Hello"]


def test_a_question_that_four_answered_is_not_kept(check_in, members, lead):
    for number, member in enumerate(members[:6]):
        answers = {"PC-1": 4} | ({"PC-2": 4} if number < 4 else {})
        check_in.give(member, answers=answers, words={}, side="")
    check_in.close(by=lead)

    assert set(spreads()) == {"PC-1"}


def test_sides_stand_beside_each_other_when_each_has_five(check_in, members, answer_all, lead):
    answer_all(members[:11], [5] * 5 + [1] * 6, ["staff"] * 5 + ["lived"] * 6)
    check_in.close(by=lead)

    assert (spreads("staff")["PC-1"], spreads("lived")["PC-1"]) == (
        [0, 0, 0, 0, 5],
        [6, 0, 0, 0, 0],
    )


def test_not_when_one_side_has_four(check_in, members, answer_all, lead):
    answer_all(members[:9], [5] * 4 + [1] * 5, ["staff"] * 4 + ["lived"] * 5)
    check_in.close(by=lead)

    assert (spreads("staff"), spreads("lived")) == ({}, {})


def test_a_few_others_are_not_found_by_taking_both_sides_away(check_in, members, answer_all, lead):
    """Twelve in all, five and five: the two others would stand in the difference."""
    answer_all(members, [5] * 5 + [1] * 5 + [3] * 2, ["staff"] * 5 + ["lived"] * 5 + [""] * 2)
    check_in.close(by=lead)

    assert spreads()["PC-1"] == [5, 0, 2, 0, 5]
    assert (spreads("staff")["PC-1"], spreads("lived")["PC-1"]) == ([], [])
    leans = {one.side: one.lean for one in Spread.objects.filter(key="PC-1")}
    assert leans == {"all": "split", "staff": "agree", "lived": "disagree"}


@pytest.fixture
def with_papers(project, lead, members, in_a_week):
    """`with_papers(papers, own)`: so many on paper, all of one kind, and so many here."""

    def opened(papers, own, sides=("", "")):
        check_in = CheckIn.open(
            project, by=lead, closes_on=in_a_week, on_paper=members[len(own) :][: len(papers)]
        )
        for member, answers in zip(members, own, strict=False):
            check_in.give(member, answers=answers, words={"PC-A": "Here."}, side=sides[0])
        for number, answers in enumerate(papers):
            check_in.give_paper(mark=f"{number}", answers=answers, words={}, side=sides[1])
        return check_in

    return opened


@pytest.mark.parametrize("own", [1, 4])
def test_whoever_typed_in_the_papers_cannot_take_them_away_from_a_few_others(
    with_papers, lead, own
):
    """Five papers, true or made up, and one person who answered here: the rest is theirs."""
    check_in = with_papers([{"PC-1": 5}] * 5, [{"PC-1": 1}] * own)
    check_in.close(by=lead)

    assert (check_in.answered, Spread.objects.count(), Remark.objects.count()) == (None, 0, 0)


def test_papers_beside_five_others_are_shown(with_papers, lead):
    check_in = with_papers([{"PC-1": 5}] * 6, [{"PC-1": 1}] * 5)
    check_in.close(by=lead)
    assert (check_in.answered, spreads()["PC-1"]) == (11, [5, 0, 0, 0, 6])


def test_papers_alone_are_shown(with_papers, lead):
    only_papers = with_papers([{"PC-1": 4}] * 5, [])
    only_papers.close(by=lead)
    assert only_papers.answered == 5


def test_a_question_that_a_few_answered_beside_the_papers_is_not_kept(with_papers, lead):
    own = [{"PC-1": 1, "PC-2": 1}] * 2 + [{"PC-1": 1}] * 3
    with_papers([{"PC-1": 5, "PC-2": 5}] * 5, own).close(by=lead)

    assert set(spreads()) == {"PC-1"}


def test_a_side_of_papers_and_a_few_others_stands_for_itself_nowhere(
    project, lead, members, in_a_week
):
    """Eleven here; with the papers, six bring lived experience: two of them answered here."""
    check_in = CheckIn.open(project, by=lead, closes_on=in_a_week, on_paper=members[8:12])
    for number, member in enumerate(members[:8]):
        side = "lived" if number < 2 else "staff"
        check_in.give(member, answers={"PC-1": 3}, words={}, side=side)
    for number in range(4):
        check_in.give_paper(mark=f"{number}", answers={"PC-1": 5}, words={}, side="lived")
    check_in.close(by=lead)

    assert spreads()["PC-1"] == [0, 0, 8, 0, 4]
    assert (spreads("lived"), spreads("staff")) == ({}, {})


def test_results_never_come_before_it_is_closed_and_never_change_after(
    check_in, members, answer_all, lead
):
    answer_all(members[:6], [4] * 6)
    assert not Spread.objects.exists()
    check_in.close(by=lead)
    check_in.close(by=lead)

    assert Activity.objects.filter(what="closed:").count() == 1
    assert spreads()["PC-1"] == [0, 0, 0, 6, 0]


def test_only_opening_and_closing_are_activity(check_in, members, answer_all, lead, project):
    lines = project.activity.count()
    answer_all(members[:6], [4] * 6)

    assert project.activity.count() == lines
    check_in.close(by=lead)
    assert [line.what for line in project.activity.all()[:2]] == ["closed:", "opened:"]


def test_it_closes_by_itself_after_the_last_day(check_in, members, answer_all):
    answer_all(members[:6], [4] * 6)
    CheckIn.objects.update(closes_on="2020-01-01")

    assert CheckIn.objects.settle() == 1
    assert CheckIn.objects.settle() == 0
    assert CheckIn.objects.get().answered == 6


@pytest.mark.parametrize(
    ("counts", "lean"),
    [
        ([0, 0, 0, 4, 2], Lean.AGREE),
        ([3, 2, 1, 0, 0], Lean.DISAGREE),
        ([3, 0, 0, 0, 3], Lean.SPLIT),
        ([0, 0, 5, 1, 0], Lean.UNSURE),
        ([1, 0, 2, 3, 0], Lean.RATHER_YES),
        ([0, 5, 3, 1, 0], Lean.RATHER_NO),
    ],
)
def test_how_answers_lie_is_a_word_and_no_average(counts, lean):
    assert lean_of(counts) == lean
