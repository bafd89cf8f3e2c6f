"""From bytes to plain data that is as we write it: each row with its columns and no others."""

import json

from django.utils.translation import gettext as _

from projects.cases.reading import Refused
from projects.transfer.exporting import SCHEMA
from projects.transfer.people import PARTS, numbered
from projects.transfer.rules import CARRIED, FILE, GUIDE, columns_of

MOST_PROBLEMS = 50
MOST_ROWS = 500_000
__all__ = ["Refused", "check_shape", "read_json"]


def read_json(data):
    """Plain data. Raises Refused: not JSON, a field twice, numbers without an end, no bottom."""
    try:
        return json.loads(data, object_pairs_hook=once, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        why = _("The data in it cannot be read: %(why)s")
        raise Refused([why % {"why": str(error)[:200]}]) from None


def once(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(_("a field is there twice"))
    return found


def no_number(name):
    raise ValueError(_("%(name)s is no number") % {"name": name})


def check_shape(document):
    """Every table, every row and every field is one we know. Raises Refused with each problem."""
    problems = list(problems_of(document))
    if problems:
        raise Refused(problems[:MOST_PROBLEMS])


def problems_of(document):
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        yield _("This file was made by another version of Collab.")
        return
    yield from names(document, {"schema", "guide", "rows", "people"}, "")
    yield from tables(document.get("guide"), "guide", dict.fromkeys(GUIDE))
    fields = {label: {"id", *(one.name for one in columns_of(label))} for label in CARRIED}
    fields[FILE] = fields[FILE] | {"content"}
    yield from tables(document.get("rows"), "rows", fields)
    yield from people(document.get("people"))


def tables(found, path, fields):
    yield from names(found, set(fields), path)
    if not isinstance(found, dict):
        return
    if sum(len(rows) for rows in found.values() if isinstance(rows, list)) > MOST_ROWS:
        yield _("%(path)s: there are too many rows") % {"path": path}
        return
    for label in [label for label in found if label in fields]:
        if not isinstance(found[label], list):
            yield _("%(path)s: this has to be a list") % {"path": f"{path}.{label}"}
            continue
        yield from numbered_rows(found[label], f"{path}.{label}", fields[label])


def numbered_rows(rows, path, fields):
    last = 0
    for position, row in enumerate(rows):
        where = f"{path}[{position}]"
        if fields is None:
            if not isinstance(row, dict):
                yield _("%(path)s: this has to have fields with names") % {"path": where}
            continue
        yield from names(row, fields, where)
        number = row.get("id") if isinstance(row, dict) else None
        if isinstance(number, bool) or not isinstance(number, int) or number <= last:
            yield _("%(path)s: the numbers have to go up from 1") % {"path": where}
            return
        last = number


def people(found):
    """They are numbered from 1, and each is one of the parts we know."""
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        yield _("people: this has to be a list")
        return
    parts = [row.get("part") for row in found]
    known = {str(part) for part in PARTS}
    if not all(isinstance(part, str) and part in known for part in parts):
        yield _("people: there is a part here that we do not know")
    elif numbered(parts) != found:
        yield _("people: they are not numbered as we number them")


def names(found, known, path):
    """A value with exactly these fields."""
    inside = f"{path}." if path else ""
    if not isinstance(found, dict):
        yield _("%(path)s: this has to have fields with names") % {"path": path or _("The file")}
        return
    for name in sorted(known - set(found)):
        yield _("%(path)s: this field is missing") % {"path": inside + name}
    for name in sorted(set(found) - known):
        shown = " ".join(name[:60].split())
        yield _("%(path)s: there is no such field here") % {"path": inside + shown}
