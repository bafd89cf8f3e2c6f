from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.evidence.equality.in_summary import equality_of
from projects.evidence.models import CheckedGroup


def test_it_tells_what_is_written_and_what_is_not(lead, project, row, keep):
    CheckedGroup.add(project, by=lead, name="Age")
    kept = keep()
    found = equality_of(project)

    assert [one["name"] for one in found["rows"]] == ["Carers"]
    assert (found["empty"], found["versions"], found["look"]) == (["Age"], [kept], None)
    assert found["reopened_by"] is None


def test_it_asks_as_often_for_three_as_for_one(lead, project, row, keep):
    keep()
    with CaptureQueriesContext(connection) as for_one:
        equality_of(project)
    for name in ("Age", "Sex"):
        CheckedGroup.add(project, by=lead, name=name)
        keep(note=name)
    with CaptureQueriesContext(connection) as for_three:
        equality_of(project)
    assert len(for_three) == len(for_one) == 4
