"""Ticks and pages of a project, beside bare views that do the same."""

import re
from contextlib import contextmanager
from itertools import cycle

from bench.client import Person, at_once
from bench.figures import Line, Pair
from bench.places import cpu_of

ROUNDS = 12
"""Ours and the floor take turns this often, so that what else the machine does hits both."""


@contextmanager
def team_place(place):
    """A filled place with both servers on it: (what was filled, ours, floor)."""
    filled = place.prepare().fill("team")
    with place.serving() as ours, place.serving("bench.floor_settings") as floor:
        yield filled, ours, floor


def token():
    return "b" * 32


def measure(place, asked):
    """Lines for the ticks and pages of one database."""
    rounds = 4 if asked.quick else ROUNDS
    with team_place(place) as (filled, ours, floor):
        people = [Person(ours.port, key, token()) for key in filled["sessions"][:10]]
        bare = [Person(floor.port, key, token()) for key in filled["sessions"][:10]]
        yield from ticks(filled, people, bare, rounds, (ours, floor))
        yield from long_and_short(filled, people, rounds)
        yield counted(place, filled)
        for name, what in (("nine", "9"), ("thirty", "30")):
            address = f"/projects/{filled['projects'][name]['id']}/checklist/{filled['stage']}/"
            lay_floor(place, name, people[1].get(address).body.decode(), "li", "item-")
            job = f"Checklist page, {what} items"
            yield page_line(
                job, filled, name, people[1], bare[1], address, 2.0, rounds, (ours, floor)
            )
        address = f"/projects/{filled['projects']['ours']['id']}/"
        lay_floor(place, "ours", people[1].get(address).body.decode(), "li", "activity-")
        yield page_line(
            "Project page", filled, "ours", people[1], bare[1], address, 2.5, rounds, (ours, floor)
        )


# Ticks


def ticks(filled, people, bare, rounds, servers):
    for clients in (1, 8):
        pair = Pair()
        ours = [Ticker(people[n + 1], filled, "ours", n) for n in range(clients)]
        floor = [Ticker(bare[n + 1], filled, "floor", n) for n in range(clients)]
        for ticker in (*ours, *floor):
            ticker.go(4)()  # warms up
        with cpu_of(pair, *servers):
            for _ in range(rounds):
                for found, tickers in ((pair.ours, ours), (pair.floor, floor)):
                    parts = at_once([ticker.go(48 // clients) for ticker in tickers])
                    found += [seconds for part in parts for seconds in part]
        who = "1 client" if clients == 1 else f"{clients} clients"
        yield pair.line(f"Tick, {who}", 2.0, p95_too=True, note=f"{len(pair.ours)} of each")


class Ticker:
    """A person who ticks an item and takes the tick back, again and again."""

    def __init__(self, person, filled, project, number):
        found = filled["projects"][project]
        item = found["items"][number]
        self.person, self.values = person, cycle(["done", ""])
        ours = f"/projects/{found['id']}/checklist/{item}/answer/"
        self.address = f"/tick/{item}/" if project == "floor" else ours

    def go(self, number):
        return lambda: [self.once() for _ in range(number)]

    def once(self):
        answer = self.person.post(self.address, f"value={next(self.values)}")
        assert answer.status == 200, (answer.status, answer.body[:300])
        return answer.seconds


def long_and_short(filled, people, rounds):
    """A tick on a list of one item, and on one of five hundred."""
    short = Ticker(people[1], filled, "one", 0)
    long = Ticker(people[1], filled, "many", 250)
    pair = Pair()
    short.go(5)(), long.go(5)()
    for _ in range(rounds * 20):
        pair.floor.append(short.once())
        pair.ours.append(long.once())
    line = pair.line("Tick, 500 items beside 1 item", 1.1, note="floor: ours on a list of 1")
    line.goal, line.met = "flat", pair.ratio <= 1.1
    yield line


def counted(place, filled):
    """Queries and rows written by one tick on each list: they have to be the same."""
    import json

    found = [
        (filled["projects"][name]["id"], filled["projects"][name]["items"][0])
        for name in ("one", "many")
    ]
    words = [number for pair in found for number in pair]
    said = json.loads(place.run("-m", "bench.counting", *words).splitlines()[-1])
    one, many = said
    return Line(
        "Tick: queries and rows, 1 and 500 items",
        f"{one['queries']} and {one['rows']}",
        f"{many['queries']} and {many['rows']}",
        goal="the same",
        met=one == many,
        note="floor: ours on a list of 1",
    )


# Pages


def lay_floor(place, name, html, tag, mark):
    """A plain template of the same size: our page as text, with a loop where its rows are."""
    rows = list(re.finditer(rf'<{tag} id="{mark}(\d+)".*?\n</{tag}>', html, re.DOTALL))
    first, last = rows[len(rows) // 2], rows[-1]
    row = first[0].replace(first[1], "{{ row.pk }}")
    for name_, text in texts_of(row, mark):
        row = row.replace(text, "{{ row." + name_ + " }}")
    before, after = html[: rows[0].start()], html[last.end() :]
    source = f"{before}{{% for row in rows %}}{row}{{% endfor %}}{after}"
    (place.folder / f"floor-{name}.html").write_text(source, encoding="utf-8")


def texts_of(row, mark):
    """What stands in the row that a column holds: (column, the text as it was drawn)."""
    if mark == "item-":
        yield "wording", re.search(r'tick__words">(.*?)</span>', row, re.DOTALL)[1]
        yield "help", re.search(r'item__help">(.*?)</p>', row, re.DOTALL)[1]
    else:
        yield "actor.name", re.search(r"<span>(Person \d+)", row)[1]
        yield "subject", re.search(r'<a href="[^"]*">(.*?)</a>', row, re.DOTALL)[1]


def page_line(job, filled, name, person, bare, address, at_most, rounds, servers):
    project = filled["projects"][name]["id"]
    stage = f"{filled['stage']}/" if "Checklist" in job else ""
    floor_address = f"/page/{name}/{project}/{stage}"
    for _ in range(10):
        person.get(address), bare.get(floor_address)  # warms up
    pair = Pair()
    with cpu_of(pair, *servers):
        for _ in range(rounds * 15):
            ours, floor = person.get(address), bare.get(floor_address)
            assert (ours.status, floor.status) == (200, 200), (ours.status, floor.status)
            pair.ours.append(ours.seconds)
            pair.floor.append(floor.seconds)
    same = f"{len(floor.body) / 1024:.0f} and {len(ours.body) / 1024:.0f} KB of HTML"
    return pair.line(job, at_most, note=same)
