import copy
import re

import pytest
import yaml
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Organisation, User
from projects.cases.importing import HereAlready, import_case
from projects.cases.reading import Refused, read, read_file
from projects.checklist.models import ChecklistItem
from projects.decisions.models import Decision
from projects.models import Activity, ImportedCase, Membership, Part, Project
from stages.models import Edition
from tests import factories
from tests.projects.cases.conftest import CASES

WRITTEN = (
    Organisation,
    User,
    Project,
    Part,
    Membership,
    ChecklistItem,
    Decision,
    Activity,
    ImportedCase,
)


def rows():
    return {model.__name__: model.objects.count() for model in WRITTEN}


def test_a_case_becomes_a_project(guide, case):
    lead = factories.make_user("Asha")
    project = import_case(case, lead=lead)

    project.refresh_from_db()
    assert project.title == case["title"]
    assert project.idea == case["summary"]
    assert project.problem == case["problem"]
    assert project.origin == "team"
    assert project.origin_note == case["origin_note"]
    assert project.affected == f"People in {case['where']}"
    assert project.organisation.name == "Oxleas NHS Foundation Trust"
    assert project.is_example
    assert not project.is_published
    assert project.started_by == lead
    assert project.stage == "make-the-change"
    assert project.version == project.activity.count()


def test_money_is_the_word_for_finance(guide, case):
    case["origin"] = "finance"
    assert import_case(case).origin == Project.Origin.MONEY


def test_every_row_of_what_is_open_is_there_in_order(guide, case):
    project = import_case(case)
    assert [
        {"part": p.name, "state": p.state, "level": p.level, "reason": p.because}
        for p in project.parts.all()
    ] == [
        {name: part[name] for name in ("part", "state", "level", "reason")}
        for part in case["open_fixed"]
    ]


def test_the_team_is_there_by_role_and_without_email(guide, case):
    project = import_case(case)
    team = project.memberships.filter(role="participant").select_related("user")
    assert [(m.user.name, m.user.email, m.perspective, m.speaks_for) for m in team] == [
        (member["role"], None, member["perspective"], member["speaks_for"])
        for member in case["team"]
    ]
    project.refresh_from_db()
    assert (project.service_users, project.carers) == (4, 1)


def test_each_answer_is_there_with_its_note_and_who_gave_it(guide, case):
    lead = factories.make_user("Asha")
    project = import_case(case, lead=lead)
    items = project.checklist.exclude(value="")
    assert {item.key: (item.value, item.note) for item in items} == {
        key: (answer["state"], answer["note"]) for key, answer in case["checklist"].items()
    }
    assert {item.answered_by for item in items} == {lead}


def test_the_projects_figures_are_those_of_its_checklist(guide, case):
    project = import_case(case)
    project.refresh_from_db()
    assert project.items_done == project.checklist.done().count()
    assert project.items_needed == project.checklist.needed().count()


def test_decisions_are_agreed_with_options_and_who_said_otherwise(guide, case):
    project = import_case(case)
    decision = project.decisions.get(
        question="Is the method safe for people who have been very unwell?"
    )
    assert decision.is_agreed
    assert decision.options_list == ["Use it as it is", "Adapt it"]
    assert decision.by_whom == "Project team"
    assert decision.decided == "2012"
    assert decision.dissent == "Staff and patients were asked for a lot; it was called a big ask"
    assert set(project.decisions.exclude(pk=decision.pk).values_list("dissent", flat=True)) == {
        "None found"
    }


def test_news_comes_in_the_order_of_its_dates_with_the_date_in_words(guide, case):
    case["updates"].reverse()
    project = import_case(case)
    assert [line.subject for line in project.activity.filter(kind="news").order_by("version")] == [
        "Patients' films shown to the ward (2012)",
        "A film about coming to the ward (2013)",
        "Complaints are down by 80 per cent (January 2014)",
        "Results published (12 November 2015)",
        "Used as evidence elsewhere (2021)",
    ]


def test_it_walks_from_step_to_step_with_the_cases_note_as_reason(guide, case):
    project = import_case(case)
    assert [move.to_stage for move in project.moves.all()] == [
        "decision-time",
        "building-the-team",
        "understand-whats-around",
        "gather-ideas",
        "make-the-change",
    ]
    assert {move.because for move in project.moves.all()} == {case["checklist_as_of"]["note"]}


def test_a_case_whose_checklist_is_empty_stays_at_the_first_step(guide, case):
    case["checklist"] = {}
    assert import_case(case).stage == "big-idea"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_whole_document_is_kept(guide, path):
    import_case(read_file(path))
    assert ImportedCase.objects.get(case=path.stem).document == yaml.safe_load(path.read_text())


def test_the_same_case_again_changes_nothing(guide, case):
    project = import_case(copy.deepcopy(case))
    before = rows()
    with pytest.raises(HereAlready) as here:
        import_case(case)
    assert here.value.imported.project == project
    assert rows() == before


def test_another_case_of_the_same_name_is_refused(guide, case):
    import_case(copy.deepcopy(case))
    before = rows()
    case["title"] = "Another title"
    with pytest.raises(Refused) as refused:
        import_case(case)
    assert refused.value.problems == [
        "id: another case of this name is here already; nothing was changed"
    ]
    assert rows() == before


def test_without_a_guide_nothing_is_imported(db, case):
    before = rows()
    with pytest.raises(Edition.DoesNotExist):
        import_case(case)
    assert rows() == before


def test_a_fault_half_way_leaves_nothing_behind(guide, case, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    before = rows()
    monkeypatch.setattr(ImportedCase.objects, "create", fail)
    with pytest.raises(RuntimeError):
        import_case(case)
    assert rows() == before


# Any change to a valid document is taken or refused with a path; nothing is half-written.

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**11), 10**11)
    | st.floats(allow_nan=False, allow_infinity=False, width=16)
    | st.text(max_size=30)
    | st.sampled_from(["done", "not_needed", "S1", "2021-07", "L-5", "staff", "x" * 400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=4,
)


def places(value, path=()):
    """The path of every value inside this one."""
    inside = enumerate(value) if isinstance(value, list) else ()
    inside = value.items() if isinstance(value, dict) else inside
    for name, one in inside:
        yield (*path, name)
        yield from places(one, (*path, name))


@st.composite
def changed(draw, document):
    document = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(list(places(document)) or [("title",)]))
        holder = document
        for step in way:
            holder = holder[step]
        deed = draw(st.sampled_from(["replace", "delete", "repeat", "rename"]))
        if deed == "delete":
            del holder[last]
        elif deed == "repeat" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[last]))
        elif deed == "rename" and isinstance(holder, dict):
            holder[draw(st.text(max_size=8))] = holder.pop(last)
        else:
            holder[last] = draw(anything)
    return document


def shortened(path):
    """The case with few rows of each kind, so that many examples run in little time."""
    document = read_file(path)
    for name, value in document.items():
        if isinstance(value, list) and name != "sources":
            document[name] = value[:2]
    document["checklist"] = dict(list(document["checklist"].items())[:3])
    return document


SHORT = [shortened(path) for path in CASES]
PATH = re.compile(r"[^\n]*: [^\n]+|There are characters in the text that nobody can read")


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_changed_it_is_taken_whole_or_refused_with_a_path(guide, data):
    document = data.draw(changed(data.draw(st.sampled_from(SHORT))))
    text = yaml.safe_dump(document, allow_unicode=True)
    before = rows()
    with transaction.atomic():
        try:
            project = import_case(read(text.encode("utf-8", "surrogatepass")))
        except Refused as refused:
            assert refused.problems
            assert all(PATH.fullmatch(problem) for problem in refused.problems)
            assert rows() == before
        else:
            assert project.imported_case.document == document
            assert project.checklist.exclude(value="").count() == len(document["checklist"])
        transaction.set_rollback(True)
