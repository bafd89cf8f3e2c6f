"""PDFs beside bare WeasyPrint on the same HTML, and the same document again from the cache."""

import json
from statistics import median

from bench.client import Person
from bench.figures import Line, Pair, ms, times


def measure(place, asked):
    filled = place.prepare().fill("team", "--people", "12")
    project = filled["projects"]["ours"]["id"]
    documents = {
        "Guide PDF": "/stages/guide.pdf",
        "Summary PDF": f"/projects/{project}/exports/summary.pdf",
    }
    for name, address in documents.items():
        yield from beside_bare(place, name, address, 2 if asked.quick else 4)
    with place.serving() as server:
        person = Person(server.port, filled["sessions"][0])
        for name, address in documents.items():
            yield again(person, name, address)


def beside_bare(place, name, address, rounds):
    """A process of each in turn; each draws the document three times, and the last two count."""
    time, memory, cpu = Pair(), Pair(), Pair()
    for _ in range(rounds):
        for side in ("ours", "floor"):
            said = json.loads(
                place.run("-m", "bench.drawing", side, address, place.folder).splitlines()[-1]
            )
            getattr(time, side).extend(said["seconds"])
            getattr(cpu, side).extend(said["cpu"])
            getattr(memory, side).append(said["memory"])
    note = f"CPU {times(cpu.ratio)}"
    yield time.line(f"{name}: time", 1.15, note=note)
    floor, ours = median(memory.floor), median(memory.ours)
    yield Line(
        f"{name}: memory",
        f"{floor:.0f} MB",
        f"{ours:.0f} MB",
        times(ours / floor),
        goal="≤ 1.2 ×",
        met=ours / floor <= 1.2,
        note="the most a process held, Django in both",
    )


def again(person, name, address):
    found = [person.get(address) for _ in range(41)]
    assert {answer.status for answer in found} == {200}, found[0].status
    middle = median(answer.seconds for answer in found[1:])
    return Line(
        f"{name} again, from the cache",
        ours=ms(middle),
        goal="≤ 20 ms",
        met=middle <= 0.02,
        note=f"{len(found[0].body) / 1024:.0f} KB",
    )
