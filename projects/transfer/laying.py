"""The rows of a file become rows here, each after those it points at."""

import secrets
from collections import defaultdict

from django.utils.translation import gettext as _

from projects.cases.sections import BY_NAME
from projects.models import Move
from projects.transfer import addresses
from projects.transfer.reading import Refused
from projects.transfer.rules import (
    CARRIED,
    FILE,
    LATE,
    LINE,
    PROJECT,
    columns_of,
    in_order,
    kind_of,
    label_of,
    model_of,
)
from projects.transfer.values import Wrong, taken

FILLERS = {
    "projects.Part": {"name": "-", "state": "open"},
    "evidence.CheckedGroup": {"name": "-"},
}
"""What was taken away has a number still, which nothing else may get: a row stands there for it,
for a moment."""
MOST_FILLERS = 5000


class Laying:
    """One file being laid down."""

    def __init__(self, document, *, guide, people, stored):
        self.said = document["rows"]
        self.people, self.stored = people, stored
        self.rows = defaultdict(dict, guide)
        self.numbers = defaultdict(dict)
        """What each number of the file is here, also of what is gone."""

    def lay(self, organisation):
        if len(self.said[PROJECT]) != 1:
            raise Refused([_("rows.projects.Project: there has to be one project")])
        self.organisation = organisation
        order = in_order()
        for label in order:
            self.lay_rows(label)
        for label, name in sorted(LATE):
            self.fill_late(label, name)
        for label in order:
            self.join(label)
        return self.project

    @property
    def project(self):
        return self.rows[PROJECT][1]

    # Rows

    def lay_rows(self, label):
        model, said = model_of(label), self.said[label]
        mine = {row["id"]: self.made(label, row) for row in said}
        fillers = self.fillers(label, mine)
        rows = [(mine | fillers)[number] for number in sorted({*mine, *fillers})]
        kept = self.stamped(model, rows)
        model._base_manager.bulk_create(rows, batch_size=500)
        self.put_back(model, rows, kept)
        self.rows[label] = mine
        self.numbers[label] = {n: row.pk for n, row in (mine | fillers).items()}
        model._base_manager.filter(pk__in=[row.pk for row in fillers.values()]).delete()
        self.point_at_themselves(label)

    def made(self, label, said):
        """A row, not yet written, with all but what points at its own model or forward."""
        model, path = model_of(label), f"rows.{label}[{said['id']}]"
        row = model()
        if label == PROJECT:
            row.organisation = self.organisation
        elif CARRIED[label].path == "project":
            row.project = self.project
        for column in columns_of(label):
            if column.many_to_many or column.related_model == model:
                continue
            try:
                setattr(row, column.attname, self.value(label, column, said))
            except Wrong as wrong:
                raise Refused([f"{path}.{column.name}: {wrong}"]) from None
        if label == FILE:
            row.stored = self.place_of(said, path)
        return row

    def value(self, label, column, said):
        value = said[column.name]
        if label == LINE and column.name in ("subject", "note", "url"):
            value = self.of_line(column, value)
        if column.name in CARRIED[label].numbers:
            return self.number(label, column, said)
        kind = kind_of(column)
        return taken(column, value) if kind == "plain" else self.key(kind, column, value)

    def key(self, kind, column, number):
        """The row of this number, as the value of a key. Raises Wrong when there is none."""
        if number is None and column.null:
            return None
        is_number = isinstance(number, int) and not isinstance(number, bool)
        known = self.people if kind == "person" else self.rows[label_of(column.related_model)]
        if not is_number or number not in known:
            raise Wrong(_("there is no such number"))
        return known[number].pk

    def number(self, label, column, said):
        """What holds the number of a row, and no key says so."""
        of, value = CARRIED[label].numbers[column.name], said[column.name]
        if (label, column.name) in LATE:
            return taken(column, value) * 0
        if of == "section":
            section = BY_NAME.get(said["section"])
            if section is None:
                raise Wrong(_("there is no such part of a case"))
            return 0 if value is None else self.pk_of(section.of, value)
        if isinstance(value, list):
            taken(column, value)
            if not all(isinstance(kept, dict) for kept in value):
                raise Wrong(_("this has to be a list of rows"))
            return [kept | {"row": self.pk_of(of, kept.get("row"))} for kept in value]
        return self.pk_of(of, value)

    def pk_of(self, label, number):
        known = self.numbers[label]
        if isinstance(number, bool) or not isinstance(number, int) or number not in known:
            raise Wrong(_("there is no such number"))
        return known[number]

    def fillers(self, label, mine):
        """For each number that is left free, because what had it was taken away."""
        named = self.named_of(label) if label in FILLERS else []
        last = max([*mine, *named], default=0)
        most = len(mine) + (MOST_FILLERS if label in FILLERS else 0)
        if last > most:
            raise Refused([_("rows.%s: the numbers have to go up from 1") % label])
        missing = set(range(1, last + 1)) - set(mine)
        return {
            number: model_of(label)(project=self.project, **FILLERS[label]) for number in missing
        }

    def named_of(self, label):
        """The numbers by which other rows name rows of this model that may be gone."""
        for other, rule in CARRIED.items():
            for name in [name for name, of in rule.numbers.items() if of == label]:
                for row in self.said[other]:
                    kept = row[name] if isinstance(row[name], list) else [{"row": row[name]}]
                    found = [one.get("row") for one in kept if isinstance(one, dict)]
                    yield from (n for n in found if isinstance(n, int) and n < 2**31)

    def stamped(self, model, rows):
        """The moments that the database would write itself, as the file has them."""
        names = [
            one.attname
            for one in model._meta.concrete_fields
            if getattr(one, "auto_now", False) or getattr(one, "auto_now_add", False)
        ]
        return [(name, [getattr(row, name) for row in rows]) for name in names]

    def put_back(self, model, rows, kept):
        for name, values in kept:
            for row, value in zip(rows, values, strict=True):
                setattr(row, name, value)
        if kept and rows:
            names = [name for name, _values in kept]
            model._base_manager.bulk_update(rows, names, batch_size=200)

    def point_at_themselves(self, label):
        """What replaces what, once both are there."""
        model = model_of(label)
        own = [
            one for one in columns_of(label) if one.related_model == model and not one.many_to_many
        ]
        for column in own:
            changed = []
            for said in self.said[label]:
                try:
                    value = self.key("row", column, said[column.name])
                except Wrong as wrong:
                    path = f"rows.{label}[{said['id']}].{column.name}"
                    raise Refused([f"{path}: {wrong}"]) from None
                if value is not None:
                    row = self.rows[label][said["id"]]
                    setattr(row, column.attname, value)
                    changed.append(row)
            if changed:
                model._base_manager.bulk_update(changed, [column.name], batch_size=200)

    def fill_late(self, label, name):
        model, of = model_of(label), CARRIED[label].numbers[name]
        numbers = self.numbers[of]
        for said in self.said[label]:
            if said[name] and said[name] not in numbers:
                raise Refused(
                    [f"rows.{label}[{said['id']}].{name}: {_('there is no such number')}"]
                )
            row = self.rows[label][said["id"]]
            setattr(row, name, numbers.get(said[name], 0))
        model._base_manager.bulk_update(self.rows[label].values(), [name], batch_size=200)

    def join(self, label):
        """Many to many."""
        for column in [one for one in columns_of(label) if one.many_to_many]:
            through = column.remote_field.through
            mine, theirs = column.m2m_column_name(), column.m2m_reverse_name()
            kind, links = kind_of(column), []
            for said in self.said[label]:
                path = f"rows.{label}[{said['id']}].{column.name}"
                numbers = said[column.name]
                if not isinstance(numbers, list) or len(set(map(str, numbers))) < len(numbers):
                    raise Refused([_("%s: this has to be a list of numbers") % path])
                row = self.rows[label][said["id"]]
                try:
                    keys = [self.key(kind, column, number) for number in numbers]
                except Wrong as wrong:
                    raise Refused([f"{path}: {wrong}"]) from None
                links += [through(**{mine: row.pk, theirs: key}) for key in keys]
            through._base_manager.bulk_create(links, batch_size=500)

    # Columns with a meaning of their own

    def place_of(self, said, path):
        """Where the content lies: nowhere once it was taken away, or when it was lost before."""
        known = {"here": self.stored.get(said["id"]), "taken away": ""}
        known["lost"] = f"files/lost/{secrets.token_hex(16)}"
        content = said["content"]
        if not isinstance(content, str) or content not in known:
            raise Refused(
                [f"{path}.content: {_('this is not one of the words that may stand here')}"]
            )
        return known[content]

    def of_line(self, column, value):
        if column.name == "url":
            if value != "" and not isinstance(value, dict):
                raise Wrong(_("this has to be a link"))
            try:
                return addresses.taken(value, self.project, self.numbers)
            except addresses.NoSuchPage:
                raise Wrong(_("this leads nowhere here")) from None
        if not isinstance(value, dict):
            return value
        [(name, number)] = value.items() if len(value) == 1 else [("", 0)]
        if not isinstance(number, int | None):
            raise Wrong(_("there is no such number"))
        if name == "person" and (number is None or number in self.people):
            return self.people[number].name if number else ""
        if name == "move" and number in self.rows[label_of(Move)]:
            return Move.objects.get(pk=self.numbers[label_of(Move)][number]).in_words()
        raise Wrong(_("there is no such number"))
