"""What is given out as CSV is read again: by the same measure, in another project."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.impact import own_table
from projects.impact.models import Measure, Reading
from tests.factories import make_project
from tests.reading import Page

KEPT = ("on", "period", "value", "words", "note", "is_baseline")

NUMBERS = [
    {"on": "2024-01 to 2024-03", "value": Decimal("1250.5"), "is_baseline": True},
    {"on": "2025", "words": "300 to 350", "is_baseline": True},
    {"on": "2025-04", "value": Decimal(-80), "note": 'Two wards; "both", counted.\nBy hand.'},
    {"on": "2025-05-03", "value": Decimal(12), "note": "=1+1"},
    {"on": "2025-05-03", "value": Decimal(14)},
    {"period": "the first year", "words": "-5, or less"},
]


@pytest.fixture
def given_out(signed_in, lead, project, measure, url):
    """The file, with the numbers of two measures in it."""
    for details in NUMBERS:
        Reading.write_down(measure, by=lead, **details)
    other = Measure.add(project, by=lead, name="Noise, at night")
    Reading.write_down(other, by=lead, on="2025-05", value=Decimal(3))
    return signed_in(lead).get(url + "numbers.csv").getvalue()


@pytest.fixture
def elsewhere(lead, project):
    """The same measure in another project, without a number."""
    other = make_project(project.organisation, by=lead)
    return Measure.add(other, by=lead, name="Complaints")


def kept(measure):
    """What its numbers say, in the order of their days."""
    return [tuple(getattr(one, name) for name in KEPT) for one in measure.readings.in_order()]


def send(client, measure, text, *, in_file=False):
    """Look first, then write. Returns the page on which it was looked at."""
    form = measure.get_absolute_url() + "add-numbers/"
    typed = {"text": text, "time": "later"}
    if in_file:
        typed |= {"text": "", "file": SimpleUploadedFile("numbers.csv", text)}
    page = Page(client.post(form, typed))
    sent = {"text": page.values["text"], "seen": page.values["seen"], "time": "later"}
    client.post(form, sent | {"step": "write"})
    return page


def as_saved(given_out, apart):
    """The same table with other marks between its cells, as spreadsheets save it."""
    out = StringIO()
    rows = csv.reader(StringIO(given_out.decode("utf-8-sig"), newline=""))
    csv.writer(out, delimiter=apart).writerows(rows)
    return out.getvalue()


def test_the_file_is_read_again_without_loss(signed_in, lead, measure, given_out, elsewhere):
    page = send(signed_in(lead), elsewhere, given_out, in_file=True)

    assert page.text("read-title") == "6 numbers were read"
    assert page.text("others").startswith("1 line was left out, because it is about another")
    assert page.text("says-before").startswith("The table itself says which numbers are from bef")
    assert kept(elsewhere) == kept(measure)
    assert len(kept(measure)) == len(NUMBERS)


@pytest.mark.parametrize("apart", [",", ";", "\t"])
def test_pasted_it_is_the_same_however_its_cells_stand_apart(
    signed_in, lead, measure, given_out, elsewhere, apart
):
    send(signed_in(lead), elsewhere, as_saved(given_out, apart))

    assert kept(elsewhere) == kept(measure)


def test_read_into_its_own_measure_nothing_is_written_twice(signed_in, lead, measure, given_out):
    before = kept(measure)
    page = send(signed_in(lead), measure, given_out, in_file=True)

    assert "This is there already. It will not be written again." in page.text("row-2")
    assert kept(measure) == before


def test_what_a_spreadsheet_makes_of_days_and_numbers_is_read(measure):
    text = (
        "From before the change;When;Number;Note;;\n"
        "Yes;May-26;4,5;;;\nno;03/05/2026;12;Two wards;;\n;;;;;\n;2026;7;;;\n"
    )
    found = own_table.read(text, measure)

    assert found.problems == []
    assert [(row.line, row.on, row.value, row.is_before) for row in found.rows] == [
        (2, "2026-05", Decimal("4.5"), True), (3, "2026-05-03", Decimal(12), False),
        (5, "2026", Decimal(7), None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2026-05,n/a,,", "“n/a” is not a number."),
        ("2026-05,,,", "There is no number in this line."),
        (",3,,", "There is no day in this line."),
        ("5/13/2026,3,,", "“5/13/2026” is not a day we can read."),
        ("2026-05,3,,perhaps", "“perhaps” is neither Yes nor No."),
    ],
)
def test_what_is_wrong_is_said_of_its_line(measure, line, why):
    heading = "When,Number,For which time,From before the change"
    [problem] = own_table.read(f'{heading}\n2026-04,3,"A\nB",\n{line}\n', measure).problems

    assert problem.line == 4
    assert problem.why.startswith(why)


@pytest.mark.parametrize(
    "text", ["", "\n", "When", "Month,Number\n2026-05,3", '"', "When,Number,Ward\n2026,3,A"]
)
def test_another_table_is_not_taken_for_ours(measure, text):
    assert own_table.read(text, measure) is None


def test_too_many_lines_are_said_so(measure):
    lines = "2026-05,1\n" * 501
    [problem] = own_table.read(f"When,Number\n{lines}", measure).problems

    assert problem.why == "These are 501 lines. Take no more than 500 at a time."
