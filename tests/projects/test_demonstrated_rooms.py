"""Every room of the first five stages has something to look at in the demonstration."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import Organisation, User
from projects.cases.demonstration import NAME, keep_a_record
from projects.evidence.models import CheckedGroup, EqualityVersion, Source
from projects.files.kinds import Kind
from projects.files.looking.look import look_into
from projects.files.models import File
from projects.ideas.heard import who_was_heard
from projects.ideas.models import Giver, Idea, MeToo, OpenQuestion, Outcome, Session
from projects.impact.models import Measure, Reading, Story
from projects.models import Activity, Project
from projects.payment.models import Claim, PaymentKeeper, PaymentOffer
from projects.plan.models import Action, PlanChange
from projects.public import public_page_of
from projects.team.models import JoinPage
from projects.transfer.rules import CARRIED
from proposals.models import Proposal
from stages.importing import import_edition
from tests.projects.transfer.conftest import OF_THE_WORLD, data_of, put_in, taken_out

GUIDE = Path("stages") / "data" / "first-edition.yaml"
VISITS = "Example: Visiting hours that suit families"
FURTHER = {"gather-ideas", "make-the-change", "checking-the-impact"}


@pytest.fixture(scope="module")
def demonstration(made_once):
    def make():
        import_edition(GUIDE.read_bytes(), publish=True)
        call_command("demonstration")

    made_once(make)


@pytest.fixture
def visits(demonstration, db):
    return Project.objects.get(title=VISITS)


@pytest.fixture
def made_up(demonstration, db):
    """Active projects that are further on than Understand What's Around."""
    active = Project.objects.filter(organisation__name=NAME, status="active", stage__in=FURTHER)
    assert active.count() == 3
    return active


def person(name):
    return User.objects.get(email=f"{name}@collab.example")


def test_projects_that_have_come_far_have_something_in_each_room(made_up):
    for project in made_up:
        for room in ("groups", "sources", "checked_groups", "measures", "stories", "parts",
                     "ideas", "sessions", "themes"):  # fmt: skip
            assert getattr(project, room).exists(), (project, room)
        assert project.purpose
        assert project.equality_versions.count() >= 2
        assert project.decisions.exclude(ideas=None).exists()
        assert project.is_published


def test_a_team_has_gaps_a_purpose_a_notice_and_an_offer(visits):
    assert set(visits.groups.values_list("here", flat=True)) == {"yes", "no", ""}
    assert who_was_heard(visits).not_reached
    assert visits.purpose
    assert PaymentOffer.objects.filter(pays="rates").count() == 2
    assert [page.has_details for page in JoinPage.objects.all()] == [True, True]


def test_rates_are_paid_and_claims_wait_for_their_keeper(visits):
    rates = Organisation.objects.get(name=NAME).rates
    assert (rates.in_force().count(), rates.earlier().count()) == (4, 1)
    assert PaymentKeeper.of(visits) == person("lead")
    asked = Claim.objects.visible_to(person("lead"))
    assert sorted(asked.values_list("status", flat=True)) == ["asked", "asked", "paid"]
    assert all(claim.asked_at < timezone.now() - timedelta(days=1) for claim in asked)


def test_sources_are_of_each_kind_but_one_that_is_named(visits):
    kinds = set(visits.sources.values_list("kind", flat=True))
    assert set(Source.Kind.values) - kinds == {"research"}


def test_files_are_what_they_say_and_have_words(visits):
    files = File.objects.filter(project__organisation__name=NAME)
    assert {file.kind for file in files} == {Kind.TEXT, Kind.PNG}
    for file in files:
        content = b"".join(file.chunks())
        assert look_into(file.name, content) == file.kind
        assert file.alternative


def test_the_equality_check_has_rows_two_versions_and_something_late(visits):
    first, second = visits.equality_versions.order_by("number")
    assert (first.why, second.why) == ("first", "deciding")
    assert first.rows != second.rows
    assert first.kept_on < second.kept_on < timezone.localdate()
    rows = CheckedGroup.objects.filter(project=visits)
    assert rows.exclude(done_on=None).exists()
    assert rows.overdue().exists()


def test_measures_have_a_number_from_before_and_one_has_a_later_one(visits):
    measures = Measure.objects.filter(project__organisation__name=NAME)
    assert not measures.exclude(readings__is_baseline=True).exists()
    assert Reading.objects.filter(is_baseline=False).exists()
    assert set(visits.stories.values_list("sharing", flat=True)) == {"team", "public"}


def test_a_plan_has_something_late_something_tried_and_a_change(made_up):
    making = made_up.get(stage="make-the-change")
    assert {*making.actions.values_list("state", flat=True)} == {"to_do", "done", "stopped"}
    assert making.actions.overdue().exists()
    [test] = making.small_tests.all()
    assert [cycle.choice for cycle in test.cycles.all()] == ["change", ""]
    assert {*making.approvals.values_list("state", flat=True)} == {"needed", "had"}
    assert making.plan_changes.get().decisions.exists()
    for project in made_up.exclude(stage="gather-ideas"):
        assert project.aims.newest().sentence.endswith(".")


def test_a_question_is_open_with_answers_to_read_and_one_is_closed(visits):
    asked, closed = visits.open_questions.order_by("closed_at", "pk")[:2]
    if asked.closed_at:
        asked, closed = closed, asked
    assert (asked.is_open, closed.is_open) == (True, False)
    assert visits.ideas.waiting().filter(question=asked).count() == 2
    assert visits.ideas.filter(door="refused").exclude(refused_because="").count() == 1
    assert Giver.objects.with_contact().filter(idea__project=visits).exists()
    assert closed.closed_at < timezone.now() - timedelta(days=1)


def test_ideas_come_in_each_way_and_stand_at_each_point(visits):
    shown = visits.ideas.shown()
    assert set(shown.values_list("way", flat=True)) == set(Idea.Way.values) - {"record"}
    assert set(shown.values_list("status", flat=True)) == set(Idea.Status.values)
    assert set(visits.sessions.values_list("way", flat=True)) == set(Session.Way.values)
    assert MeToo.objects.filter(idea__project=visits).exists()
    assert shown.exclude(decisions=None).count() == 4
    assert visits.sessions.exclude(answered_on=None).count() == 1
    assert visits.sessions.filter(answered_on=None).count() == 2


def test_the_involvement_team_has_proposals_to_answer_and_each_answer(visits):
    proposals = Proposal.objects.visible_to(person("involvement"))
    states = proposals.order_by("state").values_list("state", flat=True)
    assert list(states) == ["accepted", "joined", "refused", "waiting", "waiting"]
    assert proposals.get(state="joined").became.project == visits
    accepted = proposals.get(state="accepted")
    assert (accepted.project.stage, accepted.proposed_by) == ("big-idea", person("carer"))


def test_a_public_page_has_parts_decisions_and_a_question(visits):
    page = public_page_of(visits)
    assert len(page["decisions"]) == 2
    assert [question.is_open for question, _address in page["questions"]] == [True]


def test_anyone_reads_what_people_said_what_was_done_and_what_could_not_be(visits, client):
    page = client.get(f"/frontdoor/{visits.pk}/you-said-we-did/").text
    assert "A lamp at the bed" in page and "We could not, because…" in page

    plan = Project.objects.get(title="Example: Leaving hospital with a plan you can read")
    page = client.get(f"/frontdoor/{plan.pk}/you-said-we-did/").text
    assert "The phone number as big as a thumb." in page
    assert "Write each line of the calendar page again in easy words" in page


def test_what_is_dated_lies_in_the_past_and_follows_what_came_before(visits):
    yesterday, now = timezone.localdate() - timedelta(days=1), timezone.now()
    for project in Project.objects.all():
        began = timezone.localdate(project.started_at)
        days = [
            *project.ideas.values_list("given_on", flat=True),
            *EqualityVersion.objects.filter(project=project).values_list("kept_on", flat=True),
            *project.checked_groups.exclude(done_on=None).values_list("done_on", flat=True),
            *project.actions.exclude(done_on=None).values_list("done_on", flat=True),
            *project.sessions.exclude(answered_on=None).values_list("answered_on", flat=True),
        ]
        assert all(began <= day <= yesterday for day in days), project
    times = [
        *Outcome.objects.values_list("at", flat=True),
        *Session.objects.values_list("recorded_at", flat=True),
        *Reading.objects.values_list("at", flat=True),
        *Story.objects.values_list("told_at", flat=True),
        *Action.objects.values_list("added_at", flat=True),
        *PlanChange.objects.values_list("at", flat=True),
        *File.objects.values_list("added_at", flat=True),
        *Source.objects.values_list("added_at", flat=True),
        *OpenQuestion.objects.exclude(closed_at=None).values_list("closed_at", flat=True),
        *Proposal.objects.exclude(answered_at=None).values_list("answered_at", flat=True),
    ]
    assert max(times) < now - timedelta(days=1)


def test_an_idea_is_given_before_something_becomes_of_it(visits):
    for outcome in Outcome.objects.select_related("idea"):
        assert outcome.idea.given_on <= timezone.localdate(outcome.at)


def test_no_line_of_activity_tells_who_claimed_or_what_was_not_taken_in(visits):
    lines = Activity.objects.filter(project=visits)
    assert not lines.filter(subject__icontains="bus fare").exists()
    assert not lines.filter(subject__icontains="tall nurse").exists()
    assert not lines.filter(note__icontains="tall nurse").exists()


def test_one_team_shows_how_it_works_together(visits):
    ways = visits.ways.standing().get()
    newest, first = visits.check_ins.closed()

    assert (len(ways.lines), ways.voices.filter(agrees=False).count()) == (5, 1)
    assert (newest.answered, first.answered) == (6, 6)
    assert newest.spreads.filter(side="all").count() == 12
    assert newest.action.what.startswith("Send the notes")
    assert newest.opened_on > first.closed_on
    for one in (newest, first):
        page = f"/projects/{visits.pk}/partnership/check-in/{one.pk}/"
        lines = visits.activity.filter(url__startswith=page).values_list("subject", flat=True)
        assert set(lines) == {str(one)}
    assert visits.check_ins.filter(closed_on=None, closes_on__gt=timezone.localdate()).count() == 1
    assert visits.meeting_roles.values("on").distinct().count() == 4


def test_each_project_goes_to_another_place_and_comes_back_the_same(demonstration, db):
    """Together with those of `tests.world` they have a row of each kind that travels."""
    tried = set(OF_THE_WORLD) | {"projects.ImportedCase", "projects.CaseEntry"}
    for project in Project.objects.filter(organisation__name=NAME):
        file = taken_out(project)
        tried |= {label for label, rows in data_of(file)["rows"].items() if rows}
        assert taken_out(put_in(file)).getvalue() == file.getvalue(), project

    assert set(CARRIED) - tried == set()


def test_a_project_that_has_ended_has_a_record_and_gets_no_second_one(demonstration, db):
    record = keep_a_record()

    assert record.project.is_closed
    assert all(record.as_it_was().values())
    assert keep_a_record() == record
