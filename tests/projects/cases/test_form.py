import pytest

from projects.cases.form import problems_of
from projects.cases.reading import read_file
from tests.projects.cases.conftest import CASES, PREFIXES

KEYS = {f"{prefix}-{number}" for prefix in PREFIXES for number in range(1, 10)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_three_cases_have_the_form(path):
    assert problems_of(read_file(path), KEYS) == []


def change(case, path, value):
    *way, last = path
    for step in way:
        case = case[step]
    if value is ...:
        del case[last]
    else:
        case[last] = value


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["title"], ..., "title: this field is missing"),
        (["title"], "", "title: this is empty"),
        (["title"], "x" * 201, "title: this is longer than 200 characters"),
        (["title"], "Two\nlines", "title: this has to be one line"),
        (["schema"], "case-2", 'schema: "case-2" is not one of case-1'),
        (["id"], "Betts Ward", "id: use small letters, figures and hyphens"),
        (["origin"], "money",
         'origin: "money" is not one of person, team, policy, service_change, finance'),
        (["organisations"], [], "organisations: there has to be at least one"),
        (["team"], "Carer 1", "team: this has to be a list"),
        (["team", 2, "perspective"], "nurse",
         'team[2].perspective: "nurse" is not one of service_user, carer, staff, partner'),
        (["team", 2, "email"], "x@collab.example",
         "team[2].email: a case has no such field here; it may have role, perspective, speaks_for, "
         "note, source, inferred, inferred_note"),
        (["team", 0], "Carer 1", "team[0]: this has to have fields with names"),
        (["open_fixed", 1, "level"], "L-6",
         'open_fixed[1].level: "L-6" is not one of L-1, L-2, L-3, L-4, L-5'),
        (["open_fixed", 0, "state"], ["open"],
         'open_fixed[0].state: "[\'open\']" is not one of open, partly, fixed'),
        (["decisions", 3, "date"], "2021-02-30",
         "decisions[3].date: Write a real date, such as 2021, 2021-07 or 2021-07-20."),
        (["decisions", 3, "date"], 2021, 'decisions[3].date: put the date in "quotes"'),
        (["decisions", 3, "date"], "2020 to 2021 to 2022",
         'decisions[3].date: Write one date, or two with " to " between.'),
        (["decisions", 0, "source"], ["S1", "S99"],
         'decisions[0].source[1]: "S99" is not the id of a source here'),
        (["decisions", 0, "options"], "A or B", "decisions[0].options: this has to be a list"),
        (["decisions", 0, "inferred"], "true",
         "decisions[0].inferred: this has to be true or false"),
        (["sources", 0, "url"], "javascript:alert(1)",
         "sources[0].url: this has to be an address that begins with https://"),
        (["measures", 0, "readings", 0, "value"], True,
         'measures[0].readings[0].value: this has to be a number, or words in "quotes"'),
        (["checklist", "BI-1", "state"], "yes",
         'checklist.BI-1.state: "yes" is not one of done, partly, not_yet, not_needed'),
        (["checklist", "XX-1"], {"state": "done"},
         "checklist.XX-1: the guide has no item with this ID"),
        (["checklist", "MC-6"], {"state": "not_needed"},
         "checklist.MC-6.note: say why it is not needed"),
        (["checklist", "MC-6"], {"state": "not_needed", "note": " "},
         "checklist.MC-6.note: this is empty"),
        (["checklist"], [],
         "checklist: this has to have item IDs of the guide, such as BI-1"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_path(case, path, value, problem):
    change(case, path, value)
    assert problems_of(case, KEYS) == [problem]


@pytest.mark.parametrize("document", [None, [], "title", 7, {}])
def test_something_that_is_no_case_is_named(document):
    assert problems_of(document, KEYS) != []


def test_all_mistakes_are_listed_at_once(case):
    case["title"] = ""
    case["team"][2]["perspective"] = "nurse"
    del case["updates"]
    assert problems_of(case, KEYS) == [
        "updates: this field is missing",
        "title: this is empty",
        'team[2].perspective: "nurse" is not one of service_user, carer, staff, partner',
    ]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["actions", 0, "decision"], "Who?",
         "actions[0].decision: no decision here has this question"),
        (["measures", 0, "actions"], ["Nothing of the kind"],
         "measures[0].actions: there is no such action here"),
        (["measures"], [{"name": f"M{n}", "unit": "people", "direction": "up"} for n in range(6)],
         "measures: a project has five measures at most"),
        (["measures", 0, "readings", 0], {"date": "2021"},
         "measures[0]: each figure needs a value: a number, or words"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_said(case, path, value, problem):
    change(case, path, value)

    assert problems_of(case, KEYS) == [problem]
