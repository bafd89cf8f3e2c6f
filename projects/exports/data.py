"""What a paper draws, as plain data for a computer.

Of each kind of thing just the fields named here are taken, and a kind that is not named is an
error: so no person, no private row and no small number comes into the data by accident.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Choices, Manager
from django.utils.functional import Promise

from projects.assessment.models import Assessment
from projects.checklist.models import ChecklistItem
from projects.conversation.models import (
    Answer,
    AskedQuestion,
    Correction,
    Hearer,
    Meeting,
    Rhythm,
    Update,
)
from projects.conversation.models.rhythm import Heartbeat
from projects.decisions.models import Decision
from projects.evidence.models import EqualityLook, Source
from projects.evidence.models.equality import EqualityVersion
from projects.exports.ideas import IdeasOnPaper
from projects.exports.not_done import NotDone
from projects.exports.some import Some
from projects.exports.told import ToldByHand
from projects.ideas.heard import Figure, Heard
from projects.ideas.in_summary import Told
from projects.ideas.models import OpenQuestion, Session, Theme
from projects.impact.charts import RunChart
from projects.impact.models import Difference, Lesson, Meaning, Measure, Reading, WhatNext
from projects.models import Activity, AffectedGroup, Move, Part, StatusChange
from projects.partnership.models import Ways
from projects.payment.models import PaymentOffer, Rate
from projects.plan.models import Action, Aim, Approval, Cycle, PlanChange, SmallTest
from projects.story.seen import Said, Shown
from projects.story.you_said import Entry
from projects.whats_open.changes import Change


@dataclass(frozen=True)
class Renamed:
    """A field that is called something else in the data."""

    field: str
    name: str


WORDS_AND_PEOPLE = {
    Action: ("what", Renamed("who_here", "who"), "due", "state", "because", "done_on"),
    Activity: ("at", "subject", "note"),
    Aim: ("better", "for_whom", "how_much", "by_when", "because"),
    Answer: ("text", "answered_as", "on"),
    Approval: (
        "who", "what_for", "state", "needed_by", "asked_on", "answered_on", "reference", "because",
    ),
    AskedQuestion: ("words", "from_outside", "state", "answered_on", "answers"),
    AffectedGroup: ("name", "affected", "here", "heard", "ask"),
    Assessment: ("sentence", "alternative", "concluded_at"),
    Change: ("sentence", "because", "more"),
    ChecklistItem: ("stage", "wording", "value", "difference", "quotes"),
    Correction: ("text", "easy", "because"),
    Cycle: (
        "number", "plan", "where", "how_long", "prediction", "happened", "happened_on", "saw",
        "choice", "next_step", "chosen_on",
    ),
    Difference: ("said", "changed", "meant", "taking_part", "happened"),
    Decision: (
        "question", "status", "options", "decision", "reason", "dissent", "by_whom", "where",
        "decided", "review_on", "level", "voices", "behind",
    ),
    EqualityLook: ("looked_on", "stage", "note"),
    EqualityVersion: ("number", "why", "note", "stage", "kept_on"),
    Hearer: ("who", "what", "how", "how_often", "seen_to_by"),
    Lesson: ("stage", "text", "worked", "did_not"),
    Meaning: ("text", "who", "agreed_on"),
    Meeting: ("starts_at", "ends_at"),
    Measure: (
        "name", "unit", "purpose", "kind", "expected", "target_by", "numbers_from", "note",
        "numbers", "chart", "made_of_it", "retired_on", "retired_because",
    ),
    Move: ("at", "kind", "from_stage", "to_stage", "because", "skipped"),
    NotDone: ("words", "lines"),
    OpenQuestion: ("question", "about", "closes_on", "closed_at"),
    Part: ("name", "state", "level", "because", "by_whom", "look_again_on"),
    PaymentOffer: ("pays", "paid", "expenses", "how_to_claim", "how_long", "benefits"),
    PlanChange: ("kind", "what", "because", "next_step", "at"),
    Rate: ("what", "how_much", "note"),
    Reading: ("on", "period", "figure", "note", "is_baseline"),
    Rhythm: ("weeks", "because", "agreed_on"),
    Said: ("words", "who"),
    SmallTest: ("name", "stop_if", "look_on", "state", "cycles"),
    Session: (
        "way", "met", "where", "community", Renamed("people_in_words", "people"), "method",
        "points", "number", "answered_on", "has_news",
    ),
    Source: ("kind", "title", "finding", "whose_voice", "strength", "dated", "link"),
    StatusChange: ("at", "status", "because"),
    Theme: ("name", "about"),
    Update: (
        "headline", "audience", "kind", Renamed("text_on_paper", "text"), "told_on", "promised_on",
        "kept_on", Renamed("put_right", "corrections"),
    ),
    Ways: ("number", "text", "because", "revisit_on"),
    WhatNext: ("choice", "because", "watcher", "look_on"),
    ToldByHand: ("words", "messages"),
}  # fmt: skip
"""What may be told of each. A number of people only ever stands in words (`Figure`)."""

PUT_BESIDE = {
    "behind", "chart", "heard", "made_of_it", "numbers", "quotes", "voices", "who_here",
}  # fmt: skip
"""What rooms put beside a row where they tell it in full; elsewhere it is not there."""

SPECIAL = {
    RunChart: lambda chart: {"middle": chart.middle_words, "shows": chart.sentences},
    Heartbeat: lambda beat: beat.in_words,
    Entry: lambda entry: {
        "said": entry.said,
        "further_ideas": entry.more,
        "decision": entry.decision.question if entry.decision else "",
        "answer": entry.answer,
        "because": entry.because,
        "done": entry.done,
        "still_to_do": entry.still,
        "stopped": entry.stopped,
        "shows": entry.shows,
    },
    Figure: str,
    Heard: lambda heard: {"in_all": heard.whole, "ways": heard.ways},
    IdeasOnPaper: lambda ideas: {
        "in_all": ideas.in_all,
        "statuses": ideas.statuses,
        "themes": ideas.themes,
    },
    Shown: lambda shown: {
        "measure": shown.measure.name,
        "before": shown.before,
        "now": shown.now,
    },
    Some: lambda some: some.rows,
    Told: lambda told: {
        "text": told.text,
        "came_from": told.came_from,
        "status": told.idea.status,
        "because": told.idea.because,
        "decisions": [decision.question for decision in told.decisions],
    },
}
FOR_DRAWING = {"days", "most", "promises"}
"""What a dictionary holds for its fragment alone."""


def plain(value):
    """Dictionaries, lists, words, numbers, yes or no, and nothing; times as ISO 8601."""
    if value is None or isinstance(value, bool | int | Decimal):
        return str(value) if isinstance(value, Decimal) else value
    if isinstance(value, Choices):
        return value.value
    if isinstance(value, str | Promise):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key_of(k): plain(one) for k, one in value.items() if k not in FOR_DRAWING}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Manager):
        return [plain(one) for one in value.all()]
    if type(value) in SPECIAL:
        return plain(SPECIAL[type(value)](value))
    return {name: plain(one) for name, one in told_of(value)}


def told_of(thing):
    """`(name, value)` of what may be told of it. Raises KeyError for a kind that is not named."""
    for field in WORDS_AND_PEOPLE[type(thing)]:
        called = field if isinstance(field, Renamed) else Renamed(field, field)
        if called.field in PUT_BESIDE and not hasattr(thing, called.field):
            continue
        yield called.name, getattr(thing, called.field)


def key_of(key):
    return key.value if isinstance(key, Choices) else str(key)
