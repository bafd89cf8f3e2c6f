"""A value of a column as the file says it, and back: the same one in every database."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import connection, models
from django.utils.translation import gettext as _

from projects.partnership.models.sealed_box import VALUES

DEEPEST = 12
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What PostgreSQL cannot keep, or no text can hold."""
WHOLE = (models.IntegerField, models.AutoField)


class Wrong(Exception):
    """A value that this column cannot have; the reason is in words."""


def told(column, value):
    """The value in the file: text, a whole number, true, false, null; JSON stays what it is."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def taken(column, said):
    """The value that the file says, checked. Raises Wrong."""
    if said is None and column.null:
        return None
    if isinstance(column, models.JSONField):
        check_tree(said)
        if not SHAPES.get(column.name, any_tree)(said):
            raise Wrong(_("this is not built as we build it"))
        return said
    value = read(column, said)
    try:
        is_ours = told(column, value) == said
    except ArithmeticError:  # a number or a moment beyond all that we could write
        is_ours = False
    if not is_ours:
        raise Wrong(_("this is not written as we write it"))
    check_choice(column, value)
    return value


def read(column, said):
    if isinstance(column, models.BooleanField):
        return of_type(said, bool, _("this has to be true or false"))
    if isinstance(column, WHOLE):
        return whole(column, said)
    text = of_type(said, str, _("this has to be text"))
    for kind, reader in READERS.items():
        if isinstance(column, kind):
            try:
                return reader(text)
            except (ValueError, ArithmeticError):
                raise Wrong(_("this is no date, time or number as we write them")) from None
    return checked_text(column, text)


READERS = {
    models.DateTimeField: lambda text: aware(datetime.fromisoformat(text)),
    models.DateField: date.fromisoformat,
    models.TimeField: time.fromisoformat,
    models.DecimalField: Decimal,
}


def aware(moment):
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment


def of_type(said, kind, why):
    if not isinstance(said, kind):
        raise Wrong(why)
    return said


def whole(column, said):
    if isinstance(said, bool) or not isinstance(said, int):
        raise Wrong(_("this has to be a whole number"))
    least, most = connection.ops.integer_field_range(column.get_internal_type())
    if said < max(least or 0, 0) or said > (most or 2**63 - 1):
        raise Wrong(_("this number is too small or too large"))
    return said


def checked_text(column, text):
    if UNSTORABLE.search(text):
        raise Wrong(_("there are characters in the text that cannot be kept"))
    if column.max_length and len(text) > column.max_length:
        raise Wrong(_("this is longer than %(most)s characters") % {"most": column.max_length})
    if isinstance(column, models.URLField) and text and not text.startswith(SAFE):
        raise Wrong(_("this has to be an address that begins with https://"))
    return text


SAFE = ("https://", "http://")


def check_choice(column, value):
    """One of the words the column knows, and what its own validators let through."""
    if column.flatchoices and value not in ["", *dict(column.flatchoices)]:
        raise Wrong(_("this is not one of the words that may stand here"))
    if isinstance(column, models.DecimalField) and not value.is_finite():
        raise Wrong(_("this has to be a number"))
    if value in column.empty_values:
        return
    for check in column.validators:
        if isinstance(check, URLValidator):
            continue
        try:
            check(value)
        except ValidationError as error:
            raise Wrong(" ".join(error.messages)) from None


def any_tree(_said):
    return True


def texts(said):
    return isinstance(said, list) and all(isinstance(one, str) for one in said)


def numbers(said):
    """How many of each: whole, and none below nothing."""
    return isinstance(said, list) and all(is_number(one) for one in said)


def numbers_by_name(said):
    return isinstance(said, dict) and numbers(list(said.values()))


def is_number(said):
    return isinstance(said, int) and not isinstance(said, bool) and 0 <= said < 2**31


def spread(said):
    """How many gave each answer of the scale, or nothing where that is not told."""
    return numbers(said) and len(said) in (0, VALUES)


SHAPES = {"breakdown": numbers_by_name, "counts": spread, "groups": texts, "perspectives": texts}
"""What the pages rely on, of columns that hold a tree."""


def check_tree(said, depth=0):
    """Plain data, not too deep, with no text that a database refuses."""
    if depth > DEEPEST:
        raise Wrong(_("this is nested too deeply"))
    if isinstance(said, dict):
        for name, inside in said.items():
            check_tree(name, depth + 1)
            check_tree(inside, depth + 1)
    elif isinstance(said, list):
        for inside in said:
            check_tree(inside, depth + 1)
    elif isinstance(said, str) and UNSTORABLE.search(said):
        raise Wrong(_("there are characters in the text that cannot be kept"))
