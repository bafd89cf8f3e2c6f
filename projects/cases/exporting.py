"""A project told as a case file: for another installation, or to keep beside it."""

from collections import defaultdict
from operator import itemgetter

import yaml
from django.utils.translation import gettext as _

from projects.cases.form import ORIGINS, SCHEMA
from projects.cases.sections import SECTIONS

CASES_ORIGIN = {ours: theirs for theirs, ours in ORIGINS.items()}
KEPT = (
    "organisations", "where", "period", "about_sources", "sources", "problem_source",
    "problem_inferred", "problem_inferred_note", "checklist_as_of",
)  # fmt: skip
"""What is said of the case itself, which no room of ours holds: told as it was imported."""


def case_of(project):
    """The project as a case, as plain data. No member is named, and nothing private is in it.

    A case that was imported and not changed is told exactly as it was.
    """
    imported = getattr(project, "imported_case", None)
    was = imported.document if imported else {}
    case = {
        "schema": SCHEMA,
        "id": imported.case if imported else f"project-{project.pk}",
        "title": project.title,
        "where": project.organisation.name,
        "organisations": [{"name": project.organisation.name}],
        "sources": [],
        "summary": project.idea,
        "origin": CASES_ORIGIN[project.origin],
        "problem": project.problem,
    }
    if project.origin_note:
        case["origin_note"] = project.origin_note
    case |= {name: was[name] for name in KEPT if name in was}
    for section in SECTIONS:
        case[section.name] = entries_of(project, section)
    case["checklist"] = answers_of(project, was.get("checklist", {}))
    return case


def as_yaml(case):
    """The case as the text of a file that `import_case` reads."""
    about = _("Told by Collab. It names nobody of the team.")
    told = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=120)
    return f"# {about}\n{told}"


def entries_of(project, section):
    """Each row as an entry: what was imported stays, except what was changed here since.

    A case that said the same twice became one row, and says it twice again.
    """
    known = defaultdict(list)
    for kept in project.case_entries.filter(section=section.name):
        known[kept.row].append(kept)
    told, alone = [], []
    for row in section.rows(project):
        said = section.said(row)
        told += [(kept.position, entry_of(said, kept)) for kept in known[row.pk]]
        if not known[row.pk]:
            alone.append(section.alone(row) | said)
    return [entry for _position, entry in sorted(told, key=itemgetter(0))] + alone


def entry_of(said, kept):
    """What was imported, with what the row says differently by now."""
    changed = {name: value for name, value in said.items() if value != kept.said.get(name)}
    gone = {name for name in kept.said if name not in said}
    return {name: value for name, value in kept.entry.items() if name not in gone} | changed


def answers_of(project, was):
    """The guide's items that have an answer, by their ID."""
    told = {}
    for item in project.checklist.exclude(value="").exclude(key=""):
        answer = {"state": item.value} | ({"note": item.note} if item.note else {})
        told[item.key] = was.get(item.key, {}) | answer
        if not item.note:
            told[item.key].pop("note", None)
    return told
