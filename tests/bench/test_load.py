"""Loading the collection: half a second at most, and a ratio that a busy machine does not move."""

from __future__ import annotations

import time
from collections.abc import Callable

import yaml

from timeline import paths
from timeline.collection import load


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of several runs, in seconds of this process's own time."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def test_the_collection_loads_in_half_a_second():
    texts = [p.read_text("utf-8") for p in paths.DATA.rglob("*.yaml")]
    ours = best(lambda: load(paths.DATA))
    plain = best(lambda: [yaml.load(t, yaml.CSafeLoader) for t in texts], 2)
    print(f"\nload: {ours:.3f} s, {ours / plain:.2f} of PyYAML's C loader alone ({plain:.3f} s)")
    assert ours <= 0.5
    assert ours <= plain
