"""What of a project travels, column by column; what stays, and why.

Every model that leads to a project stands in one of these tables, and a test compares them with
all models there are: nothing new travels, and nothing new is forgotten, without a word here.

A plain column of a carried model travels by itself, a key as the number of the row it points at,
and a person as the part they have in the project ("Carer 1"). What could name or reach someone,
or open a door (`WATCHED`), has to be named here as `kept` or `out`, with the reason.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import models

PROJECT = "projects.Project"
EDITION = "stages.Edition"
PERSON = "accounts.User"
LINE = "projects.Activity"
FILE = "files.File"

WATCHED = {
    "name", "called", "email", "phone", "post_to", "reach", "contact", "speaks_for", "digest",
    "mark", "sealed", "on_the_day", "word", "code", "secret", "token", "stored",
    "url", "address",
}  # fmt: skip
"""Names of columns that may hold what names or reaches a person, or opens something."""
WATCHED_KINDS = (models.JSONField, models.BigIntegerField, models.PositiveBigIntegerField)
"""Kinds of columns that may hold the number of a row where no key says so."""

THINGS_NAME = "the name of a thing or of a group, never of a person"
CONTACT = "who someone is, or how to reach them"
OPENS = "opens something here; there it is made anew"


@dataclass(frozen=True)
class Carried:
    """A model whose rows travel. `path` leads from a row to its project."""

    path: str = "project"
    kept: dict = field(default_factory=dict)
    """Watched columns that travel all the same, and why."""
    out: dict = field(default_factory=dict)
    """Columns that stay, and why; there they are as in a new row."""
    numbers: dict = field(default_factory=dict)
    """Columns that hold the number of a row without being a key, and of which model."""
    only: models.Q = field(default_factory=models.Q)
    """Which rows, when not all of them: what every member may read."""


CARRIED = {
    PROJECT: Carried(
        path="pk",
        kept={"contact": "the team's public words about how to get in touch with it"},
        out={
            "organisation": "whoever puts it in says whose it is there",
            "is_published": "what anyone may read is decided by a lead there; that it was public "
            "here stands in the activity",
        },
    ),
    "projects.Membership": Carried(
        out={
            "speaks_for": "tells who someone is",
            "name_in_summary": "what someone agreed to here, and can take back only here",
            "lead_from": "a question that only that person can answer",
        }
    ),
    "projects.Hand": Carried(out={"support": "whoever helps is asked again there"}),
    LINE: Carried(
        kept={"url": "as the name of its page with numbers of the file (`addresses`)"},
    ),
    "projects.AffectedGroup": Carried(kept={"name": THINGS_NAME}),
    "projects.Move": Carried(),
    "projects.StatusChange": Carried(),
    "projects.Part": Carried(kept={"name": THINGS_NAME}),
    "projects.PartVersion": Carried(
        kept={"name": THINGS_NAME}, numbers={"number": "projects.Part"}
    ),
    "projects.ImportedCase": Carried(
        kept={"case": "the short name of a published case", "document": "the case, as published"}
    ),
    "projects.CaseEntry": Carried(
        kept={"entry": "a line of a published case", "said": "the same as our row said it"},
        numbers={"row": "section"},
    ),
    "checklist.ChecklistItem": Carried(),
    "checklist.GivenAnswer": Carried(path="item__project"),
    "checklist.OtherView": Carried(path="item__project"),
    "assessment.Assessment": Carried(),
    "assessment.Question": Carried(path="assessment__project"),
    "assessment.Thought": Carried(path="question__assessment__project"),
    "assessment.Agreement": Carried(path="assessment__project"),
    "team.JoinPage": Carried(
        kept={"groups": THINGS_NAME, "perspectives": "which parts people are looked for in"},
        out={"word": OPENS},
    ),
    "payment.PaymentOffer": Carried(),
    "files.File": Carried(
        kept={
            "name": "of the file, as the team sees it",
            "size": "in bytes",
            "digest": "tells if it arrived whole",
        },
        out={"stored": "where it lies here"},
    ),
    "evidence.Source": Carried(),
    "evidence.CheckedGroup": Carried(kept={"name": THINGS_NAME}),
    "evidence.EqualityVersion": Carried(numbers={"rows": "evidence.CheckedGroup"}),
    "evidence.EqualityLook": Carried(),
    "ideas.OpenQuestion": Carried(out={"word": OPENS}),
    "ideas.Session": Carried(
        kept={"breakdown": "how many of which group, as the team typed it"},
        numbers={"answered_up_to": "ideas.Outcome"},
    ),
    "ideas.Theme": Carried(kept={"name": THINGS_NAME}),
    "ideas.Idea": Carried(only=models.Q(door="shown")),
    "ideas.Outcome": Carried(path="idea__project"),
    "ideas.MeToo": Carried(path="idea__project"),
    "decisions.Decision": Carried(),
    "decisions.OtherView": Carried(path="decision__project"),
    "plan.Aim": Carried(),
    "plan.Action": Carried(),
    "plan.Approval": Carried(),
    "plan.PlanChange": Carried(),
    "plan.SmallTest": Carried(kept={"name": THINGS_NAME}),
    "plan.Cycle": Carried(path="test__project"),
    "impact.Measure": Carried(kept={"name": THINGS_NAME}),
    "impact.Reading": Carried(path="measure__project"),
    "impact.Meaning": Carried(path="measure__project"),
    "impact.WhatNext": Carried(),
    "impact.Story": Carried(),
    "impact.Difference": Carried(),
    "impact.Lesson": Carried(),
    "partnership.Ways": Carried(),
    "partnership.WaysVoice": Carried(path="ways__project"),
    "partnership.MeetingRole": Carried(),
    "partnership.CheckIn": Carried(only=models.Q(closed_on__isnull=False)),
    "partnership.Spread": Carried(
        path="check_in__project", kept={"counts": "nothing that fewer than five answered"}
    ),
    "conversation.Update": Carried(only=models.Q(state="sent")),
    "conversation.Correction": Carried(path="update__project"),
    "conversation.AskedQuestion": Carried(
        only=models.Q(state__in=["unknown", "answered"])
        | models.Q(from_outside=False) & ~models.Q(state="not_taken")
    ),
    "conversation.Answer": Carried(path="asked__project"),
    "conversation.Rhythm": Carried(),
    "conversation.Hearer": Carried(),
    "conversation.Meeting": Carried(
        kept={"phone": "the number by which everyone could join"},
        out={"uid": OPENS, "on_the_day": CONTACT},
    ),
    "conversation.MeetingRole": Carried(path="meeting__project"),
    "conversation.MeetingSummary": Carried(path="meeting__project"),
    "conversation.AgendaPoint": Carried(path="meeting__project"),
    "conversation.Captured": Carried(path="meeting__project"),
    "conversation.Coming": Carried(path="meeting__project"),
}

THE_ORGANISATIONS = "belongs to the organisation, not to the project"
THE_PERSONS = "belongs to one person, and nobody else takes it anywhere"

LEFT_OUT = {
    "consents.Consent": "what someone agreed to here holds here; there they are asked again",
    "consents.ConsentUse": "where that was used, and theirs to know",
    "conversation.Asker": CONTACT,
    "conversation.Follower": CONTACT,
    "exports.Record": "its SHA-256 proves what was said at this place; it goes along as files",
    "exports.RecordFile": "the same",
    "ideas.ContactRead": "who looked at a contact that stays here",
    "ideas.Giver": CONTACT,
    "needs.Arranger": "who is trusted with what people need",
    "needs.Arrangement": THE_PERSONS,
    "needs.AskedAnotherWay": CONTACT,
    "needs.NamedPerson": THE_PERSONS,
    "needs.Need": THE_PERSONS,
    "partnership.ContactWish": CONTACT,
    "partnership.OnPaper": "who answers in confidence",
    "partnership.Remark": "written in confidence, for this team",
    "partnership.SealedBox": "answers in confidence, sealed with a key of this place",
    "payment.Claim": THE_PERSONS,
    "payment.PaymentKeeper": "who is trusted with what people claim",
    "plan.CalendarFeed": OPENS,
    "privacy.LegalHold": THE_ORGANISATIONS,
    "projects.PersonalCode": OPENS,
    "projects.SearchText": "made again from the project's own words",
    "projects.Support": "whoever helps has an account here, and is asked again there",
    "proposals.ContactRead": "who looked at a contact that stays here",
    "proposals.Proposal": "belongs to the organisation; its words stand in the big idea",
    "team.Invitation": CONTACT,
    "team.InvitationCode": OPENS,
    "team.JoinRequest": CONTACT,
    "transfer.ImportedProject": "says how the project came here",
}

GUIDE = {
    EDITION: (),
    "stages.StageText": ("stage",),
    "stages.Source": ("key",),
    "stages.Principle": ("key",),
    "stages.SharingLevel": ("key",),
    "stages.Item": ("key",),
    "stages.Prompt": ("key",),
    "stages.Pitfall": ("key",),
    "stages.Output": ("key",),
    "stages.CheckInQuestion": ("key",),
    "stages.ScaleValue": ("key",),
    "stages.Word": ("word", "position"),
}
"""The project's edition of the guide travels with it. By these columns a row of it is known."""
NOT_OF_THE_GUIDE = {"published_at"}
"""When it was published there is that installation's own affair."""


def model_of(label):
    return apps.get_model(label)


def label_of(model):
    return model._meta.label


def columns_of(label):
    """The columns of a carried model that travel, in the order in which they are written."""
    rule = CARRIED[label]
    mine = [*model_of(label)._meta.concrete_fields, *model_of(label)._meta.many_to_many]
    return [column for column in mine if travels(column, rule)]


def travels(column, rule):
    if column.primary_key or column.generated or column.name in rule.out:
        return False
    if column.many_to_many and not column.remote_field.through._meta.auto_created:
        return False
    return column.name != rule.path.split("__")[0] or rule.path.count("__") > 0


def kind_of(column):
    """What a column holds: "person", "guide", "row", or "plain"."""
    if not column.related_model:
        return "plain"
    label = label_of(column.related_model)
    if label == PERSON:
        return "person"
    return "guide" if label in GUIDE else "row"


def is_watched(column):
    if column.related_model or column.primary_key:
        return False
    return (
        column.name in WATCHED or isinstance(column, WATCHED_KINDS) or getattr(column, "_unique", 0)
    )


def leading_to_project():
    """Every model of which a row belongs to a project, however far away, by its keys."""
    found, more = {PROJECT}, True
    while more:
        more = False
        for model in apps.get_models():
            if label_of(model) in found:
                continue
            keys = [column for column in model._meta.concrete_fields if column.related_model]
            if any(label_of(column.related_model) in found for column in keys):
                found.add(label_of(model))
                more = True
    return found


def in_order():
    """The carried models, each after those it points at; lines and entries of cases at the end."""
    done, waiting = [], [label for label in CARRIED if label not in LAST]
    while waiting:
        ready = [label for label in waiting if not set(needed_by(label)) - set(done)]
        if not ready:
            raise ValueError(f"these point at one another in a ring: {waiting}")
        done += ready
        waiting = [label for label in waiting if label not in ready]
    return [*done, *LAST]


def needed_by(label):
    keys = [
        label_of(one.related_model)
        for one in columns_of(label)
        if kind_of(one) == "row" and not one.many_to_many
    ]
    numbers = [of for name, of in CARRIED[label].numbers.items() if (label, name) not in LATE]
    return [one for one in [*keys, *numbers] if one != label]


LAST = (LINE, "projects.CaseEntry")
LATE = {("ideas.Session", "answered_up_to")}
"""What is written once everything else is there: it points forward."""
