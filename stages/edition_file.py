"""What a file of the guide may say. It is read safely, checked whole, and every problem has a line.

Nothing in a file is ever built into an object: its texts are taken as they are written, so that
`No` is a word and `0.1` a name. The shape of the file is the table at the end of this module.
"""

import re
import unicodedata

import yaml
from django.utils.translation import gettext as _

from stages.file_tree import BadFile, Problem, tree_of
from stages.models import (
    Audience,
    CheckInQuestion,
    Edition,
    Item,
    Level,
    Output,
    Principle,
    ScaleValue,
    Sharing,
    Source,
    Stage,
    Weight,
    Word,
)

LONGEST = 2_000
"""Letters in the longest text."""
EASY_WORDS = 12
"""Words in the longest easy read line."""

ANSWERS = ("done", "partly", "not_yet", "not_needed")
SCALE = ("1", "2", "3", "4", "5", "skip")
MODES = ("step", "throughout")


def read_edition(data):
    """What the file (bytes) says, as plain dicts, lists and texts. Raises BadFile."""
    reading = Reading()
    content = GUIDE.read(tree_of(data), _("the file"), reading)
    reading.look_up_what_was_cited()
    if reading.problems:
        raise BadFile(sorted(reading.problems))
    return content


# The kinds of thing a file is made of. Each reads a node and returns what it says, or notes a
# problem and returns None.


class Reading:
    """One reading of one file: what is wrong so far, and which IDs and sources were met."""

    def __init__(self):
        self.problems = []
        self.lines_of_ids = {}
        self.sources = set()
        self.cited = []

    def refuse(self, node, reason, **names):
        self.problems.append(Problem(node.start_mark.line + 1, reason % names))

    def look_up_what_was_cited(self):
        for node, key in self.cited:
            if key not in self.sources:
                self.refuse(node, _("“%(key)s” is not in the list of sources."), key=key)


class Text:
    """One paragraph."""

    def __init__(self, longest=LONGEST, *, words=None):
        self.longest = longest
        self.words = words

    def read(self, node, name, reading):
        if not isinstance(node, yaml.ScalarNode):
            return reading.refuse(node, _("“%(name)s” has to be a text."), name=name)
        text = node.value.strip()
        reason = self.reason_against(text)
        if reason:
            details = {"longest": self.longest, "words": self.words, "said": len(text.split())}
            return reading.refuse(node, reason, name=name, **details)
        return text

    def reason_against(self, text):
        if not text:
            return _("“%(name)s” is empty.")
        if "|" in text:
            return _("“%(name)s” has a vertical bar.")
        if "\n" in text:
            return _("“%(name)s” has a line break. Write one paragraph.")
        if any(is_hidden(letter) for letter in text):
            return _("“%(name)s” has a character that no one can see.")
        if len(text) > self.longest:
            return _("“%(name)s” is too long. It may have %(longest)s letters.")
        if self.words and len(text.split()) > self.words:
            return _("“%(name)s” has %(said)s words. An easy read line has %(words)s or fewer.")
        return None


def is_hidden(letter):
    """Control characters, halves of letters, and marks that turn the direction of writing."""
    turns = "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069"
    return turns or unicodedata.category(letter) in ("Cc", "Cs")


class Id(Text):
    """An ID: it names one thing in the whole file."""

    def reason_against(self, text):
        if text and not re.fullmatch(r"[A-Za-z0-9-]+", text):
            return _("“%(name)s” may have letters A to Z, digits and hyphens only.")
        return super().reason_against(text)

    def read(self, node, name, reading):
        key = super().read(node, name, reading)
        if key in reading.lines_of_ids:
            first = reading.lines_of_ids[key]
            reason = _("The ID “%(key)s” is on line %(first)s already.")
            return reading.refuse(node, reason, key=key, first=first)
        if key:
            reading.lines_of_ids[key] = node.start_mark.line + 1
        return key


class SourceId(Id):
    def read(self, node, name, reading):
        key = super().read(node, name, reading)
        reading.sources.add(key)
        return key


class SourceKey(Text):
    """A source, by its ID; it may come earlier or later in the file."""

    def read(self, node, name, reading):
        key = super().read(node, name, reading)
        if key:
            reading.cited.append((node, key))
        return key


class Where(Text):
    """An address, or words on how to find it, or “as” and another source's ID."""

    def read(self, node, name, reading):
        where = super().read(node, name, reading)
        if where and where.startswith("as "):
            reading.cited.append((node, where.removeprefix("as ")))
        return where


class OneOf(Text):
    """One of the fixed keys."""

    def __init__(self, keys):
        super().__init__()
        self.keys = tuple(keys)

    def read(self, node, name, reading):
        key = super().read(node, name, reading)
        if key is None or key in self.keys:
            return key
        reason = _("“%(key)s” is not a known %(name)s. Known are: %(keys)s.")
        return reading.refuse(node, reason, key=key, name=name, keys=", ".join(self.keys))


class ListOf:
    """At least one of a kind, a dash before each."""

    def __init__(self, kind):
        self.kind = kind

    def read(self, node, name, reading):
        if not isinstance(node, yaml.SequenceNode):
            reason = _("“%(name)s” has to be a list, with a dash before each line.")
            return reading.refuse(node, reason, name=name)
        if not node.value:
            return reading.refuse(node, _("“%(name)s” is empty."), name=name)
        return [self.kind.read(one, name, reading) for one in node.value]


class Record:
    """Names with what belongs to each. Every name is needed, but for those in `optional`."""

    def __init__(self, fields, *, optional=()):
        self.fields = fields
        self.optional = optional

    def read(self, node, name, reading):
        if not isinstance(node, yaml.MappingNode):
            reason = _("“%(name)s” has to be made of lines such as “name: text”.")
            return reading.refuse(node, reason, name=name)
        found = {}
        for label, value in node.value:
            self.read_one(label, value, found, reading)
        for missing in self.fields.keys() - found.keys() - set(self.optional):
            reading.refuse(node, _("“%(name)s” is missing."), name=missing)
        return found

    def read_one(self, label, value, found, reading):
        key = label.value if isinstance(label, yaml.ScalarNode) else "…"
        if key not in self.fields:
            reading.refuse(label, _("“%(key)s” does not belong here."), key=key)
        elif key in found:
            reading.refuse(label, _("“%(key)s” is here twice."), key=key)
        else:
            found[key] = self.fields[key].read(value, key, reading)


class EachOnce(ListOf):
    """Records that stand for fixed keys: every key once, in the model's order.

    `as_model` maps a field to what it has to be for each key: a title is the model's.
    """

    def __init__(self, keys, *, by="key", as_model=None, **fields):
        super().__init__(Record({by: OneOf(keys), **fields}, optional=("note",)))
        self.keys = [str(key) for key in keys]
        self.by = by
        self.as_model = as_model or {}

    def read(self, node, name, reading):
        records = super().read(node, name, reading) or []
        lines = [(record or {}).get(self.by) for record in records]
        for key in self.keys:
            if records and key not in lines:
                reason = _("“%(key)s” is missing from “%(name)s”.")
                reading.refuse(node, reason, key=key, name=name)
        for number, (record, key) in enumerate(zip(records, lines, strict=True)):
            if key is not None:
                self.compare(node.value[number], record, key in lines[:number], reading)
        if sorted(filter(None, lines)) == sorted(self.keys) and lines != self.keys:
            reading.refuse(node, _("“%(name)s” is not in the model's order."), name=name)
        return records

    def compare(self, node, record, is_again, reading):
        key = record[self.by]
        if is_again:
            reading.refuse(node, _("“%(key)s” is here twice."), key=key)
        for field, right in self.as_model.items():
            if record.get(field) not in (None, right[key]):
                reason = _("The %(field)s of “%(key)s” has to be “%(right)s”.")
                reading.refuse(node, reason, field=field, key=key, right=right[key])


# The shape of the file


def fits(model, field):
    """A text no longer than the column it will stand in."""
    return Text(model._meta.get_field(field).max_length)


def labels(choices):
    return {str(choice.value): str(choice.label) for choice in choices}


TEXT = Text()
EASY = Text(words=EASY_WORDS)
SOURCES = ListOf(SourceKey())
ITEM_ID = Id(Item._meta.get_field("key").max_length)

STAGES = EachOnce(
    Stage.values,
    as_model={
        "order": {stage.value: str(stage.number) for stage in Stage},
        "mode": {stage.value: MODES[stage.is_throughout] for stage in Stage},
        "title": labels(Stage),
    },
    order=TEXT,
    mode=OneOf(MODES),
    title=TEXT,
    purpose=TEXT,
    purpose_easy=EASY,
    note=TEXT,
    why=TEXT,
    checklist=ListOf(
        Record(
            {
                "id": ITEM_ID,
                "item": TEXT,
                "help": TEXT,
                "audience": OneOf(Audience.values),
                "easy": EASY,
                "sources": SOURCES,
                "weight": OneOf(Weight.values),
            },
            optional=("help",),
        )
    ),
    prompts=ListOf(Record({"id": ITEM_ID, "prompt": TEXT})),
    pitfalls=ListOf(Record({"id": ITEM_ID, "pitfall": TEXT, "instead": TEXT})),
    outputs=ListOf(
        Record(
            {
                "id": ITEM_ID,
                "output": fits(Output, "name"),
                "kind": OneOf(Output.Kind.values),
                "says": TEXT,
                "sharing": OneOf(Sharing.values),
            }
        )
    ),
)

LEGEND = Record(
    {
        "modes": EachOnce(MODES, meaning=TEXT),
        "audiences": EachOnce(
            Audience.values, as_model={"label": labels(Audience)}, label=TEXT, meaning=TEXT
        ),
        "weights": EachOnce(Weight.values, meaning=TEXT),
        "answers": EachOnce(ANSWERS, label=TEXT, easy=EASY),
        "kinds": EachOnce(Output.Kind.values, meaning=TEXT),
        "sharing": EachOnce(Sharing.values, meaning=TEXT),
        "link_statuses": EachOnce(Source.LinkStatus.values, meaning=TEXT),
    }
)

CHECK_IN = Record(
    {
        "about": TEXT,
        "how": ListOf(TEXT),
        "scale": EachOnce(
            SCALE, by="value", label=fits(ScaleValue, "label"), easy=fits(ScaleValue, "easy")
        ),
        "questions": ListOf(
            Record(
                {
                    "id": ITEM_ID,
                    "theme": fits(CheckInQuestion, "theme"),
                    "statement": TEXT,
                    "easy": EASY,
                    "if_low": TEXT,
                    "sources": SOURCES,
                }
            )
        ),
        "open_questions": ListOf(Record({"id": ITEM_ID, "question": TEXT, "easy": EASY})),
    }
)

GUIDE = Record(
    {
        "edition": Record(
            {
                "name": fits(Edition, "name"),
                "title": fits(Edition, "title"),
                "language": fits(Edition, "language"),
                "status": fits(Edition, "status"),
                "about": ListOf(TEXT),
            }
        ),
        "introductions": Record(
            {
                "principles": TEXT,
                "levels": TEXT,
                "audiences": TEXT,
                "answers": TEXT,
                "sources": TEXT,
                "check_in_questions": TEXT,
            }
        ),
        "legend": LEGEND,
        "sources": ListOf(
            Record(
                {
                    "id": SourceId(Source._meta.get_field("key").max_length),
                    "name": fits(Source, "short_name"),
                    "what": TEXT,
                    "where": Where(),
                    "link_status": OneOf(Source.LinkStatus.values),
                }
            )
        ),
        "principles": ListOf(
            Record(
                {
                    "id": ITEM_ID,
                    "title": fits(Principle, "title"),
                    "text": TEXT,
                    "easy": EASY,
                    "sources": SOURCES,
                }
            )
        ),
        "levels": EachOnce(
            Level.values,
            by="id",
            as_model={"name": labels(Level)},
            name=TEXT,
            meaning=TEXT,
            who_decides=TEXT,
            easy=EASY,
            sources=SOURCES,
        ),
        "stages": STAGES,
        "check_in": CHECK_IN,
        "words": ListOf(Record({"word": fits(Word, "word"), "meaning": TEXT})),
    }
)
