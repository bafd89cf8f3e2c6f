"""From the bytes of a file to a tree of YAML that is safe to walk. Nothing in it is ever built."""

from typing import NamedTuple

import yaml
from django.utils.translation import gettext as _

LARGEST = 2_000_000
"""Bytes in the largest file that is looked at."""
DEEPEST = 10
"""Lists and names inside one another. The guide needs six."""

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same reader, in C where this machine has it."""


class Problem(NamedTuple):
    line: int
    reason: str

    def __str__(self):
        return _("line %(line)s: %(reason)s") % self._asdict()


class BadFile(Exception):
    """The file is refused as a whole. `problems` are all that were found, by line."""

    def __init__(self, problems):
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def tree_of(data):
    """The nodes of the YAML. Raises BadFile when it is too large, not YAML, or not simple."""
    if len(data) > LARGEST:
        reason = _("The file is too large. It may have %(most)s bytes.") % {"most": LARGEST}
        raise BadFile([Problem(1, reason)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise BadFile([Problem(line, _("This is not text in UTF-8."))]) from None
    try:
        refuse_what_is_not_simple(text)
        tree = yaml.compose(text, Loader=SafeLoader)
    except yaml.MarkedYAMLError as problem:
        raise BadFile([not_yaml(problem)]) from None
    except yaml.reader.ReaderError as problem:
        line = text[: problem.position].count("\n") + 1
        raise BadFile([Problem(line, _("There is a character here that YAML forbids."))]) from None
    if tree is None:
        raise BadFile([Problem(1, _("The file is empty."))])
    return tree


def not_yaml(problem):
    mark = problem.problem_mark or problem.context_mark
    reason = _("This is not YAML that can be read (%(problem)s).") % {"problem": problem.problem}
    return Problem(mark.line + 1 if mark else 1, reason)


def refuse_what_is_not_simple(text):
    """Raise BadFile for a copy mark, a tag, a second document or nesting without end.

    The events are looked at one by one, before anything is built from them.
    """
    problems, depth, documents = [], 0, 0
    for event in yaml.parse(text, Loader=SafeLoader):
        line = event.start_mark.line + 1
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST:
            raise BadFile([*problems, Problem(line, _("Too many lists inside one another."))])
        if documents > 1:
            raise BadFile([*problems, Problem(line, _("Only one document may be in a file."))])
        if getattr(event, "anchor", None):
            problems.append(Problem(line, _("Copy marks (& and *) are not allowed here.")))
        if getattr(event, "tag", None):
            problems.append(Problem(line, _("Tags (!) are not allowed here.")))
    if problems:
        raise BadFile(problems)
