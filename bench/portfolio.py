"""The portfolio's first page, among few projects and among many, and the spreadsheet of all."""

from contextlib import ExitStack
from statistics import median
from urllib.parse import urlencode

from bench.client import Person
from bench.figures import Line, ms, times
from bench.places import Place

SIZES = (100, 1_000, 10_000)
MANY = 100_000
TIMES = 15
ROW = b'<tr id="project-'


def choices(service, word):
    """Each filter and each sort, by the words its line shows."""
    sorts = ("title", "step", "latest", "quiet", "started")
    reasons = ("any",)
    return {
        **{f"sorted by {sort}": {"sort": sort} for sort in sorts},
        **{f"reason {reason}": {"reason": reason} for reason in reasons},
        "one step": {"stage": "gather-ideas"},
        "one service": {"service": service},
        "paused": {"status": "paused"},
        "a word that many have": {"words": word},
        "words that none has": {"words": f"{word} qqzz"},
        "all at once": {"stage": "gather-ideas", "reason": "any", "sort": "quiet"},
    }


def measure(folder, databases, asked):
    sizes = (100, 1_000) if asked.quick else (*SIZES, MANY) if asked.many else SIZES
    with ExitStack() as stack:
        people, filters = {}, {}
        for size in sizes:
            place = Place(folder, f"portfolio{size}", databases).prepare()
            filled = place.fill("portfolio", "--projects", size)
            server = stack.enter_context(place.serving())
            people[size] = Person(server.port, filled["session"])
            filters[size] = choices(filled["service"], filled["word"])
        for name in filters[sizes[0]]:
            addresses = {size: "/portfolio/?" + urlencode(filters[size][name]) for size in sizes}
            yield from lines(name, in_turn(people, addresses), databases)
        yield sheet(people)


def in_turn(people, addresses):
    """Seconds of each size, one request of each after the other."""
    found, rows = {size: [] for size in people}, {}
    for number in range(TIMES + 3):
        for size, person in people.items():
            answer = person.get(addresses[size])
            assert answer.status == 200, (answer.status, addresses[size])
            if number >= 3:
                found[size].append(answer.seconds)
            rows[size] = answer.body.count(ROW)
    return found, rows


def lines(name, measured, databases):
    found, rows = measured
    few = median(found[100])
    for size in list(found)[1:]:
        many = median(found[size])
        at_most = 1.3 if databases and size <= 10_000 else 2.0
        goal = None if size == MANY and not databases else at_most
        yield Line(
            f"Portfolio, {name}, {size:,} projects",
            ms(few),
            ms(many),
            times(many / few),
            goal=f"≤ {goal} ×" if goal else "–",
            met=many / few <= goal if goal else None,
            note=f"100 projects as floor; {rows[100]} and {rows[size]} rows",
        )


def sheet(people):
    size = max(people)
    answer = people[size].get("/portfolio/projects.csv")
    assert answer.status == 200, answer.status
    size_ = len(answer.body) / 1024
    return Line(f"CSV of {size:,} projects", ours=ms(answer.seconds), note=f"{size_:,.0f} KB")
