"""Where the words of a project were read that was made from a published case.

The case says it, and no room of ours holds it. A project that people began here has none of it.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ui.dates import as_people_write, check_partial_date

SURE = {
    "high": gettext_lazy("we are sure"),
    "medium": gettext_lazy("we are fairly sure"),
    "low": gettext_lazy("we are not sure"),
}


def where_read(project):
    """What the case says of itself; None where there is none. One query."""
    imported = getattr(project, "imported_case", None)
    if imported is None:
        return None
    case = imported.document if isinstance(imported.document, dict) else {}
    return {
        "where": words(case, "where"),
        "organisations": [
            {name: words(one, name) for name in ("name", "part")}
            for one in rows(case, "organisations")
        ],
        "period": {
            "from": when(case.get("period"), "from"),
            "to": when(case.get("period"), "to"),
            "note": words(case.get("period"), "note"),
        },
        "about": words(case, "about_sources"),
        "sources": [source_of(one) for one in rows(case, "sources")],
        "assumed": words(case, "problem_inferred_note"),
        "checklist": {
            "date": when(case.get("checklist_as_of"), "date"),
            "note": words(case.get("checklist_as_of"), "note"),
        },
    }


def source_of(said):
    address = words(said, "url")
    return {
        "id": words(said, "id"),
        "title": words(said, "title") or address or _("Not named"),
        "address": address if address.startswith(("https://", "http://")) else "",
        "date": when(said, "date"),
        "gave": words(said, "gave"),
        "sure": SURE.get(words(said, "confidence"), ""),
    }


# A case comes from a file that somebody wrote: what has another shape than it should is nothing.


def rows(said, name):
    found = said.get(name) if isinstance(said, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def words(said, name):
    found = said.get(name) if isinstance(said, dict) else None
    return str(found) if isinstance(found, str | int | float) else ""


def when(said, name):
    """A day as people write it; what is no day, such as “after 2013”, as it stands."""
    found = words(said, name)
    try:
        check_partial_date(found)
    except ValidationError:
        return found
    return as_people_write(found)
