"""What a file of the guide may say, and how each wrong one is refused: with line and reason."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.edition_file import read_edition
from stages.file_tree import DEEPEST, LARGEST, BadFile


@pytest.fixture
def broken(guide_file):
    """`broken(old, new)` is what is said of the guide with one text of it changed, as a list."""

    def problems_of(old, new):
        text = guide_file.decode()
        assert text.count(old) >= 1
        return said_of(text.replace(old, new, 1).encode())

    return problems_of


@pytest.fixture
def line_of(guide_file):
    """The number of the first line that holds a text."""

    def number(text):
        before, _found, _after = guide_file.decode().partition(text)
        return before.count("\n") + 1

    return number


def said_of(data):
    with pytest.raises(BadFile) as refused:
        read_edition(data)
    return [str(problem) for problem in refused.value.problems]


def test_the_first_edition_is_sound(guide_file):
    content = read_edition(guide_file)

    assert content["edition"]["name"] == "0.1 (first draft)"
    assert [stage["order"] for stage in content["stages"]] == list("123456789")


def test_texts_are_taken_as_they_are_written(guide_file):
    text = guide_file.decode().replace("easy: 'No'", "easy: No", 1)

    assert read_edition(text.encode()) == read_edition(guide_file)


ONE_CHANGE = [
    ("unknown name", "note: Anyone can", "hint: Anyone can", "“hint” does not belong here."),
    (
        "empty text",
        "item: Say where the idea came from.",
        "item: ''",
        "“item” is empty.",
    ),
    (
        "vertical bar",
        "item: Say where the idea",
        "item: Say | where the idea",
        "“item” has a vertical bar.",
    ),
    (
        "line break",
        "item: Say where the idea came from.",
        'item: "Say where\\nthe idea came from."',
        "“item” has a line break. Write one paragraph.",
    ),
    (
        "null character",
        "item: Say where the idea came from.",
        'item: "Say\\0 where"',
        "“item” has a character that no one can see.",
    ),
    (
        "turned writing",
        "item: Say where the idea came from.",
        'item: "Say \\u202E where"',
        "“item” has a character that no one can see.",
    ),
    (
        "too many easy words",
        "easy: Say who had the idea.",
        "easy: One two three four five six seven eight nine ten eleven twelve thirteen",
        "“easy” has 13 words. An easy read line has 12 or fewer.",
    ),
    (
        "ID with a space",
        "id: BI-2",
        "id: BI 2",
        "“id” may have letters A to Z, digits and hyphens only.",
    ),
    (
        "unknown source",
        "sources: [MODEL, COPRO]",
        "sources: [MODEL, NOBODY]",
        "“NOBODY” is not in the list of sources.",
    ),
    (
        "same as an unknown source",
        "where: as NHSE-1",
        "where: as NOBODY",
        "“NOBODY” is not in the list of sources.",
    ),
    (
        "unknown audience",
        "audience: sponsor",
        "audience: nobody",
        "“nobody” is not a known audience. Known are: everyone, lead, involvement, lived, "
        "staff, partners, sponsor.",
    ),
    (
        "unknown weight",
        "weight: must",
        "weight: may",
        "“may” is not a known weight. Known are: must, should.",
    ),
    (
        "unknown kind",
        "kind: data",
        "kind: song",
        "“song” is not a known kind. Known are: decision, document, data.",
    ),
    (
        "unknown sharing",
        "sharing: team",
        "sharing: friends",
        "“friends” is not a known sharing. Known are: private, team, public.",
    ),
    (
        "unknown link status",
        "link_status: gist",
        "link_status: maybe",
        "“maybe” is not a known link_status. Known are: read, gist, unread.",
    ),
    (
        "a list where a text belongs",
        "note: Anyone can start here.",
        "note: [Anyone]",
        "“note” has to be a text.",
    ),
    (
        "a text where a list belongs",
        "sources: [MODEL, COPRO]",
        "sources: MODEL",
        "“sources” has to be a list, with a dash before each line.",
    ),
    ("an empty list", "sources: [MODEL, COPRO]", "sources: []", "“sources” is empty."),
    (
        "a copy mark",
        "note: Anyone can start here.",
        "note: &here Anyone",
        "Copy marks (& and *) are not allowed here.",
    ),
    (
        "a tag",
        "note: Anyone can start here.",
        "note: !!python/name:os.system Anyone",
        "Tags (!) are not allowed here.",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [case[1:] for case in ONE_CHANGE],
    ids=[case[0] for case in ONE_CHANGE],
)
def test_a_wrong_line_is_refused_by_its_number(broken, line_of, old, new, reason):
    problems = broken(old, new)

    assert problems == [f"line {line_of(old)}: {reason}"]


def test_an_id_twice_is_refused(broken, line_of):
    problems = broken("id: BI-2", "id: BI-1")

    first = line_of("id: BI-1")
    assert problems == [f"line {line_of('id: BI-2')}: The ID “BI-1” is on line {first} already."]


def test_half_a_letter_is_refused(broken, line_of):
    [problem] = broken("item: Say where the idea came from.", 'item: "Say \\uD800 where"')

    assert problem.startswith(f"line {line_of('item: Say where the idea')}: ")


def test_a_name_twice_is_refused(broken, line_of):
    problems = broken("note: Anyone can start here.", "note: Anyone.\n    note: Again.")

    line = line_of("note: Anyone can start here.") + 1
    assert problems == [f"line {line}: “note” is here twice."]


@pytest.mark.parametrize(
    ("entry", "old", "new", "reason"),
    [
        (
            "- key: decision-time",
            "title: Decision Time",
            "title: Decision Day",
            "The title of “decision-time” has to be “Decision Time”.",
        ),
        (
            "- key: collaborative-partnership",
            "mode: throughout",
            "mode: step",
            "The mode of “collaborative-partnership” has to be “throughout”.",
        ),
        (
            "- key: gather-ideas",
            "order: 5",
            "order: 6",
            "The order of “gather-ideas” has to be “5”.",
        ),
        (
            "- id: L-2",
            "name: We ask you",
            "name: We quiz you",
            "The name of “L-2” has to be “We ask you”.",
        ),
    ],
)
def test_what_is_the_models_stays_the_models(broken, line_of, entry, old, new, reason):
    assert broken(old, new) == [f"line {line_of(entry)}: {reason}"]


def test_a_missing_name_is_refused(broken, line_of):
    problems = broken("        easy: Say who had the idea.\n", "")

    assert problems == [f"line {line_of('id: BI-2')}: “easy” is missing."]


def test_help_may_be_left_out(guide_file):
    line = (
        "        help: It might be a person, a team, a complaint, a new rule or a money problem.\n"
    )
    text = guide_file.decode()
    assert line in text

    item = read_edition(text.replace(line, "").encode())["stages"][0]["checklist"][1]
    assert item["id"] == "BI-2"
    assert "help" not in item


def test_a_stage_of_another_model_is_refused(broken, line_of):
    problems = broken("- key: decision-time", "- key: lunch-time")

    line = line_of("- key: decision-time")
    assert problems[1].startswith(f"line {line}: “lunch-time” is not a known key. Known are: big-")
    first = line_of("- key: big-idea")
    assert problems[0] == f"line {first}: “decision-time” is missing from “stages”."
    assert len(problems) == 2


def test_a_stage_twice_is_refused(guide_file, line_of):
    text = guide_file.decode()
    start, end = text.index("  # Stage 2"), text.index("  # Stage 3")
    doubled = text[:end] + text[start:end] + text[end:]
    problems = said_of(doubled.encode())

    again = doubled[: doubled.rindex("- key: decision-time")].count("\n") + 1
    assert f"line {again}: “decision-time” is here twice." in problems


def test_a_missing_stage_is_refused(guide_file, line_of):
    text = guide_file.decode()
    start, end = text.index("  # Stage 2"), text.index("  # Stage 3")
    problems = said_of((text[:start] + text[end:]).encode())

    line = line_of("- key: big-idea")
    assert problems == [f"line {line}: “decision-time” is missing from “stages”."]


def test_stages_in_another_order_are_refused(guide_file, line_of):
    text = guide_file.decode()
    second, third = text.index("  # Stage 2"), text.index("  # Stage 3")
    end = text.index("  # Stage 4")
    mixed = text[:second] + text[third:end] + text[second:third] + text[end:]

    line = line_of("- key: big-idea")
    assert said_of(mixed.encode()) == [f"line {line}: “stages” is not in the model's order."]


def test_every_problem_is_listed_in_order(guide_file, line_of):
    text = guide_file.decode()
    text = text.replace("audience: sponsor", "audience: nobody", 1)
    text = text.replace("easy: Say who had the idea.", "easy: ''", 1)
    problems = said_of(text.encode())

    assert problems[0] == f"line {line_of('easy: Say who had the idea.')}: “easy” is empty."
    assert problems[1].startswith(f"line {line_of('audience: sponsor')}: “nobody” is not a known")
    assert len(problems) == 2


def test_what_is_not_yaml_is_refused_by_its_line():
    [problem] = said_of(b"edition:\n  name: [one\nstages: two\n")

    assert problem.startswith("line 3: This is not YAML that can be read (")


NOT_A_GUIDE = [
    (b"", "line 1: The file is empty."),
    (b"just words", "line 1: “the file” has to be made of lines such as “name: text”."),
    (b"a: 1\n---\nb: 2\n", "line 2: Only one document may be in a file."),
    (b"a: 1\nb: \xff\n", "line 2: This is not text in UTF-8."),
    (b"a: 1\nb: \x07\n", "line 2: There is a character here that YAML forbids."),
    (b"[" * 500_000, "line 1: Too many lists inside one another."),
    (b"{a: " * 100_000, "line 1: Too many lists inside one another."),
    (b"#" * (LARGEST + 1), f"line 1: The file is too large. It may have {LARGEST} bytes."),
]


@pytest.mark.parametrize(
    ("data", "problem"),
    NOT_A_GUIDE,
    ids=["empty", "words", "two", "bytes", "bell", "deep", "deeper", "large"],
)
def test_what_is_no_guide_at_all_is_refused(data, problem):
    assert said_of(data) == [problem]


def test_a_bomb_of_copies_is_refused_without_being_built():
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 40):
        copies = b", ".join([b"*a%d" % (number - 1)] * 9)
        lines.append(b"a%d: &a%d [%s]" % (number, number, copies))
    began = time.process_time()
    problems = said_of(b"\n".join(lines))

    assert problems[0] == "line 1: Copy marks (& and *) are not allowed here."
    assert len(problems) == 40 + 39 * 9
    assert time.process_time() - began < 5


def test_the_guide_needs_less_depth_than_is_allowed(guide_file):
    deepest = "x: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)

    assert "Too many" not in "".join(said_of(deepest.encode()))
    assert "Too many" in "".join(said_of(deepest.replace("[]", "[[]]").encode()))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_comes_is_refused_in_words(data):
    problems = said_of(data)

    assert all(problem.startswith("line ") for problem in problems)
