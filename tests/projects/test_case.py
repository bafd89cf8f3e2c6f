"""Where an example comes from: all that its file says and no room of ours holds."""

import pytest

from projects.cases.importing import import_case
from projects.cases.reading import read_file
from projects.models import CaseEntry, ImportedCase
from tests import factories
from tests.hands import hands_of
from tests.projects.cases.conftest import CASES, OXLEAS, make_guide
from tests.reading import Page


def flat(words):
    return " ".join(str(words).split())


@pytest.fixture
def lead(db):
    make_guide()
    return factories.make_user("Asha")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_all_that_a_case_says_of_itself_and_every_doubt_stands_there(lead, path):
    case = read_file(path)
    project = import_case(case, lead=lead)
    page = Page(hands_of(lead).get(f"/projects/{project.pk}/case/"))
    text = page.text("project-content")

    for said in (case["about_sources"], case["period"]["note"], case["where"]):
        assert flat(said) in text
    for one in case["organisations"]:
        assert flat(one["name"]) in text
        assert flat(one.get("part", "")) in text
    for source in case["sources"]:
        assert flat(source["gave"]) in page.text(f"read-{source['id']}")
        assert (source["url"] or "") in page.text(f"read-{source['id']}")
    for section in ("open_fixed", "team", "sessions", "ideas", "decisions", "actions", "measures"):
        for entry in case[section]:
            assert flat(entry.get("inferred_note") or "") in text, section
    for member in case["team"]:
        assert flat(member.get("note") or "") in text


def test_the_overview_leads_there_and_a_project_of_ones_own_has_none(lead):
    project = import_case(read_file(OXLEAS), lead=lead)
    own = factories.make_project(by=lead)
    hands = hands_of(lead)

    assert f"/projects/{project.pk}/case/" in hands.get(f"/projects/{project.pk}/").text
    assert f"/projects/{own.pk}/case/" not in hands.get(f"/projects/{own.pk}/").text
    assert hands.get(f"/projects/{own.pk}/case/").status_code == 404


def test_record_and_summary_say_what_was_read(lead):
    project = import_case(read_file(OXLEAS), lead=lead)
    own = factories.make_project(by=lead)
    hands = hands_of(lead)
    said = "Two years of use on the ward, need to adapt the method"

    for paper in ("exports/summary/", "exports/records/new/"):
        assert said in hands.get(f"/projects/{project.pk}/{paper}").text
        assert "Where this example comes from" not in hands.get(f"/projects/{own.pk}/{paper}").text


def test_a_file_of_another_shape_breaks_nothing_and_opens_nothing(lead):
    project = import_case(read_file(OXLEAS), lead=lead)
    strange = {
        "period": [], "where": {"a": 1}, "organisations": "x", "checklist": 7,
        "sources": [{"id": 3, "url": "javascript:alert(1)", "gave": ["x"]}, "S2"],
    }  # fmt: skip
    ImportedCase.objects.update(document=strange)
    CaseEntry.objects.update(entry=["x"])
    answer = hands_of(lead).get(f"/projects/{project.pk}/case/")

    assert answer.status_code == 200
    assert 'href="javascript' not in answer.text


def test_many_things_cost_no_more_queries_than_few(lead, queries):
    project = import_case(read_file(OXLEAS), lead=lead)
    hands = hands_of(lead)
    url = f"/projects/{project.pk}/case/"
    many = queries(hands, url)
    CaseEntry.objects.filter(project=project, position__gt=0).delete()
    assert queries(hands, url) == many
