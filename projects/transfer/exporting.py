"""A whole project as plain data: every row in a stable order, with numbers of the file."""

import json
from collections import defaultdict
from hashlib import sha256

from django.core.files.storage import default_storage

from projects.cases.sections import BY_NAME
from projects.models import Move
from projects.transfer import addresses
from projects.transfer.people import People
from projects.transfer.rules import (
    CARRIED,
    FILE,
    GUIDE,
    LINE,
    NOT_OF_THE_GUIDE,
    columns_of,
    in_order,
    kind_of,
    label_of,
    model_of,
)
from projects.transfer.values import told

SCHEMA = "collab-project-1"
GAVE = "gave someone the item"
"""The line of activity whose note is a member's name."""


def written(document):
    """The bytes of `project.json`: the same project gives the same bytes, everywhere."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    return text.encode() + b"\n"


def digest_of(data):
    return sha256(data).hexdigest()


def document_of(project):
    """All that travels, and the files that do: (document, {digest: where its content lies})."""
    return Telling(project).document()


class Telling:
    """One project being told. Numbers are given first, so that rows may point anywhere."""

    def __init__(self, project):
        self.project = project
        self.people = People(project)
        self.contents, self.joins = {}, {}
        self.order = in_order()
        self.rows, self.numbers = {}, defaultdict(dict)
        self.number_guide()
        for label in self.order:
            self.find(label)
        self.number_what_is_gone()
        self.posters = {page.get_absolute_url() for page in self.rows["team.JoinPage"]}

    def find(self, label):
        """The rows of a model that travel: not those that belong to something that stays."""
        rule, model = CARRIED[label], model_of(label)
        rows = model._base_manager.filter(rule.only, **{rule.path: self.project.pk})
        keys = [
            (one.attname, label_of(one.related_model))
            for one in columns_of(label)
            if kind_of(one) in ("row", "guide") and not one.many_to_many and not one.null
        ]
        self.rows[label] = [
            row
            for row in rows.order_by("pk")
            if all(getattr(row, name) in self.numbers[of] for name, of in keys)
        ]
        self.numbers[label] = {row.pk: n for n, row in enumerate(self.rows[label], start=1)}

    def number_what_is_gone(self):
        """A part that was taken away keeps a number: its history names it."""
        for label, rule in CARRIED.items():
            for name, of in rule.numbers.items():
                if of not in ("projects.Part", "evidence.CheckedGroup"):
                    continue
                named = {n for row in self.rows[label] for n in numbers_in(getattr(row, name))}
                known = sorted({*self.numbers[of], *named})
                self.numbers[of] = {pk: n for n, pk in enumerate(known, start=1)}

    def number_guide(self):
        edition = self.project.edition
        self.guide = {}
        for label, known_by in GUIDE.items():
            rows = [edition]
            if known_by:
                rows = list(model_of(label)._base_manager.filter(edition=edition))
                rows.sort(key=lambda row: tuple(getattr(row, name) for name in known_by))
            self.guide[label] = rows
            self.numbers[label] = {row.pk: n for n, row in enumerate(rows, start=1)}

    def document(self):
        rows = {label: [self.row(label, row) for row in self.rows[label]] for label in self.order}
        return {
            "schema": SCHEMA,
            "guide": {label: [guide_row(row) for row in self.guide[label]] for label in GUIDE},
            "rows": {label: rows[label] for label in sorted(rows)},
            "people": self.people.as_rows(),
        }, self.contents

    def row(self, label, row):
        said = {"id": self.numbers[label][row.pk]}
        for column in columns_of(label):
            said[column.name] = self.value(label, column, row)
        if label == LINE:
            said |= self.line(row)
        if label == FILE:
            said["content"] = self.content(row)
        return said

    def value(self, label, column, row):
        if column.many_to_many:
            return self.joined(label, column).get(row.pk, [])
        if column.name in CARRIED[label].numbers:
            return self.number(label, column, row)
        raw = getattr(row, column.attname)
        kind = kind_of(column)
        if kind == "person":
            return self.people.number(raw)
        if kind == "plain":
            return told(column, raw)
        return self.numbers[label_of(column.related_model)].get(raw)

    def joined(self, label, column):
        """What each row is joined to, many to many: read once for all rows."""
        if (label, column.name) not in self.joins:
            mine, theirs = column.m2m_column_name(), column.m2m_reverse_name()
            links = column.remote_field.through._base_manager.filter(
                **{f"{mine}__in": list(self.numbers[label])}
            )
            found = defaultdict(list)
            for row, other in links.order_by(theirs).values_list(mine, theirs):
                found[row] += self.all_of(column, other)
            self.joins[label, column.name] = found
        return self.joins[label, column.name]

    def all_of(self, column, pk):
        if kind_of(column) == "person":
            return [self.people.number(pk)]
        number = self.numbers[label_of(column.related_model)].get(pk)
        return [number] if number else []

    # Columns with a meaning of their own

    def number(self, label, column, row):
        """The number of a row that no key points at."""
        raw, of = getattr(row, column.attname), CARRIED[label].numbers[column.name]
        if of == "section":
            return self.numbers[BY_NAME[row.section].of].get(raw)
        if isinstance(raw, list):
            return [kept | {"row": self.numbers[of][kept["row"]]} for kept in raw]
        if of == "ideas.Outcome":
            return sum(pk <= raw for pk in self.numbers[of])
        return self.numbers[of][raw]

    def line(self, line):
        """A line of activity names nobody: its subject and its note may be a member."""
        link = addresses.told(line.url, self.project.pk, self.numbers, self.posters)
        page, at = (link.get("page"), link.get("at", "")) if link else ("", "")
        subject, note = line.subject, line.note
        if page == "team:index" and "#member-" in line.url:
            subject = self.member(line.url, at)
        elif page == "support:index":
            subject = {"person": self.people.called(subject)}
        if line.what == GAVE:
            note = {"person": self.people.called(note)}
        elif line.what in Move.SAID.values():
            move = self.moved(line)
            note = {"move": self.numbers[label_of(Move)][move.pk]} if move else note
        return {"subject": subject, "note": note, "url": link}

    def member(self, url, at):
        if at:
            place = int(url.rpartition("-")[2])
            places = self.rows["projects.Membership"]
            return {"person": next(self.people.number(p.user_id) for p in places if p.pk == place)}
        return {"person": None}

    def moved(self, line):
        found = [m for m in self.rows[label_of(Move)] if m.version == line.version]
        return found[0] if found else None

    def content(self, file):
        """Whether its content travels: "here", "taken away", or "lost" from the storage."""
        if not file.stored:
            return "taken away"
        if not default_storage.exists(file.stored):
            return "lost"
        self.contents[file.digest] = file.stored
        return "here"


def guide_row(row):
    columns = [
        one
        for one in row._meta.concrete_fields
        if not one.primary_key and not one.related_model and one.name not in NOT_OF_THE_GUIDE
    ]
    return {one.name: told(one, getattr(row, one.attname)) for one in columns}


def numbers_in(value):
    return [kept["row"] for kept in value] if isinstance(value, list) else [value]
