"""What a value of a case file may be. A rule is a function of a value and its path in the file
that yields a line for each problem."""

import re
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.checklist.models import Answer
from ui.dates import check_partial_date

GIVEN = [value for value in Answer.values if value]
WORDS = 5000


# Rules for one value


def problem(path, why, **values):
    yield f"{path or _('The file')}: {why % values if values else why}"


def shown(value):
    """What the file says, short enough for a line of problems."""
    return " ".join(str(value)[:60].split())


def text(value, path, *, most=WORDS, empty=False):
    if not isinstance(value, str):
        yield from problem(path, _('this has to be text; put it in "quotes"'))
    elif not empty and not value.strip():
        yield from problem(path, _("this is empty"))
    elif len(value) > most:
        yield from problem(path, _("this is longer than %(most)s characters"), most=most)


def short(most, *, empty=False):
    return partial(text, most=most, empty=empty)


def one_line(most, *, empty=False):
    def check(value, path):
        yield from text(value, path, most=most, empty=empty)
        if isinstance(value, str) and "\n" in value.strip():
            yield from problem(path, _("this has to be one line"))

    return check


def one_of(choices):
    def check(value, path):
        if not isinstance(value, str) or value not in choices:
            said = f'"{shown(value)}"'
            among = ", ".join(choices)
            why = _("%(said)s is not one of %(among)s")
            yield from problem(path, why, said=said, among=among)

    return check


def day(value, path):
    """A year, a month, a day, or two of these with " to " between; nothing when not known."""
    if value is None:
        return
    if not isinstance(value, str):
        yield from problem(path, _('put the date in "quotes"'))
        return
    try:
        check_partial_date(value)
        if value.count(" to ") > 1 or not value.isascii():
            raise ValidationError(_('Write one date, or two with " to " between.'))
    except ValidationError as error:
        yield from problem(path, error.messages[0])


def yes_or_no(value, path):
    if not isinstance(value, bool):
        yield from problem(path, _("this has to be true or false"))


def address(value, path):
    yield from text(value, path, most=500)
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"]+", value):
        yield from problem(path, _("this has to be an address that begins with https://"))


def figure(value, path):
    """A number, or words where nobody counted."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        yield from problem(path, _('this has to be a number, or words in "quotes"'))
    elif isinstance(value, str):
        yield from text(value, path, most=200)


# Rules for several


def unless_null(rule):
    def check(value, path):
        if value is not None:
            yield from rule(value, path)

    return check


def list_of(rule, *, at_least=0):
    def check(value, path):
        if not isinstance(value, list):
            yield from problem(path, _("this has to be a list"))
            return
        if len(value) < at_least:
            yield from problem(path, _("there has to be at least one"))
        for number, one in enumerate(value):
            yield from rule(one, f"{path}[{number}]")

    return check


def fields(needed, optional=None):
    """A value with named fields: all of `needed`, some of `optional` and no others."""
    known = needed | (optional or {})

    def check(value, path):
        if not isinstance(value, dict):
            yield from problem(path, _("this has to have fields with names"))
            return
        inside = f"{path}." if path else ""
        for name in [name for name in needed if name not in value]:
            yield from problem(inside + name, _("this field is missing"))
        for name in value:
            if name in known:
                yield from known[name](value[name], inside + name)
            else:
                why = _("a case has no such field here; it may have %(known)s")
                yield from problem(inside + shown(name), why, known=", ".join(known))

    return check


def checklist(keys):
    answer = fields({"state": one_of(GIVEN)}, {"note": text, "inferred": yes_or_no})

    def check(value, path):
        if not isinstance(value, dict):
            yield from problem(path, _("this has to have item IDs of the guide, such as BI-1"))
            return
        for key in value:
            inside = f"{path}.{shown(key)}"
            if key not in keys:
                yield from problem(inside, _("the guide has no item with this ID"))
            yield from answer(value[key], inside)

    return check


def sources_among(ids):
    """One ID of the file's own `sources`, a list of them, or null."""

    def check(value, path):
        if isinstance(value, list):
            for number, one in enumerate(value):
                yield from check_one(one, f"{path}[{number}]")
        elif value is not None:
            yield from check_one(value, path)

    def check_one(value, path):
        if not isinstance(value, str) or value not in ids:
            said = shown(value)
            yield from problem(path, _('"%(said)s" is not the id of a source here'), said=said)

    return check
