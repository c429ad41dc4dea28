"""The stopwatch on a click: from the button's release until every view shows the event."""

from __future__ import annotations

from itertools import cycle, islice
from statistics import quantiles

from tests.browser.explore import Explore

# Measures from the button's release (its own time stamp) until attribute, panel, row and both
# rings are there.
STOPWATCH = """
() => {
  const root = document.querySelector('[data-viewer]');
  const channel = new MessageChannel();
  let start = 0, before = '';
  const ring = (over, box, p) => {
    const r = root.querySelector(`${over} .ring:not(.hover)`);
    if (!p || !(+r.getAttribute('r') > 0)) return false;
    const b = root.querySelector(box).getBoundingClientRect();
    return Math.hypot(b.left + scrollX + +r.getAttribute('cx') - p.x,
      b.top + scrollY + +r.getAttribute('cy') - p.y) < 2;
  };
  const linked = () => {
    const id = root.dataset.event;
    if (!id || id === before) return false;
    const panel = root.querySelector('.cc-panel [data-panel]'), at = root.viewer.position(id);
    return panel && panel.dataset.panel === id
      && root.querySelector(`[data-event-id="${id}"]`).getAttribute('aria-current') === 'true'
      && ring('.cc-over', '.cc-plot', at.timeline) && ring('.cc-labels', '.cc-map', at.map);
  };
  const look = () => {
    if (!start) return;
    if (linked()) { window.linkedAfter = performance.now() - start; start = 0; }
    else channel.port2.postMessage(0);
  };
  channel.port1.onmessage = look;
  root.addEventListener('viewer:change', look);
  document.addEventListener('pointerup', e => {
    if (e.target.closest('[data-home]')) return;
    before = root.dataset.event;
    start = e.timeStamp;
    window.linkedAfter = null;
    channel.port2.postMessage(0);
  }, true);
}
"""


HOLD_MS = 60  # a finger takes longer than that between press and release

# Until the map has stopped moving: its camera stays the same for a second.
STILL = """() => new Promise(done => {
  const camera = () => document.querySelector('[data-viewer]').dataset.camera;
  let was = camera(), since = performance.now();
  const look = () => {
    if (camera() !== was) { was = camera(); since = performance.now(); }
    if (performance.now() - since > 1000) done(); else setTimeout(look, 30);
  };
  look();
})"""

# Until the page has nothing to do, so that a click waits for nothing but what it causes.
IDLE = "() => new Promise(done => requestIdleCallback(done, { timeout: 3000 }))"


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def clicks(explore: Explore, count: int) -> dict[str, list[float]]:
    """Milliseconds from click to linked by the view clicked in, of real clicks of the mouse."""
    page = explore.page
    page.evaluate(STOPWATCH)
    times: dict[str, list[float]] = {"timeline": [], "map": [], "list": []}
    for n, view in enumerate(islice(cycle(times), count)):
        now = explore.data("event")
        if view == "map":  # back to where most events are
            page.locator("[data-home]").click()
        page.evaluate(STILL)
        ids = [e for e in explore.apart("timeline" if view == "list" else view) if e != now]
        event = ids[n * 7 % len(ids)]
        if view == "list":
            row = page.locator(f'[data-event-id="{event}"]')
            row.scroll_into_view_if_needed()
            row.hover()
        else:
            place = explore.position(event)[view]
            page.mouse.move(place["x"], place["y"])
        page.evaluate(IDLE)
        page.mouse.down()
        page.wait_for_timeout(HOLD_MS)
        page.mouse.up()
        page.wait_for_function("() => window.linkedAfter")
        times[view].append(page.evaluate("window.linkedAfter"))
    return times
