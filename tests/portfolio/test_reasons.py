"""Each reason: on the page, in the filter and in the spreadsheet, when it holds and only then."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from projects.impact.models import Measure, Reading
from projects.models import Part, Project
from projects.plan.models import Action
from projects.reasons import REASONS
from tests.factories import make_decision, make_member, make_project
from tests.portfolio.reading import rows_of, titles

TODAY = timezone.localdate


@pytest.fixture
def client(signed_in, involvement):
    return signed_in(involvement)


@pytest.fixture
def well(project, lead):
    """A project that needs nothing."""
    make_member(project, perspective="service_user")
    make_member(project, perspective="carer")
    make_decision(project, by=lead, review_on=TODAY() + timedelta(days=90))
    return project


def update(project, **fields):
    Project.objects.filter(pk=project.pk).update(**fields)


def days_ago(number):
    return timezone.now() - timedelta(days=number)


def leave(project, *perspectives):
    for member in project.memberships.here().filter(perspective__in=perspectives):
        member.leave(by=project.started_by)


def nobody_lived(project):
    leave(project, "service_user", "carer")


def no_service_user(project):
    leave(project, "service_user")
    update(project, started_at=days_ago(43))


def no_carer(project):
    leave(project, "carer")
    update(project, started_at=days_ago(43))


def quiet(project):
    update(project, last_activity_at=days_ago(31))


def decision_bare(project):
    make_decision(project, reason="")


def part_bare(project):
    Part.add(project, by=project.started_by, name="The building", state="fixed")


def must_left_out(project):
    project.checklist.filter(weight="must").first().leave_out(by=project.started_by)


def review_passed(project):
    update(project, review_on=TODAY() - timedelta(days=1))


def decision_review_passed(project):
    make_decision(project, review_on=TODAY() - timedelta(days=1))


def action_late_for_days(project, days):
    due = (TODAY() - timedelta(days=days)).isoformat()
    return Action.add(project, by=project.started_by, what="Paint the door", due=due)


def actions_late(project):
    action_late_for_days(project, 29)


def action_late_for_four_weeks_today(project):
    action_late_for_days(project, 28)


def action_done_in_the_end(project):
    action_late_for_days(project, 60).finish(by=project.started_by)


def no_update(project):
    update(project, update_due_on=TODAY() - timedelta(days=1), last_told_on=days_ago(41).date())
    project.refresh_from_db()


def update_due_today(project):
    update(project, update_due_on=TODAY())


def measured(project, step, number_days_ago, **fields):
    """At this step, with a measure whose only number was written down so long ago."""
    by = project.started_by
    measure = Measure.add(project, by=by, name="Complaints")
    if number_days_ago is not None:
        Reading.write_down(measure, by=by, on="2026", value=3)
        at = timezone.now() - timedelta(days=number_days_ago)
        Reading.objects.update(at=at)
        fields |= {"last_number_at": at, "numbers_since": at}
    update(project, stage=step, **fields)
    project.refresh_from_db()
    return measure


def no_number(project):
    measured(project, "make-the-change", 91)


def one_measure_has_waited(project):
    measured(project, "make-the-change", 91)
    other = Measure.add(project, by=project.started_by, name="Noise")
    Reading.write_down(other, by=project.started_by, on="2026", value=3)
    project.refresh_from_db()


def no_number_when_it_is_checked(project):
    measured(project, "checking-the-impact", None)


def no_measure_when_it_is_checked(project):
    update(project, stage="checking-the-impact")


def no_number_while_ideas_are_gathered(project):
    measured(project, "gather-ideas", 200)


def a_number_of_last_month(project):
    measured(project, "checking-the-impact", 90)


def nothing_is_measured_any_more(project):
    measure = measured(project, "checking-the-impact", 200)
    measure.retire(by=project.started_by, because="The change is here to stay.")


def no_service_user_before_six_weeks(project):
    leave(project, "service_user")
    update(project, started_at=days_ago(41))


def no_carer_before_six_weeks(project):
    leave(project, "carer")
    update(project, started_at=days_ago(41))


def quiet_for_29_days(project):
    update(project, last_activity_at=days_ago(29))


def proposal_without_a_reason(project):
    make_decision(project, reason="", status="proposed")


def open_part_without_a_reason(project):
    Part.add(project, by=project.started_by, name="The building", state="open")


def must_left_out_with_a_reason(project):
    must = project.checklist.filter(weight="must").first()
    must.leave_out(by=project.started_by, because="Another team does it.")


def should_left_out(project):
    project.checklist.filter(weight="should").first().leave_out(by=project.started_by)


def review_today(project):
    update(project, review_on=TODAY())


HOLDS = [
    (nobody_lived, ["nobody_lived"]),
    (no_service_user, ["no_service_user"]),
    (no_carer, ["no_carer"]),
    (quiet, ["quiet"]),
    (no_update, ["no_update"]),
    (decision_bare, ["decision_bare"]),
    (part_bare, ["part_bare"]),
    (must_left_out, ["must_left_out"]),
    (review_passed, ["review_passed"]),
    (decision_review_passed, ["review_passed"]),
    (actions_late, ["actions_late"]),
    (no_number, ["no_number"]),
    (one_measure_has_waited, ["no_number"]),
    (no_number_when_it_is_checked, ["no_number"]),
    (no_measure_when_it_is_checked, ["no_number"]),
    (no_number_while_ideas_are_gathered, []),
    (a_number_of_last_month, []),
    (nothing_is_measured_any_more, []),
    (no_service_user_before_six_weeks, []),
    (no_carer_before_six_weeks, []),
    (quiet_for_29_days, []),
    (update_due_today, []),
    (proposal_without_a_reason, []),
    (open_part_without_a_reason, []),
    (must_left_out_with_a_reason, []),
    (should_left_out, []),
    (review_today, []),
    (action_late_for_four_weeks_today, []),
    (action_done_in_the_end, []),
]


def test_every_reason_is_tried_here():
    assert {key for _make, keys in HOLDS for key in keys} == {reason.key for reason in REASONS}


@pytest.mark.parametrize(("make", "keys"), HOLDS, ids=[make.__name__ for make, _keys in HOLDS])
def test_page_filter_and_spreadsheet_agree(client, well, make, keys):
    make(well)

    words = [str(reason.said_of(well).words) for reason in REASONS if reason.key in keys]
    said = rows_of(client)[well.title].split("Where help may be welcome ")[1]
    assert said.split(" Look at ")[0] == (" ".join(words) or "Nothing at the moment")
    for reason in REASONS:
        holds = [well.title] if reason.key in keys else []
        assert titles(client, f"?reason={reason.key}") == holds
    assert titles(client, "?reason=any") == ([well.title] if keys else [])
    spreadsheet = client.get(reverse("portfolio:projects_csv")).getvalue().decode("utf-8-sig")
    row = next(csv.DictReader(StringIO(spreadsheet)))
    assert row["Reasons to offer help"] == "; ".join(words)


def test_an_empty_team_after_six_weeks_is_found_by_each_of_its_reasons(client, well):
    nobody_lived(well)
    update(well, started_at=days_ago(43))

    for key in ("nobody_lived", "no_service_user", "no_carer"):
        assert titles(client, f"?reason={key}") == [well.title]


@pytest.mark.parametrize("status", ["stopped", "not_collaborative", "complete"])
def test_a_project_that_has_ended_is_not_offered_help(client, well, status):
    for make in (nobody_lived, decision_bare, must_left_out, review_passed):
        make(well)
    well.turn(status, by=well.started_by, because="It is over.")
    update(well, last_activity_at=days_ago(60), started_at=days_ago(60))

    assert titles(client, f"?status={status}") == [well.title]
    assert titles(client, f"?status={status}&reason=any") == []
    assert "Nothing at the moment" in rows_of(client, f"?status={status}")[well.title]


def test_a_paused_project_is_only_reminded_of_its_date(client, well):
    nobody_lived(well)
    well.turn("paused", by=well.started_by, because="Summer.")
    update(well, last_activity_at=days_ago(60))
    assert titles(client, "?status=paused&reason=any") == []

    review_passed(well)

    assert titles(client, "?status=paused&reason=any") == [well.title]
    assert titles(client, "?status=paused&reason=review_passed") == [well.title]


def test_the_words_invite():
    """No alarm words, and nothing that blames someone."""
    words = " ".join(str(reason.words).lower() for reason in REASONS)
    for alarm in ("overdue", "missing", "failed", "failing", "late", "risk", "red", "must"):
        assert alarm not in words.split()


def test_more_of_the_same_makes_no_second_reason(client, well, lead):
    decision_bare(well)
    decision_bare(well)
    make_project(well.organisation, "Another", by=lead)

    assert titles(client, "?reason=decision_bare") == [well.title]
