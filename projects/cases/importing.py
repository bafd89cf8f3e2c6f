"""A case becomes a project, by the same verbs that people use."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from projects.cases.form import ORIGINS, problems_of
from projects.cases.reading import Refused
from projects.cases.sections import BY_NAME
from projects.checklist.models import Answer
from projects.models import CaseEntry, ImportedCase
from projects.start import start_project
from projects.telling import telling_nobody
from stages.models import STEPS, Edition

FIRST = (
    "open_fixed", "team", "sources_of_evidence", "sessions", "ideas", "you_said_we_did",
)  # fmt: skip
TOLD = ("decisions", "updates", "questions_and_answers")
STANDS_AT = 2 / 3
"""A case stands at the last step of which this share of the items is begun."""


class HereAlready(Exception):
    """The case was imported before. `.imported` is that one, and nothing was changed."""

    def __init__(self, imported):
        super().__init__(imported.case)
        self.imported = imported


@telling_nobody()
@transaction.atomic
def import_case(document, *, organisation="", lead=None):
    """A project made from the document, in the organisation named or the first of the case.

    Without a lead it gets one of its own, who has no e-mail. Raises Refused with every
    problem, HereAlready, and Edition.DoesNotExist when there is no guide yet.
    """
    edition = current_edition()
    refuse_what_is_wrong(document, edition)
    refuse_what_is_here(document)
    name = organisation or document["organisations"][0]["name"]
    lead = lead or User.objects.create_user(name=_("Example lead"))
    project = start_project(
        Organisation.objects.get_or_create(name=name)[0],
        document["title"],
        by=lead,
        edition=edition,
        is_example=True,
        **big_idea(document),
    )
    for name in FIRST:
        bring_in(project, BY_NAME[name], enumerate(document.get(name, [])), by=lead)
    answer_checklist(project, document["checklist"], by=lead)
    walk_to_its_step(project, document, by=lead)
    tell_what_happened(project, document, by=lead)
    for name in ("actions", "measures", "learning"):
        bring_in(project, BY_NAME[name], enumerate(document.get(name, [])), by=lead)
    ImportedCase.objects.create(project=project, case=document["id"], document=document)
    return project


def current_edition():
    """The guide, held until the end, so that one import waits for another."""
    current = Edition.objects.current()
    if current is None:
        raise Edition.DoesNotExist(_("Import a guide first: manage.py import_guide FILE"))
    return Edition.objects.select_for_update().get(pk=current.pk)


def refuse_what_is_wrong(document, edition):
    problems = problems_of(document, set(edition.checklist.values_list("key", flat=True)))
    if problems:
        raise Refused(problems)


def refuse_what_is_here(document):
    imported = ImportedCase.objects.filter(case=document["id"]).first()
    if imported is None:
        return
    if imported.document == document:
        raise HereAlready(imported)
    raise Refused([_("id: another case of this name is here already; nothing was changed")])


def big_idea(document):
    """The words of the case in the fields of a project."""
    return {
        "idea": document["summary"],
        "problem": document["problem"],
        "origin": ORIGINS[document["origin"]],
        "origin_note": document.get("origin_note", ""),
        "affected": _("People in %(where)s.") % {"where": document["where"]},
        "contact": _(
            "This is an example, put together from public sources in our own words. "
            "The organisations in it have not checked it. Please do not contact them about it."
        ),
    }


def bring_in(project, section, entries, *, by):
    """Each entry by the section's verb, and what the file says of it beside its row."""
    kept = []
    for position, entry in entries:
        row = section.bring_in(project, entry, by)
        told = {"section": section.name, "row": row.pk, "position": position, "entry": entry}
        kept.append(CaseEntry(project=project, said=section.said(row), **told))
    CaseEntry.objects.bulk_create(kept)


def answer_checklist(project, answers, *, by):
    for item in project.checklist.filter(key__in=answers):
        given = answers[item.key]
        item.answer(given["state"], by=by, note=given.get("note", ""))


def walk_to_its_step(project, document, *, by):
    """From step to step, as far as the checklist has come; the case's own note says why there."""
    note = document.get("checklist_as_of", {}).get("note")
    last = where_it_stands(project)
    for step in STEPS[1 : STEPS.index(last) + 1]:
        because = note if step == last and note else _("The case had come this far.")
        project.move_to(step, by=by, because=because)


def where_it_stands(project):
    begun = dict.fromkeys(STEPS, 0)
    known = dict(begun)
    for item in project.checklist.filter(stage__in=STEPS):
        known[item.stage] += 1
        begun[item.stage] += item.value not in (Answer.NONE, Answer.NOT_YET)
    far = [step for step in STEPS if known[step] and begun[step] / known[step] >= STANDS_AT]
    return far[-1] if far else STEPS[0]


def tell_what_happened(project, document, *, by):
    """What was decided, told and asked in the order of its dates; what has no date comes last."""
    happened = [
        (BY_NAME[name], number, entry)
        for name in TOLD
        for number, entry in enumerate(document.get(name, []))
    ]
    for section, number, entry in sorted(happened, key=lambda one: one[2]["date"] or "9999"):
        bring_in(project, section, [(number, entry)], by=by)
