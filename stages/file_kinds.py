"""The kinds of thing a file is made of.

Each reads a node and returns what it says, or notes a problem and returns None.
"""

import re
import unicodedata

import yaml
from django.utils.translation import gettext as _

from stages.file_tree import Problem

LONGEST = 2_000
"""Letters in the longest text."""


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
