"""What a first visit and a later one take over the line, compressed as a browser asks for it."""

import gzip
import re

from bench.client import Person
from bench.figures import Line

TAGS = re.compile(r'(?:<(?:script|link)[^>]*?(?:src|href)|from)[= ]"(/static/[^"]+)"')


def measure(place, asked):
    filled = place.prepare().fill("team", "--people", "12")
    project = filled["projects"]["thirty"]["id"]
    pages = {
        "Checklist page, 30 items": f"/projects/{project}/checklist/{filled['stage']}/",
        "Project page": f"/projects/{project}/",
        "The guide": "/stages/",
    }
    with place.serving() as server:
        person = Person(server.port, filled["sessions"][1], Accept_Encoding="gzip, br")
        for name, address in pages.items():
            yield from weighed(person, name, address)


def weighed(person, name, address):
    answer = person.get(address)
    served = answer.header("content-encoding") or "nothing"
    html = answer.body if served != "nothing" else gzip.compress(answer.body, 6)
    plain = gzip.decompress(html) if served in ("gzip", "nothing") else answer.body
    files = sorted(set(TAGS.findall(plain.decode())))
    sizes = {file: len(person.get(file).body) for file in files if not file.endswith(".svg")}
    first, later = len(html) + sum(sizes.values()), len(html)
    parts = ", ".join(f"{kind} {kb(of(sizes, kind))}" for kind in ("css", "js"))
    how = "by the server" if served != "nothing" else "NOT by the server: gzip -6 of it"
    yield line(f"{name}: first visit", first, 60, f"page {kb(later)}, {parts}")
    yield line(f"{name}: after", later, 15, f"page compressed {how}")


def of(sizes, kind):
    return sum(size for file, size in sizes.items() if file.endswith(kind))


def kb(number):
    return f"{number / 1024:.1f} KB"


def line(job, number, at_most, note):
    met = number <= at_most * 1024
    return Line(job, ours=kb(number), goal=f"≤ {at_most} KB", met=met, note=note)
