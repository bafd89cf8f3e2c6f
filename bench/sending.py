"""Ten thousand weekly digests to a real mail server: time, memory, and killed in the middle."""

import os
import random
import smtplib
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager

from bench.figures import Line, times
from bench.places import ROOT, Place, end

SQLITE_CACHE = 20
"""Megabytes that `cache_size` in the settings allows; a bigger file fills more of it."""
FEW, MANY, KILLS = 1_000, 10_000, 12


def measure(folder, databases, asked):
    many = 2_000 if asked.quick else MANY
    few_time, few_memory, _floor = sent(Place(folder, "few_digests", databases), FEW)
    took, memory, floor = sent(Place(folder, "many_digests", databases), many)
    yield Line(
        f"{many} digests",
        f"{floor:.0f} s",
        f"{took:.0f} s",
        times(took / floor),
        note=f"{many / took:.0f} a second; floor: smtplib alone with one text",
    )
    yield Line(
        f"… time for each, {many} beside {FEW}",
        ours=f"{took / many * 1000:.1f} ms",
        floor=f"{few_time / FEW * 1000:.1f} ms",
        ratio=times(took / many / (few_time / FEW)),
    )
    cache = SQLITE_CACHE if not databases else 0
    yield Line(
        f"… memory of the sender, {many} beside {FEW}",
        f"{few_memory:.0f} MB",
        f"{memory:.0f} MB",
        times(memory / few_memory),
        goal="≤ 1.10 ×",
        met=memory - cache <= 1.10 * few_memory,
        note="the most it held" + (f"; {cache} MB may be SQLite's cache of pages" if cache else ""),
    )
    yield killed(Place(folder, "killed_digests", databases), many)


def sent(place, number):
    """Seconds and megabytes that one `send_due` took, and the seconds of bare smtplib."""
    with mailbox(place) as (port, file):
        prepare(place, number)
        began = time.monotonic()
        process = start(place, port)
        _pid, status, used = os.wait4(process.pid, 0)
        took = time.monotonic() - began
        if status or len(lines(file)) != number:
            sys.exit(f"send_due sent {len(lines(file))} of {number}")
        return took, used.ru_maxrss / 1024, bare(port, number)


def killed(place, number):
    """Killed with -9 again and again: who was mailed twice, and who was missed in silence."""
    with mailbox(place, pause=0.001) as (port, file):
        prepare(place, number)
        for round_ in range(1, KILLS + 1):
            process = start(place, port, "--loop")
            enough = number * round_ // (KILLS + 1)
            while len(lines(file)) < enough:
                time.sleep(0.05)
            time.sleep(random.random() * 0.2)
            process.kill()
            process.wait()
        time.sleep(3)  # what was left behind counts as such after two seconds here
        start(place, port).wait()
        counted = Counter(lines(file))
        unsure = set(place.fill("unsure"))
    expected = {f"person{n}@collab.example" for n in range(number)}
    twice = sum(count > 1 for count in counted.values())
    missed = len(expected - set(counted) - unsure)
    return Line(
        f"… killed {KILLS} times and started again",
        ours=f"twice {twice}, missed {missed}",
        goal="0 and 0",
        met=twice == missed == 0,
        note=f"{len(unsure)} shown as not sure, {len(unsure & set(counted))} of them had arrived",
    )


def prepare(place, number):
    place.prepare(static=False)
    place.fill("digests", "--people", number)


def start(place, port, *words):
    env = place.env | {"EMAIL_URL": f"smtp://127.0.0.1:{port}", "OUTBOX_UNSURE_AFTER": "2"}
    return subprocess.Popen([sys.executable, "manage.py", "send_due", *words], env=env, cwd=ROOT)


@contextmanager
def mailbox(place, pause=0):
    """A mail server in a process of its own: its port, and the file of who had mail."""
    file = place.folder / "taken"
    process = subprocess.Popen(
        [sys.executable, "bench/mailbox.py", file, str(pause)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    try:
        yield int(process.stdout.readline()), file
    finally:
        end(process)
        process.stdout.close()


def bare(port, number):
    began = time.monotonic()
    text = "Subject: News from your projects\r\n\r\n" + "A line of news.\r\n" * 30
    with smtplib.SMTP("127.0.0.1", port) as server:
        for n in range(number):
            server.sendmail("collab@collab.example", f"person{n}@collab.example", text)
    return time.monotonic() - began


def lines(file):
    return file.read_text().split() if file.exists() else []
