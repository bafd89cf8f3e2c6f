"""The form of a case file, `case-1`: what it may say, and what is wrong with one that differs.

A rule is a function of a value and its path in the file that yields a line for each problem.
"""

import re
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.checklist.models import Answer
from projects.decisions.models import Decision
from projects.models import Membership, Part, Project
from stages.models import Level
from ui.dates import check_partial_date

SCHEMA = "case-1"
ORIGINS = {
    "person": Project.Origin.PERSON,
    "team": Project.Origin.TEAM,
    "policy": Project.Origin.POLICY,
    "service_change": Project.Origin.SERVICE_CHANGE,
    "finance": Project.Origin.MONEY,
}
"""A case's word for where the idea came from → ours."""
EVIDENCE = (
    "data",
    "survey",
    "report",
    "guidance",
    "research",
    "minutes",
    "petition",
    "story",
    "staff",
    "feedback",
    "equality_check",
)
GIVEN = [value for value in Answer.values if value]
WORDS = 5000


def problems_of(document, keys):
    """Everything that is wrong with the document, a line each, for a guide with these item IDs."""
    problems = list(whole(document, keys)(document, ""))
    return problems or list(contradictions(document))


def contradictions(document):
    """What each field may say, but not together with another."""
    for key, answer in document["checklist"].items():
        if answer["state"] == Answer.NOT_NEEDED and not (answer.get("note") or "").strip():
            yield f"checklist.{key}.note: " + _("say why it is not needed")


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


def short(most):
    return partial(text, most=most)


def one_line(most):
    def check(value, path):
        yield from text(value, path, most=most)
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


# The form


def whole(document, keys):
    note = unless_null(text)
    source = sources_among(ids_in(document))
    doubt = {"source": source, "inferred": yes_or_no, "inferred_note": note}
    return fields(
        {
            "schema": one_of([SCHEMA]),
            "id": named,
            "title": one_line(Project._meta.get_field("title").max_length),
            "where": short(300),
            "organisations": list_of(fields({"name": one_line(120)}, {"part": text}), at_least=1),
            "sources": list_of(source_fields()),
            "summary": text,
            "origin": one_of(ORIGINS),
            "problem": text,
            "open_fixed": list_of(part_fields(doubt)),
            "team": list_of(member_fields(doubt)),
            "decisions": list_of(decision_fields(doubt)),
            "updates": list_of(update_fields(doubt)),
            "checklist": checklist(keys),
        },
        {
            "period": fields({"from": day, "to": day}, {"note": note}),
            "about_sources": text,
            "origin_note": text,
            "problem_source": source,
            "problem_inferred": yes_or_no,
            "problem_inferred_note": note,
            "checklist_as_of": fields({"date": day}, {"note": note, "inferred": yes_or_no}),
            **kept_for_later(doubt, note),
        },
    )


def named(value, path):
    """The short name by which the same case is known again."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        yield from problem(path, _("use small letters, figures and hyphens"))
    elif len(value) > 80:
        yield from problem(path, _("this is longer than %(most)s characters"), most=80)


def ids_in(document):
    sources = document.get("sources") if isinstance(document, dict) else None
    listed = sources if isinstance(sources, list) else []
    ids = [one.get("id") for one in listed if isinstance(one, dict)]
    return {one for one in ids if isinstance(one, str)}


def source_fields():
    return fields(
        {
            "id": one_line(20),
            "url": unless_null(address),
            "gave": text,
            "confidence": one_of(["high", "medium", "low"]),
        },
        {"date": unless_null(text), "title": text},
    )


def part_fields(doubt):
    return fields(
        {
            "part": one_line(Part._meta.get_field("name").max_length),
            "state": one_of(Part.State.values),
            "reason": unless_null(text),
        },
        {"level": unless_null(one_of(Level.values)), "level_inferred": yes_or_no, **doubt},
    )


def member_fields(doubt):
    return fields(
        {"role": one_line(80), "perspective": one_of(Membership.Perspective.values)},
        {"speaks_for": unless_null(one_line(200)), "note": unless_null(text), **doubt},
    )


def decision_fields(doubt):
    longest = {name: Decision._meta.get_field(name).max_length for name in ("question", "by_whom")}
    return fields(
        {
            "question": one_line(longest["question"]),
            "decision": text,
            "date": day,
        },
        {
            "by_whom": unless_null(one_line(longest["by_whom"])),
            "options": list_of(one_line(500)),
            "reason": unless_null(text),
            "dissent": unless_null(text),
            **doubt,
        },
    )


def update_fields(doubt):
    return fields({"date": day, "headline": one_line(300), "text": text}, doubt)


def kept_for_later(doubt, note):
    """What no room shows yet: checked all the same, and kept in the imported document."""
    reading = fields({"date": day}, {"value": figure, "period": note})
    breakdown = fields({}, dict.fromkeys(Membership.Perspective.values, figure))
    return {
        "sources_of_evidence": list_of(
            fields(
                {"kind": one_of(EVIDENCE), "title": text, "finding": text},
                {"date": day, "url": unless_null(address), **doubt},
            )
        ),
        "sessions": list_of(
            fields(
                {"date": day, "where": text, "community": text, "method": text},
                {
                    "how_many": unless_null(figure),
                    "how_many_note": note,
                    "breakdown": unless_null(breakdown),
                    "main_points": list_of(text),
                    **doubt,
                },
            )
        ),
        "ideas": list_of(
            fields(
                {"text": text, "outcome": one_of(["used", "partly", "not_used"])},
                {"origin": note, "theme": note, "because": note, **doubt},
            )
        ),
        "actions": list_of(
            fields(
                {"what": text, "state": one_of(["done", "in_progress", "late", "not_started"])},
                {"who_role": note, "due": day, "note": note, **doubt},
            )
        ),
        "questions_and_answers": list_of(
            fields({"date": day, "question": text, "answer": text}, doubt)
        ),
        "you_said_we_did": list_of(
            fields({"said": text, "did_or_could_not": text}, {"reason": note, **doubt})
        ),
        "measures": list_of(
            fields(
                {"name": text, "unit": text, "direction": one_of(["up", "down", "none"])},
                {
                    "baseline": unless_null(reading),
                    "target": unless_null(reading),
                    "readings": list_of(reading),
                    "note": note,
                    **doubt,
                },
            )
        ),
        "learning": list_of(fields({"text": text}, doubt)),
    }
