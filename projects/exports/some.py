"""A long list on paper: what fits of it, and how much more there is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Some:
    """The rows of a list that fit, and how many there are in all."""

    rows: list
    in_all: int

    @classmethod
    def of(cls, rows, most):
        """The first of them; all when `most` is None."""
        return cls(rows[:most], len(rows))

    @classmethod
    def last_of(cls, rows, most):
        return cls(rows if most is None else rows[-most:], len(rows))

    @property
    def is_cut(self):
        return len(self.rows) < self.in_all


@dataclass(frozen=True)
class Limits:
    """How much of each list a paper takes; None is all of it."""

    changes: int | None = None
    groups: int | None = None
    sources: int | None = None
    """Of each kind."""
    checked: int | None = None
    stories: int | None = None
    differences: int | None = None
    lessons: int | None = None
    sessions: int | None = None
    points: int | None = None
    """Of each session."""
    questions: int | None = None
    ideas: int | None = None
    """Of each theme."""
    themes: int | None = None
    """With their ideas; of further ones only the name and the number."""
    behind: int | None = None
    """Ideas of each decision."""
    entries: int | None = None
    """Of each part of “You said, we did”."""
    meetings: int | None = None
    updates: int | None = None
    answers: int | None = None


SHORT = Limits(
    changes=10,
    groups=15,
    sources=6,
    checked=15,
    stories=5,
    differences=8,
    lessons=10,
    sessions=8,
    points=5,
    questions=5,
    ideas=8,
    themes=12,
    behind=5,
    entries=4,
    meetings=6,
    updates=6,
    answers=6,
)
"""The summary is read in one go: older and further things stay on the project's own pages."""
WHOLE = Limits()
"""The involvement record leaves nothing out because it is long."""
