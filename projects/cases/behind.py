"""What stands behind each thing that came from a case: where it was read, and what is assumed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.cases.sections import SECTIONS
from projects.exports.where_read import words

CALLED = {
    "open_fixed": (gettext_lazy("What is open?"), "part"),
    "team": (gettext_lazy("Team"), "role"),
    "sources_of_evidence": (gettext_lazy("What we found out"), "title"),
    "sessions": (gettext_lazy("Where we asked people"), "community"),
    "ideas": (gettext_lazy("Ideas"), "text"),
    "you_said_we_did": (gettext_lazy("You said, we did"), "said"),
    "decisions": (gettext_lazy("Decisions"), "question"),
    "actions": (gettext_lazy("The plan"), "what"),
    "updates": (gettext_lazy("Updates"), "headline"),
    "questions_and_answers": (gettext_lazy("Questions and answers"), "question"),
    "measures": (gettext_lazy("What difference it makes"), "name"),
    "learning": (gettext_lazy("What we learned"), "text"),
}
"""Of each section: what people call it, and the field that says which thing it is."""


@dataclass(frozen=True)
class Behind:
    """One thing of the project, as the case tells where it comes from."""

    words: str
    address: str
    sources: list
    is_assumed: bool
    notes: list


def behind(project):
    """`[(section, [Behind])]` in the order of the case: of what is here, and for others to read."""
    entries = list(project.case_entries.order_by("section", "position"))
    found = []
    for section in SECTIONS:
        those = [one for one in entries if one.section == section.name]
        here = {row.pk: row for row in section.rows(project)} if those else {}
        told = [
            behind_of(one.entry, here[one.row], CALLED[section.name][1])
            for one in those
            if one.row in here and isinstance(one.entry, dict)
        ]
        if told:
            found.append((CALLED[section.name][0], told))
    return found


def behind_of(entry, row, field):
    named = entry.get("source")
    notes = [words(entry, "note")] if field == "role" else []
    if entry.get("level_inferred"):
        notes.append(_("How much say people have is our own reading."))
    notes.append(words(entry, "inferred_note"))
    return Behind(
        words(entry, field),
        row.get_absolute_url() if hasattr(row, "get_absolute_url") else "",
        [one for one in (named if isinstance(named, list) else [named]) if isinstance(one, str)],
        bool(entry.get("inferred")),
        [note for note in notes if note],
    )


def assumed_answers(project):
    """The items of the checklists whose answer is assumed, in the order of the stages."""
    answers = project.imported_case.document.get("checklist")
    answers = answers if isinstance(answers, dict) else {}
    keys = [key for key, said in answers.items() if isinstance(said, dict) and said.get("inferred")]
    return list(project.checklist.filter(key__in=keys).order_by("pk"))
