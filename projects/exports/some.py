"""A long list on paper: what fits of it, and how much more there is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Some:
    """The rows of a list that fit, and how many there are in all."""

    rows: list
    in_all: int

    @classmethod
    def of(cls, rows, most):
        return cls(rows[:most], len(rows))

    @property
    def is_cut(self):
        return len(self.rows) < self.in_all
