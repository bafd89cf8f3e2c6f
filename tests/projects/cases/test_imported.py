"""What a case looks like once it is a project."""

import pytest
from django.db import transaction
from django.urls import reverse

from projects.cases.importing import import_case
from projects.cases.reading import read_file
from projects.cases.sections import YOU_SAID
from projects.models import Project
from tests import factories
from tests.hands import hands_of
from tests.projects.cases.conftest import OXLEAS, make_guide


@pytest.fixture(scope="module")
def imported_once(django_db_setup, django_db_blocker):
    """A case with its news in disorder, imported for all tests that only look."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_guide()
        document = read_file(OXLEAS)
        document["updates"].reverse()
        yield import_case(document, lead=factories.make_user("Asha"))
        transaction.set_rollback(True)


@pytest.fixture
def imported(imported_once, db):
    return Project.objects.get(pk=imported_once.pk)


def test_a_case_becomes_a_project(imported, case):
    assert imported.title == case["title"]
    assert imported.idea == case["summary"]
    assert imported.problem == case["problem"]
    assert imported.origin == "team"
    assert imported.origin_note == case["origin_note"]
    assert imported.affected == f"People in {case['where']}."
    assert imported.organisation.name == "Oxleas NHS Foundation Trust"
    assert imported.is_example
    assert not imported.is_published
    assert imported.started_by.name == "Asha"
    assert imported.stage == "make-the-change"
    assert imported.version == imported.activity.count()


def test_every_row_of_what_is_open_is_there_in_order(imported, case):
    assert [
        {"part": p.name, "state": p.state, "level": p.level, "reason": p.because}
        for p in imported.parts.all()
    ] == [
        {name: part[name] for name in ("part", "state", "level", "reason")}
        for part in case["open_fixed"]
    ]


def test_the_team_is_there_by_role_and_without_email(imported, case):
    team = imported.memberships.filter(role="participant").select_related("user")
    assert [(m.user.name, m.user.email, m.perspective, m.speaks_for) for m in team] == [
        (member["role"], None, member["perspective"], member["speaks_for"])
        for member in case["team"]
    ]
    assert (imported.service_users, imported.carers) == (4, 1)


def test_each_answer_is_there_with_its_note_and_who_gave_it(imported, case):
    items = imported.checklist.exclude(value="")
    assert {item.key: (item.value, item.note) for item in items} == {
        key: (answer["state"], answer["note"]) for key, answer in case["checklist"].items()
    }
    assert {item.answered_by.name for item in items} == {"Asha"}


def test_the_projects_figures_are_those_of_its_checklist(imported):
    assert imported.items_done == imported.checklist.done().count()
    assert imported.items_needed == imported.checklist.needed().count()


def test_decisions_are_agreed_with_options_and_who_said_otherwise(imported):
    question = "Is the method safe for people who have been very unwell?"
    decision = imported.decisions.get(question=question)
    assert decision.is_agreed
    assert decision.options_list == ["Use it as it is", "Adapt it"]
    assert decision.by_whom == "Project team"
    assert decision.decided == "2012"
    assert decision.dissent == "Staff and patients were asked for a lot; it was called a big ask"
    others = imported.decisions.exclude(pk=decision.pk)
    assert set(others.values_list("dissent", flat=True)) == {"None found"}


def test_what_people_were_told_is_there_with_its_dates_in_their_order(imported, case):
    told = imported.updates.order_by("pk")

    assert [(one.headline, one.text, one.told_on) for one in told] == [
        (said["headline"], said["text"], said["date"])
        for said in sorted(case["updates"], key=lambda said: said["date"])
    ]
    assert all(one.is_sent for one in told)


def test_what_people_asked_stands_beside_its_answer(imported, case):
    asked = imported.asked_questions.answered().order_by("pk")

    assert [(one.question, one.answers.get().text, one.answered_on) for one in asked] == [
        (said["question"], said["answer"], said["date"]) for said in case["questions_and_answers"]
    ]


def test_each_action_has_who_and_when_and_its_decision(imported, case):
    actions = imported.actions.select_related("owner__user", "decision").order_by("pk")

    assert [(one.what, one.who, one.due, one.state, one.done_on) for one in actions] == [
        (said["what"], said["who_role"], said["due"], "done", None) for said in case["actions"]
    ]
    assert {one.what: one.decision.question for one in actions if one.decision} == {
        said["what"]: said["decision"] for said in case["actions"] if "decision" in said
    }
    by_members = {one.what for one in actions if one.owner}
    assert by_members == {
        "Film and edit interviews", "Hold the joint event", "Make the admission film",
        "Change the triage routine",
    }  # fmt: skip


def test_each_measure_has_its_numbers_and_what_it_shows(imported, case):
    complaints, change, staff = imported.measures.order_by("pk")

    assert [str(one.in_words) for one in complaints.readings.all()] == [
        "0 (first 23 months after the change)"
    ]
    before, after = change.readings.standing()
    assert (before.is_baseline, before.in_words, after.in_words) == (
        True, "0 (2012)", "−80 (January 2014, 14 months)",
    )  # fmt: skip
    assert not staff.readings.exists()
    assert {one.what for one in change.actions.all()} == set(case["measures"][1]["actions"])


def test_what_was_learned_is_on_the_shelf(imported, case):
    lessons = imported.lessons.order_by("pk")

    assert [one.text for one in lessons] == [said["text"] for said in case["learning"]]
    assert all(one.is_on_shelf for one in lessons)


def test_you_said_we_did_stands_in_the_thread_and_nowhere_else(imported, case):
    said = imported.ideas.filter(came_from=YOU_SAID).order_by("pk")

    assert [(one.text, one.because.splitlines()) for one in said] == [
        (entry["said"], [entry["did_or_could_not"], entry["reason"]])
        for entry in case["you_said_we_did"]
    ]
    assert [one.status for one in said] == ["used", "partly", "looking", "used"]
    page = hands_of(imported.started_by).get(reverse("story:index", args=[imported.pk]))
    for entry in case["you_said_we_did"][:2]:
        assert entry["said"] in page.text


def test_a_thread_goes_from_what_was_said_to_the_last_number(imported):
    idea = imported.ideas.get(text__startswith="Show what a well-run arrival")
    [decision] = idea.decisions.all()
    actions = decision.actions.all()

    assert {one.what for one in actions} == {"Make the admission film", "Change the triage routine"}
    measures = {measure for one in actions for measure in one.measures.all()}
    assert "Change in complaints" in {measure.name for measure in measures}


def test_every_list_of_a_case_is_in_a_room(imported, case):
    """Nothing but what is said of the case itself is only kept: all else is rows of ours."""
    kept = set(imported.case_entries.values_list("section", flat=True))
    lists = {name for name, value in case.items() if isinstance(value, list)}

    assert lists - kept == {"organisations", "sources", "problem_source"}


def test_it_walks_from_step_to_step_and_the_cases_note_says_why_it_is_there(imported, case):
    assert [(move.to_stage, move.because) for move in imported.moves.all()] == [
        ("decision-time", "The case had come this far."),
        ("building-the-team", "The case had come this far."),
        ("understand-whats-around", "The case had come this far."),
        ("gather-ideas", "The case had come this far."),
        ("make-the-change", case["checklist_as_of"]["note"]),
    ]


def test_the_register_of_sources_is_that_of_the_case(imported, case):
    sources = imported.sources.order_by("pk")
    assert [(one.sort, one.title, one.dated, one.finding, one.link) for one in sources] == [
        (said["kind"], said["title"], said["date"] or "", said["finding"], said["url"] or "")
        for said in case["sources_of_evidence"]
    ]
    assert {one.kind for one in sources} == {"data", "research", "experience", "staff", "policy"}


def test_sessions_say_where_who_how_many_and_what(imported, case):
    joint = imported.sessions.get(where="Joint event")
    assert (joint.how_many, joint.breakdown, joint.points) == (
        20,
        {"service_user": 7, "carer": 1, "staff": 12},
        ["Four topics became four work groups", "Surprise at how much small changes matter"],
    )
    assert imported.sessions.count() == len(case["sessions"])


def test_each_idea_has_its_theme_where_it_came_from_and_what_became_of_it(imported, case):
    ideas = imported.ideas.exclude(theme=None).select_related("theme").order_by("pk")
    assert [(i.text, i.came_from, i.theme.name, i.status, i.because) for i in ideas] == [
        (said["text"], said["origin"], said["theme"], said["outcome"], said["because"])
        for said in case["ideas"]
    ]
    assert set(ideas.values_list("given_by", flat=True)) == {None}
    assert all(idea.outcomes.count() == 1 for idea in ideas)
