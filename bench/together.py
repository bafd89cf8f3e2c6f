"""Many people in one project at once: those who look on, and a workshop in which all tick."""

import asyncio
import random
import re
import time
from statistics import median

from bench.figures import Line, p95
from bench.pages import token

PEOPLE, SECONDS, ATTENDING, WITHIN = 200, 30, 300, 10
VERSION = re.compile(rb"/changes/(\d+)/")


def measure(place, asked):
    filled = place.prepare().fill("team")
    with place.serving() as server:
        yield from asyncio.run(polling(server, filled, 10 if asked.quick else SECONDS))
        yield asyncio.run(workshop(server, filled))


class Phone:
    """A browser on a connection that stays open."""

    def __init__(self, port, session):
        self.port, self.session, self.streams = port, session, None

    async def send(self, method, address, text=""):
        """(status, body) of one request."""
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        body = f"csrfmiddlewaretoken={token()}&{text}" if method == "POST" else ""
        form = "Content-Type: application/x-www-form-urlencoded\r\n" if body else ""
        writer.write(
            f"{method} {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nHX-Request: true\r\n{form}"
            f"Cookie: sessionid={self.session}; csrftoken={token()}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = re.search(rb"content-length: (\d+)", head)
        answer = await reader.readexactly(int(length[1])) if length else b""
        return int(head[9:12]), answer

    def close(self):
        if self.streams:
            self.streams[1].close()


async def polling(server, filled, seconds):
    """200 people look at one list as `live.js` does, while one more ticks once a second."""
    project = filled["projects"]["polled"]
    at = f"/projects/{project['id']}/checklist"
    seen, problems, sent, waits = {}, [], {}, []
    end = time.monotonic() + seconds

    async def look(number):
        phone, version = Phone(server.port, filled["sessions"][number + 2]), project["version"]
        await asyncio.sleep(random.random() * 2.7)
        while time.monotonic() < end + 4:
            began = time.monotonic()
            status, body = await phone.send("GET", f"{at}/{filled['stage']}/changes/{version}/")
            waits.append(time.monotonic() - began)
            if status == 200:
                version = int(VERSION.search(body)[1])
                seen.setdefault(version, {})[number] = time.monotonic()
            elif status != 204:
                problems.append(status)
            await asyncio.sleep(2.7 * (0.85 + random.random() * 0.15))
        phone.close()

    async def tick():
        phone, version = Phone(server.port, filled["sessions"][1]), project["version"]
        number = 0
        while time.monotonic() < end:
            item = project["items"][number // 2 % len(project["items"])]
            value = "done" if number % 2 == 0 else ""
            number += 1
            sent[version + number] = time.monotonic()
            status, _body = await phone.send("POST", f"{at}/{item}/answer/", f"value={value}")
            if status != 200:
                problems.append(status)
            await asyncio.sleep(max(0, 1 - (time.monotonic() - sent[version + number])))
        phone.close()

    before, began = server.cpu_seconds(), time.monotonic()
    await asyncio.gather(tick(), *[look(number) for number in range(PEOPLE)])
    share = (server.cpu_seconds() - before) / (time.monotonic() - began)
    slowest = [longest(seen, version, at) for version, at in sent.items()]
    note = f"{len(waits)} polls, median {median(waits) * 1000:.0f} ms, {len(sent)} ticks"
    looked = Line(
        f"{PEOPLE} people poll, a tick a second: server",
        ours=f"{share:.0%} of a core",
        goal="≤ 35 % of a core",
        met=share <= 0.35,
        note=note,
    )
    saw = Line(
        "… until a tick is seen by all",
        ours=f"{max(slowest):.1f} s",
        goal="≤ 4 s, no error",
        met=max(slowest) <= 4 and not problems,
        note=f"median {median(slowest):.1f} s; {len(problems)} errors",
    )
    return looked, saw


def longest(seen, version, sent):
    """Seconds from a tick until the last of the people had it; for ever if someone never did."""
    first = {}
    for later, people in seen.items():
        if later >= version:
            for number, moment in people.items():
                first[number] = min(moment, first.get(number, moment))
    return max(first.values()) - sent if len(first) == PEOPLE else float("inf")


async def workshop(server, filled):
    """300 people, each with a connection of their own, tick one item each within ten seconds."""
    project = filled["projects"]["workshop"]
    at = f"/projects/{project['id']}/checklist"

    async def one(number):
        await asyncio.sleep(random.random() * WITHIN)
        phone, began = Phone(server.port, filled["sessions"][number + 1]), time.monotonic()
        address = f"{at}/{project['items'][number]}/answer/"
        status, _body = await phone.send("POST", address, "value=done")
        phone.close()
        return status, time.monotonic() - began

    found = await asyncio.gather(*[one(number) for number in range(ATTENDING)])
    acknowledged = sum(status == 200 for status, _seconds in found)
    phone = Phone(server.port, filled["sessions"][1])
    _status, page = await phone.send("GET", f"{at}/{filled['stage']}/")
    phone.close()
    done = page.count(b"item item--done")
    version = int(VERSION.search(page)[1]) - project["version"]
    slow = p95([seconds for _status, seconds in found])
    return Line(
        f"Workshop: {ATTENDING} people tick within {WITHIN} s",
        ours=f"p95 {slow * 1000:.0f} ms",
        goal="all there once, p95 < 2 s",
        met=acknowledged == done == version == ATTENDING and slow < 2,
        note=f"{acknowledged} acknowledged, {done} done, {version} versions",
    )
