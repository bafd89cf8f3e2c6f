"""Figures and how they are shown: one line for each job, beside its floor and its goal."""

from dataclasses import dataclass, field
from statistics import median


def p95(seconds):
    return sorted(seconds)[int(len(seconds) * 0.95)]


@dataclass
class Line:
    """One row of the table. `met` is None when there is no goal to meet."""

    job: str
    floor: str = "–"
    ours: str = "–"
    ratio: str = "–"
    p95: str = "–"
    cpu: str = "–"
    goal: str = "–"
    met: bool | None = None
    note: str = ""

    def cells(self):
        met = {True: "yes", False: "NO", None: ""}[self.met]
        return [
            self.job,
            self.floor,
            self.ours,
            self.ratio,
            self.p95,
            self.cpu,
            self.goal,
            met,
            self.note,
        ]


HEADINGS = ["Job", "Floor", "Ours", "Ratio", "p95 ratio", "CPU ratio", "Goal", "Met", "Beside it"]


@dataclass
class Pair:
    """Times of ours and of the floor beside it, taken in turn in one run, in seconds."""

    floor: list = field(default_factory=list)
    ours: list = field(default_factory=list)
    cpu: float = 0
    """Processor time of our server for each second of the floor's: what a busy machine says least
    wrongly."""

    @property
    def ratio(self):
        return median(self.ours) / median(self.floor)

    @property
    def p95_ratio(self):
        return p95(self.ours) / p95(self.floor)

    def line(self, job, at_most, *, p95_too=False, note=""):
        met = self.ratio <= at_most and (not p95_too or self.p95_ratio <= at_most)
        return Line(
            job,
            ms(median(self.floor)),
            ms(median(self.ours)),
            times(self.ratio),
            times(self.p95_ratio),
            times(self.cpu) if self.cpu else "–",
            f"≤ {at_most} ×" + (", p95 too" if p95_too else ""),
            met,
            note,
        )


def ms(seconds):
    return f"{seconds * 1000:.1f} ms"


def times(number):
    return f"{number:.2f} ×"


def table(lines):
    """As Markdown, so that it can stand in a README as it is."""
    rows = [HEADINGS, *[line.cells() for line in lines]]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADINGS))]

    def drawn(row):
        cells = [cell.ljust(w) for cell, w in zip(row, widths, strict=True)]
        return "| " + " | ".join(cells) + " |"

    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([drawn(rows[0]), rule, *[drawn(row) for row in rows[1:]]])
