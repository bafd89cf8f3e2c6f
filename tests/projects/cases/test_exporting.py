"""A case that is brought in and told again is the same case; what changed since is in it."""

from decimal import Decimal

import pytest
import yaml
from django.core.management import CommandError, call_command

from projects.cases.exporting import as_yaml, case_of
from projects.cases.form import problems_of
from projects.cases.importing import import_case
from projects.cases.reading import read, read_file
from projects.conversation.models import AskedQuestion, Update
from projects.ideas.models import Idea
from projects.impact.models import Lesson, Measure, Reading
from projects.models import CaseEntry, ImportedCase, Part, Project
from projects.plan.models import Action
from tests import factories
from tests.projects.cases.conftest import CASES, OXLEAS


def told(project):
    """The project as a case, read as any case file is: from its text, by a stranger."""
    return read(as_yaml(case_of(Project.objects.get(pk=project.pk))).encode())


def again(project, case):
    """The case in another place: the first project's memory of it is gone."""
    ImportedCase.objects.all().delete()
    CaseEntry.objects.all().delete()
    return import_case(case, organisation="Elsewhere", lead=factories.make_user("Another lead"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_case_comes_out_as_it_went_in(guide, path):
    case = read_file(path)
    project = import_case(case, lead=factories.make_user("Asha"))

    assert told(project) == case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_and_goes_into_another_installation_as_the_same(guide, path):
    case = read_file(path)
    first = told(import_case(case, lead=factories.make_user("Asha")))
    second = again(Project.objects.get(), first)

    assert told(second) == case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_rows_alone_hold_what_a_case_says_of_them(guide, path):
    """Without what is kept beside them: everything but where it was read and what is assumed."""
    case = read_file(path)
    project = import_case(case, lead=factories.make_user("Asha"))
    kept = set(CaseEntry.objects.values_list("section", flat=True))
    CaseEntry.objects.all().delete()
    rows = told(project)

    held = {
        "open_fixed": ("part", "state", "level", "reason"),
        "sources_of_evidence": ("kind", "title", "date", "finding", "url"),
        "sessions": ("date", "where", "community", "method", "main_points"),
        "ideas": ("text", "origin", "theme", "outcome", "because"),
        "decisions": ("question", "options", "decision", "reason", "by_whom", "dissent"),
        "team": ("perspective",),
        "you_said_we_did": ("said", "did_or_could_not", "reason"),
        "actions": ("what", "due", "state", "note", "decision"),
        "updates": ("date", "headline", "text"),
        "questions_and_answers": ("date", "question", "answer"),
        "measures": ("name", "unit", "direction", "baseline", "target", "readings", "note"),
        "learning": ("text",),
    }
    assert kept == set(held)
    for section, names in held.items():
        expected = [{name: entry.get(name) for name in names} for entry in case[section]]
        found = [{name: entry.get(name) for name in names} for entry in rows[section]]
        in_any_order = section in ("decisions", "updates", "questions_and_answers")
        assert sorted(found, key=str) == sorted(expected, key=str), section
        assert in_any_order or found == expected


def test_what_was_changed_here_is_told_as_it_is_now(guide, case):
    lead = factories.make_user("Asha")
    project = import_case(case, lead=lead)
    idea = project.ideas.order_by("pk").first()
    idea.becomes("partly", by=lead, because="The door is wider now. The steps stay.")
    part = project.parts.first()
    part.change(by=lead, state="fixed", because="The lease says so.")
    new = Idea.bring(project, by=lead, text="Ask the night staff.", came_from="A note")
    out = told(project)

    assert (out["ideas"][0]["outcome"], out["ideas"][0]["because"]) == (
        "partly",
        "The door is wider now. The steps stay.",
    )
    assert out["ideas"][0]["source"] == case["ideas"][0]["source"]
    assert (out["open_fixed"][0]["state"], out["open_fixed"][0]["reason"]) == (
        "fixed",
        "The lease says so.",
    )
    assert out["ideas"][-1] == {
        "text": new.text,
        "origin": "A note",
        "theme": None,
        "outcome": "new",
        "because": None,
    }
    assert out["ideas"][1:-1] == case["ideas"][1:]
    assert told(again(project, out)) == out


def test_the_thread_comes_along(project, lead, edition):
    """A project of the product's own: sessions with their ideas, decisions with theirs."""
    Part.add(
        project, by=lead, name="Hours", state="open", because="Nobody chose yet.", by_whom="We"
    )
    session = factories.make_session(project, ideas=["A bench.", "A map."], how_many=7)
    own = factories.make_idea(project, "Softer light.")
    ideas = [own, *session.ideas.all()]
    decision = factories.make_decision(project, ideas=ideas, decision="A bench first.")
    Update.record_sent(project, by=lead, headline="We began", text="Come and see.")
    bench, map_ = (
        Action.add(project, by=lead, what=what, decision=decision) for what in ("Buy", "Draw")
    )
    bench.begin(by=lead)
    measure = Measure.add(project, by=lead, name="People who sit", direction="up", target=40)
    measure.show([bench, map_], by=lead)
    Reading.write_down(measure, by=lead, on="2026-05", value=12, is_baseline=True)
    Reading.write_down(measure, by=lead, on="2026-06", value=Decimal("12.5"), period="June")
    Lesson.write_down(project, by=lead, text="Ask earlier.")
    AskedQuestion.ask(project, by=lead, question="When?").say(by=lead, text="In June.")
    AskedQuestion.ask(project, by=lead, question="Nobody has answered this.")
    Update.write(project, by=lead, headline="Not sent yet")
    out = told(project)

    assert problems_of(out, set(edition.checklist.values_list("key", flat=True))) == []
    second = again(project, out)
    decision = second.decisions.get()
    assert sorted(decision.ideas.values_list("text", flat=True)) == [
        "A bench.",
        "A map.",
        "Softer light.",
    ]
    assert second.sessions.get().ideas.count() == 2
    assert second.ideas.get(text="Softer light.").came_from == "From the team"
    assert told(second)["sessions"] == out["sessions"]
    [measure] = second.measures.all()
    assert [(one.what, one.state, one.decision) for one in measure.actions.order_by("pk")] == [
        ("Buy", "doing", decision), ("Draw", "to_do", decision),
    ]  # fmt: skip
    assert out["measures"][0]["readings"] == [{"date": "2026-06", "value": 12.5, "period": "June"}]
    later = ("actions", "updates", "questions_and_answers", "measures", "learning")
    assert {name: told(second)[name] for name in later} == {name: out[name] for name in later}
    assert {name: len(out[name]) for name in later} == dict(
        zip(later, (2, 1, 1, 1, 1), strict=True)
    )


def test_it_names_nobody(project, lead, participant):
    participant.memberships.update(speaks_for="Families on Elm ward")
    factories.make_idea(project, by=participant)
    factories.make_received(project, "Nobody has read this yet.")
    out = as_yaml(case_of(project))

    assert [
        name for name in (lead.name, participant.name, lead.email, "Elm ward") if name in out
    ] == []
    assert "Nobody has read this yet." not in out
    assert "Service user" in out


def test_few_people_are_not_counted(project):
    factories.make_session(project, how_many=3, breakdown={"carer": 1, "staff": 2})
    factories.make_session(project, how_many=12, breakdown={"carer": 5, "staff": 7})
    factories.make_session(project, how_many=10, breakdown={"carer": 7})
    few, many, with_few_left = told(project)["sessions"]

    assert (few["how_many"], few["how_many_note"]) == (None, "fewer than 5 people")
    assert "breakdown" not in few
    assert (many["how_many"], many["breakdown"]) == (12, {"carer": 5, "staff": 7})
    assert with_few_left["how_many"] == 10
    assert "breakdown" not in with_few_left


def test_a_decision_that_is_private_stays_here(project, lead):
    factories.make_decision(project, question="Who is it about?").share("private", by=lead)

    assert told(project)["decisions"] == []


def test_the_command_writes_a_file_that_import_case_reads(guide, case, tmp_path, capsys):
    call_command("import_case", OXLEAS)
    project = Project.objects.get()
    file = tmp_path / "case.yaml"
    call_command("export_case", str(project.pk), file)

    assert f"Written to {file}." in capsys.readouterr().out
    assert read_file(file) == case
    call_command("export_case", str(project.pk))
    assert yaml.safe_load(capsys.readouterr().out) == case


def test_a_number_that_no_project_has_is_refused(db):
    with pytest.raises(CommandError, match="There is no project 404 here."):
        call_command("export_case", "404")
