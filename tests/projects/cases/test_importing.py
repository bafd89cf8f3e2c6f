import copy
import re

import pytest
import yaml
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Organisation, User
from outbox.models import Message
from projects.cases.importing import HereAlready, import_case
from projects.cases.reading import Refused, read, read_file
from projects.checklist.models import ChecklistItem
from projects.decisions.models import Decision
from projects.models import Activity, ImportedCase, Membership, Part, Project
from stages.models import Edition
from tests.factories import make_update
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


def test_money_is_the_word_for_finance(guide, case):
    case["origin"] = "finance"
    assert import_case(case).origin == Project.Origin.MONEY


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
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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


def test_what_happened_long_ago_is_told_to_nobody(guide, case, db):
    asha = User.objects.create_user("asha@collab.example", "Asha")
    project = import_case(case, lead=asha)

    assert project.memberships.count() > 1
    assert Message.objects.count() == 0
    make_update(project, by=project.memberships.last().user)
    assert asha in [message.to for message in Message.objects.all()]
