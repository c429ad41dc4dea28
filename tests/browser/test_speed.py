"""What a click costs: time until all views agree, and bytes to the server and back."""

import time
from itertools import chain
from statistics import median

from tests.browser.explore import Explore
from tests.browser.stopwatch import clicks, p95

CLICKS = 40
QUIET = 1.5  # seconds without a byte after which a click is over


def test_click_to_linked(explore: Explore):
    """No click waits for the server or for the map's next frame; `make bench` has the figures."""
    times = clicks(explore, CLICKS)
    every = sorted(chain(*times.values()))
    each = ", ".join(f"{view} {median(ms):.1f}" for view, ms in times.items())
    print(
        f"\nclick to linked: median {median(every):.1f} ms, p95 {p95(every):.1f} ms, most "
        f"{every[-1]:.1f} ms over {CLICKS} clicks (medians: {each})"
    )
    assert median(every) <= 200  # a machine that does other things meanwhile, too


def test_bytes_of_a_click(new_page):
    page = new_page()
    frames: list[tuple[str, int, float]] = []

    def frame(way: str, payload: str | bytes) -> None:
        frames.append((way, len(payload), time.monotonic()))

    def socket(ws) -> None:
        ws.on("framesent", lambda payload: frame("sent", payload))
        ws.on("framereceived", lambda payload: frame("received", payload))

    page.page.on("websocket", socket)
    page.open()
    first, second = "adr-proclaimed-1918", "azerbaijan-independence-1991"
    page.choose(first, "list")
    page.until_address(event=first)
    settle(page, frames)
    asked = len(page.requests)
    frames.clear()
    page.choose(second, "timeline")
    page.until_address(event=second)
    settle(page, frames)
    way = {w: sum(n for x, n, _ in frames if x == w) for w in ("sent", "received")}
    total = sum(way.values())
    print(f"\nbytes of a click: {way['sent']} sent, {way['received']} received, {total} in all "
          f"({len(frames)} frames, {len(page.requests) - asked} requests)")  # fmt: skip
    assert page.requests[asked:] == []
    assert 0 < total < 2000


def settle(page: Explore, frames: list[tuple[str, int, float]]) -> None:
    """Wait until the socket has been quiet for a while."""
    while not frames or time.monotonic() - frames[-1][2] < QUIET:
        page.page.wait_for_timeout(100)
