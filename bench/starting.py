"""`bin/demo` on a machine where it ran before: how long until its first page."""

import os
import signal
import subprocess
import sys
import time

from bench.client import Person
from bench.figures import Line
from bench.places import ROOT, free_port


def measure(folder, asked):
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env |= {"COLLAB_VAR": str(folder / "demo"), "HOST": "127.0.0.1"}
    first, second = started(env), started(env)
    yield Line(
        "bin/demo, second start, to the first page",
        ours=f"{second:.1f} s",
        goal="< 10 s",
        met=second < 10,
        note=f"first start, with everything installed: {first:.1f} s",
    )


def started(env, limit=300):
    """Seconds from the command to the first page; ends what it began."""
    port, began = free_port(), time.monotonic()
    process = subprocess.Popen(
        [ROOT / "bin" / "demo"],
        env=env | {"PORT": str(port)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        while not has_a_page(port):
            if process.poll() is not None or time.monotonic() - began > limit:
                sys.exit("bin/demo did not start: run it by itself to see why.")
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)


def has_a_page(port):
    try:
        return Person(port).get("/").status == 200
    except (OSError, EOFError):
        return False
