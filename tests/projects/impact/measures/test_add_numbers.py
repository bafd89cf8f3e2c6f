from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.impact.models import Reading
from projects.models import Hand
from tests.projects.files import making
from tests.reading import Page


@pytest.fixture
def form(measure):
    return measure.get_absolute_url() + "add-numbers/"


@pytest.fixture
def typed():
    return {"text": "May 2026\t12\nJune 2026\t11,5\n", "time": "later", "seen": "",
            "changed_on_day": "", "changed_on_month": "", "changed_on_year": ""}  # fmt: skip


@pytest.fixture
def looked(form):
    """`looked(client, typed)` looks first, then sends what the page says, as the button does."""

    def send(client, typed, **changed):
        seen = Page(client.post(form, typed | {"step": "look"})).values
        text = seen["text"].replace("\r\n", "\n")
        typed = {name: value for name, value in typed.items() if name != "file"}
        sent = typed | {"text": text, "seen": seen["seen"], "step": "write"} | changed
        return client.post(form, sent)

    return send


def test_first_it_shows_how_each_line_was_read_and_writes_nothing(
    signed_in, participant, measure, form, typed
):
    page = Page(signed_in(participant).post(form, typed))

    assert page.text("read-title") == "2 numbers were read"
    assert page.text("row-1") == "May 2026 12"
    assert page.text("row-2") == "June 2026 11.5 It was written: 11,5"
    assert not measure.readings.exists()


def test_then_it_writes_them_all_at_once(signed_in, participant, measure, typed, looked):
    response = looked(signed_in(participant), typed)

    assert response.url == measure.get_absolute_url()
    assert list(measure.readings.values_list("on", "value", "is_baseline", "by")) == [
        ("2026-05", Decimal(12), False, participant.pk),
        ("2026-06", Decimal("11.5"), False, participant.pk),
    ]
    line = measure.project.activity.first()
    assert (line.what, line.subject) == ("wrote down several numbers of", "Complaints")
    assert {one.version for one in measure.readings.all()} == {line.version}


def test_with_one_line_wrong_nothing_is_written_and_all_that_was_pasted_stays(
    signed_in, participant, measure, form, typed, looked
):
    wrong = typed | {"text": "May 2026\t12\nMai 2026\t11\n"}
    page = Page(signed_in(participant).post(form, wrong))

    assert page.text("problem-2").startswith("Line 2: “Mai 2026” is not a day we can read.")
    assert "Nothing is written yet." in page.text("problems")
    assert page.values["text"].strip() == wrong["text"].strip()
    looked(signed_in(participant), wrong)
    assert not measure.readings.exists()


def test_what_was_changed_after_it_was_shown_is_shown_again(
    signed_in, participant, measure, typed, looked
):
    for changed in ({"text": "May 2026\t99"}, {"time": "before"}, {"seen": ""}):
        response = looked(signed_in(participant), typed, **changed)
        assert Page(response).text("read-title").endswith("read")
        assert not measure.readings.exists()


def test_pressed_twice_and_what_is_there_already_is_written_once(
    signed_in, lead, participant, measure, form, typed, looked
):
    Reading.write_down(measure, by=lead, on="2026-05", value=Decimal(12))
    Reading.write_down(measure, by=lead, on="2026-06", value=Decimal(3))
    page = Page(signed_in(participant).post(form, typed))
    assert "It will not be written again." in page.text("row-1")
    assert page.text("row-2").endswith("There is another number for this time: 3.")
    for _press in range(2):
        looked(signed_in(participant), typed)

    assert list(measure.readings.in_order().values_list("on", "value")) == [
        ("2026-05", Decimal(12)), ("2026-06", Decimal(3)), ("2026-06", Decimal("11.5")),
    ]  # fmt: skip


def test_those_before_a_day_are_from_before_the_change(
    signed_in, participant, measure, typed, looked
):
    day = {"changed_on_day": "1", "changed_on_month": "6", "changed_on_year": "2026"}
    looked(signed_in(participant), typed | {"time": "both"} | day)

    assert list(measure.readings.values_list("on", "is_baseline")) == [
        ("2026-05", True), ("2026-06", True),
    ]  # fmt: skip


def test_a_table_file_is_read_the_same_way(signed_in, participant, measure, typed, looked):
    content = '\ufeffMonth,Complaints\r\n01/05/2026,12\r\n01/06/2026,"1,250"\r\n'.encode()
    file = SimpleUploadedFile("numbers.csv", content, "application/octet-stream")
    looked(signed_in(participant), typed | {"text": "", "file": file})

    assert list(measure.readings.values_list("on", "value")) == [
        ("2026-05-01", Decimal(12)), ("2026-06-01", Decimal(1250)),
    ]  # fmt: skip


def test_what_a_file_says_stays_when_something_else_is_missing(signed_in, participant, form, typed):
    file = SimpleUploadedFile("a.csv", b"2026-05;12")
    change = {"text": "", "file": file, "time": "both"}
    page = Page(signed_in(participant).post(form, typed | change))

    assert "Write the day, the month and the year." in page.text("id_changed_on-error")
    assert page.values["text"] == "2026-05;12"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_a_file_in_the_letters_of_excel_is_read(
    signed_in, participant, measure, typed, looked, encoding
):
    content = "Monat;Café\nMay 2026;12;für £ später\n".encode(encoding)
    looked(
        signed_in(participant), typed | {"text": "", "file": SimpleUploadedFile("a.csv", content)}
    )

    assert measure.readings.get().note == "für £ später"


WRONG_FILES = [
    ("a.csv", making.exe(), "This is a program"),
    ("a.pdf", making.pdf(), "This is not a table we can read."),
    ("a.csv", b"", "This file is empty."),
    ("a.csv", b"2026-05;1\n" * 20_000, "This file is too large."),
    ("a.csv", "2026-05;1;\u202etxt.exe".encode(), "a sign in this text that nobody can see"),
    ("a.csv", b"<html><script>alert(1)</script></html>", "web page"),
]


@pytest.mark.parametrize(("name", "content", "said"), WRONG_FILES)
def test_a_file_that_is_no_table_is_refused(
    signed_in, participant, measure, form, typed, name, content, said
):
    file = SimpleUploadedFile(name, content)
    page = Page(signed_in(participant).post(form, typed | {"text": "", "file": file}))

    assert said in page.text("id_file-error")
    assert not measure.readings.exists()


WRONG = [
    ({"text": ""}, "Paste at least one line, or choose a file.", "text"),
    ({"time": ""}, "Choose one.", "time"),
    ({"time": "both"}, "Write the day, the month and the year.", "changed_on"),
    ({"time": "both", "changed_on_day": "31", "changed_on_month": "4",
      "changed_on_year": "2026"}, "This is not a real date.", "changed_on"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "said", "field"), WRONG)
def test_what_is_wrong_is_said_next_to_the_field(
    signed_in, participant, measure, form, typed, changed, said, field
):
    page = Page(signed_in(participant).post(form, typed | changed))

    assert said in page.text(f"id_{field}-error")
    assert not measure.readings.exists()


def test_a_text_without_a_number_is_said_so(signed_in, participant, form, typed):
    page = Page(signed_in(participant).post(form, typed | {"text": "Nothing yet"}))

    assert page.text("read-title") == "There is no number in it"


def test_what_is_written_for_a_member_says_who_typed(
    signed_in, lead, participant, project, measure, typed, looked
):
    hand = Hand.record_for(project.memberships.get(user=participant), by=lead)
    client = signed_in(lead)
    session = client.session
    session["hand"] = {"hand": hand.pk, "project": project.pk}
    session.save()
    looked(client, typed | {"written_for": str(hand.pk)})

    assert {(one.by, one.hand) for one in measure.readings.all()} == {(participant, hand)}


def test_many_lines_ask_as_often_as_few(signed_in, participant, form, typed, queries):
    few = queries(signed_in(participant), form, typed)
    many = "\n".join(f"{2000 + number}\t{number}" for number in range(60))
    assert queries(signed_in(participant), form, typed | {"text": many}) == few


@pytest.mark.parametrize(("who", "status"), [("observer", 403), ("outsider", 404)])
def test_others_may_not(request, signed_in, measure, form, typed, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert (client.get(form).status_code, client.post(form, typed).status_code) == (status, status)
    assert not measure.readings.exists()
