"""Making a record: gather once, write the data, draw the page, draw the paper from it, keep all."""

from contextlib import suppress
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.exports.models import NotTheNext, Record, RecordFile, next_number
from projects.exports.record import SCHEMA, canonical, data_of, mark_of, record_of
from ui.pdf import pdf_of, seen

TRIES = 3


def make_record(project, *, by, note=""):
    """The record of the project as it is now, or today's that says just the same.

    Raises NoPlace when other documents are being drawn, NoEngine where none can be.
    """
    for _again in range(TRIES - 1):
        with suppress(NotTheNext):
            return made(project, by=by, note=note)
    return made(project, by=by, note=note)


def made(project, *, by, note):
    """Nobody waits while it is drawn; what it shows was true together, at one version."""
    with project.changing(closed_too=True):
        project.refresh_from_db()
        last, found = project.records.first(), record_of(project)
        about = about_record(project, next_number(project), note)
    sections = data_of(found)
    mark, made_at = mark_of(sections), about["made_at"]
    if last and last.says_the_same(by=by, mark=mark, note=note, at=made_at):
        return last
    contents = contents_of(project, about, found, sections)
    kept = {name: about[name] for name in ("number", "version", "made_at")}
    quoted = found["quoted"]
    return Record.keep(
        project, by=by, contents=contents, mark=mark, note=note, quoted=quoted, **kept
    )


def about_record(project, number, note=""):
    """What a record says of itself. Who made it is said as a role."""
    return {
        "number": number,
        "made_at": timezone.now(),
        "version": project.version,
        "note": note,
        "made_by": _("a lead of the project"),
    }


def contents_of(project, about, found, sections):
    """`{Kind: bytes}`. Page and paper tell the SHA-256 of the data that they were drawn with."""
    data = canonical(
        {
            "schema": SCHEMA,
            "project": project.title,
            "organisation": project.organisation.name,
            "guide": str(project.edition),
            "record": about["number"],
            "made_at": about["made_at"].isoformat(),
            "made_by": about["made_by"],
            "why": about["note"],
            "version": about["version"],
            "sections": sections,
        }
    )
    context = {"project": project, "record": about, "summary": found}
    context["data_digest"] = sha256(data).hexdigest()
    page, large = (
        seen(render_to_string("projects/exports/records/paper.html", context | {"large": is_large}))
        for is_large in (False, True)
    )
    kinds = RecordFile.Kind
    papers = {kinds.PDF: pdf_of(page), kinds.LARGE: pdf_of(large)}
    return papers | {kinds.HTML: page.encode(), kinds.DATA: data}
