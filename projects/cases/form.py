"""The form of a case file, `case-1`: what it may say, and what is wrong with one that differs."""

import re
from functools import partial

from django.utils.translation import gettext as _

from projects.cases.rules import (
    address,
    checklist,
    day,
    fields,
    figure,
    list_of,
    one_line,
    one_of,
    problem,
    short,
    sources_among,
    text,
    unless_null,
    yes_or_no,
)
from projects.checklist.models import Answer
from projects.conversation.models import Update
from projects.decisions.models import Decision
from projects.evidence.models import Source
from projects.ideas.models import Idea, Session, Theme
from projects.impact.models import Measure, Reading
from projects.impact.models.measures import MOST
from projects.models import Membership, Part, Project
from projects.plan.models import Action
from stages.models import Level

SCHEMA = "case-1"
ORIGINS = {
    "person": Project.Origin.PERSON,
    "team": Project.Origin.TEAM,
    "policy": Project.Origin.POLICY,
    "service_change": Project.Origin.SERVICE_CHANGE,
    "finance": Project.Origin.MONEY,
}
"""A case's word for where the idea came from → ours."""
MOST_PEOPLE = 100_000_000


def problems_of(document, keys):
    """Everything that is wrong with the document, a line each, for a guide with these item IDs."""
    problems = list(whole(document, keys)(document, ""))
    return problems or list(contradictions(document))


def contradictions(document):
    """What each field may say, but not together with another."""
    for key, answer in document["checklist"].items():
        if answer["state"] == Answer.NOT_NEEDED and not (answer.get("note") or "").strip():
            yield f"checklist.{key}.note: " + _("say why it is not needed")
    for number, idea in enumerate(document.get("ideas", [])):
        if idea["outcome"] in Idea.NEEDS_WHY and not (idea.get("because") or "").strip():
            yield f"ideas[{number}].because: " + _("say why it is not used, or only partly")
    if len(document.get("measures", [])) > MOST:
        yield "measures: " + _("a project has five measures at most")
    yield from broken_threads(document)
    yield from values_missing(document)


def broken_threads(document):
    """What an entry says of another has to be in the file."""
    decided = {one["question"] for one in document["decisions"]}
    done = {one["what"] for one in document.get("actions", [])}
    for number, action in enumerate(document.get("actions", [])):
        if action.get("decision") and action["decision"] not in decided:
            yield f"actions[{number}].decision: " + _("no decision here has this question")
    for number, measure in enumerate(document.get("measures", [])):
        if not set(measure.get("actions", [])) <= done:
            yield f"measures[{number}].actions: " + _("there is no such action here")


def values_missing(document):
    for number, measure in enumerate(document.get("measures", [])):
        found = [measure.get("baseline"), measure.get("target"), *measure.get("readings", [])]
        if any(one is not None and one.get("value") in (None, "") for one in found):
            yield f"measures[{number}]: " + _("each figure needs a value: a number, or words")


# The form

may_be_empty = partial(text, empty=True)
line = one_line(1000)


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
            "summary": may_be_empty,
            "origin": one_of(ORIGINS),
            "problem": may_be_empty,
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
            "sources_of_evidence": list_of(evidence_fields(doubt)),
            "sessions": list_of(session_fields(doubt, note)),
            "ideas": list_of(idea_fields(doubt, note)),
            "actions": list_of(action_fields(doubt, note)),
            "questions_and_answers": list_of(
                fields({"date": day, "question": text, "answer": text}, doubt)
            ),
            "you_said_we_did": list_of(
                fields({"said": text, "did_or_could_not": line}, {"reason": note, **doubt})
            ),
            "measures": list_of(measure_fields(doubt, note)),
            "learning": list_of(fields({"text": text}, doubt)),
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
        {
            "level": unless_null(one_of(Level.values)),
            "level_inferred": yes_or_no,
            "by_whom": unless_null(one_line(Part._meta.get_field("by_whom").max_length)),
            **doubt,
        },
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
            "status": one_of([Decision.Status.PROPOSED]),
            "ideas": list_of(text),
            **doubt,
        },
    )


def evidence_fields(doubt):
    longest = {name: Source._meta.get_field(name).max_length for name in ("title", "finding")}
    return fields(
        {
            "kind": one_of(Source.SORTS),
            "title": one_line(longest["title"]),
            "finding": short(longest["finding"], empty=True),
        },
        {"date": day, "url": unless_null(address), **doubt},
    )


def session_fields(doubt, note):
    names = ("where", "community", "method", "how_many_note")
    longest = {name: Session._meta.get_field(name).max_length for name in names}
    breakdown = fields({}, dict.fromkeys(Membership.Perspective.values, figure))
    return fields(
        {
            "date": day,
            "where": one_line(longest["where"]),
            "community": one_line(longest["community"]),
            "method": one_line(longest["method"], empty=True),
        },
        {
            "how_many": unless_null(how_many),
            "how_many_note": unless_null(one_line(longest["how_many_note"])),
            "breakdown": unless_null(breakdown),
            "main_points": list_of(one_line(500)),
            "ideas": list_of(fields({"text": text})),
            **doubt,
        },
    )


def how_many(value, path):
    """A whole number of people, or words where nobody counted."""
    yield from figure(value, path)
    if isinstance(value, float) or (isinstance(value, int) and not 0 <= value <= MOST_PEOPLE):
        yield from problem(path, _("this has to be a whole number of people"))


def idea_fields(doubt, note):
    return fields(
        {"text": text, "outcome": one_of(Idea.Status.values)},
        {
            "origin": unless_null(one_line(Idea._meta.get_field("came_from").max_length)),
            "theme": unless_null(one_line(Theme._meta.get_field("name").max_length)),
            "because": note,
            **doubt,
        },
    )


def update_fields(doubt):
    most = Update._meta.get_field("headline").max_length
    return fields({"date": day, "headline": one_line(most), "text": may_be_empty}, doubt)


def action_fields(doubt, note):
    longest = {name: Action._meta.get_field(name).max_length for name in ("what", "body")}
    states = ["done", "in_progress", "late", "not_started"]
    return fields(
        {"what": one_line(longest["what"]), "state": one_of(states)},
        {
            "who_role": unless_null(one_line(longest["body"])),
            "due": day,
            "note": note,
            "decision": unless_null(text),
            **doubt,
        },
    )


def measure_fields(doubt, note):
    longest = {name: Measure._meta.get_field(name).max_length for name in ("name", "unit")}
    period = unless_null(one_line(Reading._meta.get_field("period").max_length))
    reading = fields({"date": day}, {"value": figure, "period": period})
    return fields(
        {
            "name": one_line(longest["name"]),
            "unit": one_line(longest["unit"]),
            "direction": one_of(Measure.Direction.values),
        },
        {
            "baseline": unless_null(reading),
            "target": unless_null(reading),
            "readings": list_of(reading),
            "note": note,
            "actions": list_of(text),
            **doubt,
        },
    )
