"""The equality check on paper and as a spreadsheet: the present state, or a version.

It may leave the team, so it does not say who kept a version: being in a team is private.
"""

from datetime import date

from django.utils.translation import gettext as _

from projects.documents import is_large
from projects.evidence.equality.comparing import DATES, names_of_parts
from ui.pdf import pdf_response
from ui.spreadsheet import csv_response, lines_of


def pdf_of(request, project, rows, version=None):
    large = is_large(request)
    about = f"version-{version.number}" if version else "now"
    marks = [project.pk, project.version, project.organisation.name, about, large, date.today()]
    return pdf_response(
        request,
        "projects/evidence/equality/check_pdf.html",
        lambda: document_of(project, rows, version) | {"large": large},
        f"project-{project.pk}-equality-{about}.pdf",
        key="\x1f".join(str(mark) for mark in ["equality", *marks]),
    )


def document_of(project, rows, version=None):
    """What the document says of kept rows: those with words, and the names of the others."""
    return {
        "project": project,
        "version": version,
        "filled": [row for row in rows if is_filled(row)],
        "empty": [row["name"] for row in rows if not is_filled(row)],
        "parts": names_of_parts(),
        "dates": DATES,
    }


def is_filled(row):
    return any(row[part] for part in names_of_parts() if part != "name")


def csv_of(project, rows, version=None):
    about = f"version-{version.number}" if version else "now"
    parts = names_of_parts()
    parts["name"] = _("Group")
    lines = [[row[part] for part in parts] for row in rows]
    name = f"project-{project.pk}-equality-{about}.csv"
    return csv_response(lines_of(list(parts.values()), lines), name)
