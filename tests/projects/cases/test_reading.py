import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from projects.cases.reading import LARGEST, Refused, read, read_file
from tests.projects.cases.conftest import CASES


def problems(text):
    with pytest.raises(Refused) as refused:
        read(text.encode() if isinstance(text, str) else text)
    return refused.value.problems


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_three_cases_read_as_any_reader_of_yaml_reads_them(path):
    assert read_file(path) == yaml.safe_load(path.read_text())


def test_there_are_three_cases_and_each_says_where_it_comes_from():
    first_lines = [path.read_text().splitlines()[0] for path in CASES]
    assert (
        first_lines
        == [
            "# Compiled from public sources in our own words, for demonstration and testing. "
            "No real individuals are named."
        ]
        * 3
    )


def test_every_kind_of_value_reads():
    text = "{a: 1, b: -2.5, c: yes, d: null, e: 2021-07-20, f: 'x', g: [], h: {}, i: none}"
    assert read(text.encode()) == {
        "a": 1,
        "b": -2.5,
        "c": True,
        "d": None,
        "e": "2021-07-20",
        "f": "x",
        "g": [],
        "h": {},
        "i": "none",
    }


def test_an_alias_may_stand_for_one_value():
    assert read(b"{url: &S1 'https://a.example', again: [*S1, *S1]}") == {
        "url": "https://a.example",
        "again": ["https://a.example", "https://a.example"],
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The file is empty."),
        ("# nothing but a comment", "The file is empty."),
        ("a: &x [1]\nb: *x", "b: only a single short value may be repeated with *"),
        ("a: &x {b: *x}", "a.b: only a single short value may be repeated with *"),
        ("a: *x", "a: *x stands for nothing"),
        ("a: 1\nb: 2\na: 3", "a: this field is there twice"),
        ("a: {1: 2}", "a: the name of a field has to be text"),
        ("? [a]\n: 1", "The name of a field has to be text"),
        ("a: !!python/object/apply:os.system [ls]", "a: the tag tag:yaml.org,2002:python/"
         "object/apply:os.system is not allowed"),
        ("a: [x, !secret y]", "a[1]: the tag !secret is not allowed"),
        ("a: !!binary aGVsbG8=", "a: the tag tag:yaml.org,2002:binary is not allowed"),
        ("a: 0x1F", "a: write the number in figures, such as 12 or 0.5"),
        ("a: .inf", "a: write the number in figures, such as 12 or 0.5"),
        ("a: .nan", "a: write the number in figures, such as 12 or 0.5"),
        ("a: " + "9" * 5000, "a: write the number in figures, such as 12 or 0.5"),
        ('a: "\\0"', "a: there are characters in the text that nobody can read"),
        ("a: 1\n---\nb: 2", "There is more than one document in the file"),
        (b"a: \xff", "The file is not text in UTF-8."),
        ("a" * (LARGEST + 1), "The file is larger than 2 MB."),
        ("[" * 20 + "]" * 20, "[0]" * 9 + ": this is nested too deeply"),
    ],
)  # fmt: skip
def test_what_could_do_harm_is_refused_with_its_place(text, problem):
    assert problems(text) == [problem]


def test_broken_yaml_is_refused_with_its_line():
    [problem] = problems("a: 1\nb: [1, 2\n")
    assert problem.startswith("The file is not YAML: ")
    assert "line 3" in problem


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "{a: " * 400_000,
        "a: [" + "x, " * 600_000 + "]",
        "a: &x '" + "lol" * 600_000 + "'\nb: [" + "*x, " * 40_000 + "]",
        "- " * 900_000,
    ],
    ids=["lists in lists", "fields in fields", "many values", "one long text often", "dashes"],
)
def test_a_file_made_to_fill_the_memory_is_refused_at_once(text):
    assert len(problems(text)) == 1


@given(st.binary(max_size=300) | st.text(alphabet="ab:-[]{},&*!|>?#'\" \n\t0.~%@<\\", max_size=80))
def test_whatever_the_bytes_they_are_read_or_refused(data):
    try:
        read(data if isinstance(data, bytes) else data.encode())
    except Refused as refused:
        assert len(refused.problems) == 1
