"""First view, cold cache: the Explore page against the plain app, in one run."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser

from tests.browser import started

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
PLAIN = Path(__file__).with_name("baseline_app.py")
# Looks once a frame; a frame in which something is there has been painted before the next one. A
# view can be used when its marks answer clicks: ours says so (`data-ready`), the plain app's when
# its plot has points and its map a canvas.
WATCH = """
window.seen = {};
const looks = {
  read: () => document.querySelector('[data-event-id]')?.checkVisibility(),
  ready: () => document.querySelector('[data-viewer][data-ready]'),
  plot: () => document.querySelector('.js-plotly-plot .scatterlayer .point'),
  map: () => document.querySelector('[data-testid=stDeckGlJsonChart] canvas')?.width > 300,
  drawn: () => document.querySelector('.cc-live'),
};
const look = () => {
  for (const [name, is] of Object.entries(looks)) {
    if (!(name in seen) && is()) requestAnimationFrame(() => { seen[name] ??= performance.now(); });
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def seen(browser: Browser, address: str, names: tuple[str, ...]) -> dict[str, float]:
    """Milliseconds from navigation until each of ``names`` was there, in a new context."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    try:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(address, wait_until="commit")
        for name in names:
            page.wait_for_function(f"'{name}' in window.seen", timeout=90_000)
        return page.evaluate("window.seen")
    finally:
        context.close()


@pytest.fixture(scope="module")
def times():
    browser, here, there = started.browser(), started.app(), started.plain(PLAIN)
    seen(browser, here, ("ready",))  # servers warm, caches of the browser not
    seen(browser, there, ("plot", "map"))
    ours, plain = [], []
    for _ in range(ROUNDS):
        ours.append(seen(browser, here, ("read", "ready", "drawn")))
        plain.append(seen(browser, there, ("plot", "map")))
    return {
        "read": median(t["read"] for t in ours),
        "ready": median(t["ready"] for t in ours),
        "map drawn": median(t["drawn"] for t in ours),
        "plain shows": median(min(t["plot"], t["map"]) for t in plain),
        "plain ready": median(max(t["plot"], t["map"]) for t in plain),
    }


def test_there_is_something_to_read_before_the_plain_app_shows_anything(times):
    print("\nfirst view, ms: " + ", ".join(f"{k} {v:.0f}" for k, v in times.items()))
    assert times["read"] < times["plain shows"]


def test_it_can_be_used_at_most_a_fifth_later_than_the_plain_app(times):
    assert times["ready"] <= 1.2 * times["plain ready"]
