"""Signing in with the numbers from an e-mail, from asking to being in, beside two bare views."""

import json

from bench.figures import Pair
from bench.places import cpu_of


def measure(place, asked):
    times = 60 if asked.quick else 140
    place.prepare().fill("team", "--people", str(times + 1))
    pair = Pair()
    with (
        place.serving() as ours,
        place.serving("bench.floor_settings") as floor,
        cpu_of(pair, ours, floor),
    ):
        said = place.run("-m", "bench.signing_hands", ours.port, floor.port, times)
    found = json.loads(said.splitlines()[-1])
    pair.ours, pair.floor = found["ours"], found["floor"]
    note = f"{times} people of each; asking {found['ask']:.1f} ms, giving {found['give']:.1f} ms"
    yield pair.line("Sign in: ask for the numbers, give them", 4.0, note=note)
