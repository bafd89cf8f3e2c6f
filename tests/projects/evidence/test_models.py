"""What an address cannot show: two at once, what a document gets, what the database keeps."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from projects.evidence.in_summary import evidence_of
from projects.evidence.models import Source
from projects.models import ChangedMeanwhile
from tests import factories


def test_the_summary_gets_the_kinds_that_hold_something_and_what_is_missing(project, lead):
    first = factories.make_source(project, by=lead, kind="data", voice="nobody")
    second = factories.make_source(project, by=lead, kind="experience", voice="carers")
    found = evidence_of(project)

    kinds = [(str(label), sources) for label, sources in found.kinds]
    assert kinds == [("People’s experience", [second]), ("Figures", [first])]
    assert found.number == 2
    assert [str(words) for words in found.missing] == [
        "Nothing yet from staff",
        "No research yet",
        "No laws, policies or rules yet",
        "Nothing yet about how other services do it",
        "The voice of people who use the service is missing",
        "The voice of staff is missing",
        "The voice of partners is missing",
    ]


def test_the_summary_asks_two_queries_however_much_there_is(project, lead):
    for _number in range(3):
        group = factories.make_group(project, by=lead)
        factories.make_source(project, by=lead, group=group, upload=factories.make_upload())
    with CaptureQueriesContext(connection) as asked:
        for _label, sources in evidence_of(project).kinds:
            assert all(source.files_here and source.group.name for source in sources)

    assert len(asked) == 2


def test_every_sort_of_the_case_files_has_a_kind():
    sorts = {"data", "survey", "report", "guidance", "research", "minutes", "petition", "story",
             "staff", "feedback", "equality_check"}  # fmt: skip

    assert set(Source.SORTS) == sorts
    assert {kind for kind, _words in Source.SORTS.values()} <= set(Source.Kind)


def test_a_change_of_what_reads_differently_by_now_is_refused(project, lead, source):
    opened_at = source.version
    source.change(by=lead, title="Another title")
    with pytest.raises(ChangedMeanwhile) as late:
        source.change(by=lead, opened_at=opened_at, title="A third title")

    assert late.value.thing.title == "Another title"


def test_a_source_without_a_name_is_none(project, lead):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_source(project, by=lead).__class__.objects.update(title="")


def test_a_group_that_goes_leaves_its_sources(project, lead):
    group = factories.make_group(project, by=lead)
    source = factories.make_source(project, by=lead, group=group)
    group.take_away(by=lead)
    source.refresh_from_db()

    assert source.group is None


def test_what_went_wrong_half_way_leaves_nothing(project, lead, kept_names, monkeypatch):
    def broken(source, by):
        raise RuntimeError("the computer stops here")

    monkeypatch.setattr("projects.evidence.emails.added", broken)
    with pytest.raises(RuntimeError):
        factories.make_source(project, by=lead, upload=factories.make_upload())

    assert not project.sources.exists()
    assert not project.files.exists()
    assert kept_names() == set()
