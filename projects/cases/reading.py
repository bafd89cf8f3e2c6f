"""From the bytes of a file to plain data, with nothing in between that could do harm.

Only text, numbers, true, false and nothing, in lists and in fields with names. No tags, no
merging, no copies of whole branches (an alias may stand for one value), no deep nesting.
"""

import re
import unicodedata

import yaml
from django.utils.translation import gettext as _
from yaml.resolver import Resolver

LARGEST = 2_000_000
"""Bytes."""
DEEPEST = 8
MOST_VALUES = 50_000
LONGEST_REPEATED = 1000
"""Letters: enough for any address, too few to fill a memory by repeating."""
UNREADABLE = ("Cc", "Cs")
"""Unicode's control characters and halves of characters."""
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """The file was not taken. `.problems` says everything that is wrong with it, a line each."""

    def __init__(self, problems):
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def read_file(path):
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1))


def read(data):
    """The one document in these bytes. Raises Refused."""
    if len(data) > LARGEST:
        raise Refused([_("The file is larger than 2 MB.")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused([_("The file is not text in UTF-8.")]) from None
    try:
        return Builder().build(yaml.parse(text, Loader=Loader))
    except yaml.YAMLError as error:
        raise Refused([_("The file is not YAML: %(why)s") % {"why": in_one_line(error)}]) from None


def in_one_line(error):
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if mark is None:
        return problem
    where = {"problem": problem, "line": mark.line + 1, "column": mark.column + 1}
    return _("%(problem)s, line %(line)d, column %(column)d") % where


class Builder:
    """Puts the values together as the parser meets them, and knows where it is."""

    def __init__(self):
        self.anchors = {}
        self.values = 0
        self.resolver = Resolver()
        self.constructor = yaml.constructor.SafeConstructor()

    def build(self, events):
        self.events = events
        documents = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if documents:
                    self.refuse("", _("there is more than one document in the file"))
                documents.append(self.value(next(events), "", 0))
        if not documents:
            raise Refused([_("The file is empty.")])
        return documents[0]

    def value(self, event, path, depth):
        self.values += 1
        if self.values > MOST_VALUES:
            self.refuse(path, _("there are too many values in the file"))
        if depth > DEEPEST:
            self.refuse(path, _("this is nested too deeply"))
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self.anchored(event, self.scalar(event, path))
        self.anchored(event, ...)
        self.no_tag(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path, depth)
        return self.mapping(path, depth)

    def sequence(self, path, depth):
        found = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self.value(event, f"{path}[{len(found)}]", depth + 1))
        return found

    def mapping(self, path, depth):
        found = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self.value(event, path, depth + 1)
            if not isinstance(name, str):
                self.refuse(path, _("the name of a field has to be text"))
            shown = " ".join(name[:60].split())
            inside = f"{path}.{shown}" if path else shown
            if name in found:
                self.refuse(inside, _("this field is there twice"))
            found[name] = self.value(next(self.events), inside, depth + 1)
        return found

    def anchored(self, event, value):
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def alias(self, event, path):
        if event.anchor not in self.anchors:
            self.refuse(path, _("*%(name)s stands for nothing") % {"name": event.anchor})
        value = self.anchors[event.anchor]
        if value is ... or len(str(value)) > LONGEST_REPEATED:
            self.refuse(path, _("only a single short value may be repeated with *"))
        return value

    def scalar(self, event, path):
        """Text stays text: dates too, which are not turned into anything else."""
        self.no_tag(event, path)
        tag = self.resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        kind = tag.removeprefix("tag:yaml.org,2002:")
        if kind in ("int", "float"):
            return self.number(kind, event.value, path)
        if kind == "bool":
            return self.constructor.construct_yaml_bool(yaml.ScalarNode(tag, event.value))
        return None if kind == "null" else self.text(event.value, path)

    def text(self, value, path):
        if any(unicodedata.category(letter) in UNREADABLE for letter in set(value) - set("\n\t")):
            self.refuse(path, _("there are characters in the text that nobody can read"))
        return value

    def number(self, kind, value, path):
        """Only as people write them: no 0x1F, no 1_000, no 010, nothing endless."""
        if not re.fullmatch(r"[-+]?(0|[1-9][0-9]{0,11})(\.[0-9]{1,9})?", value):
            self.refuse(path, _("write the number in figures, such as 12 or 0.5"))
        return int(value) if kind == "int" else float(value)

    def no_tag(self, event, path):
        if event.tag not in (None, "!"):
            self.refuse(path, _("the tag %(tag)s is not allowed") % {"tag": event.tag[:60]})

    def refuse(self, path, why):
        raise Refused([f"{path}: {why}" if path else why[0].upper() + why[1:]])
