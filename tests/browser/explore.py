"""The Explore page as a reader meets it: open it, click in it, ask what all its views show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page

ROOT = "[data-viewer]"
LOCAL = ("127.0.0.1", "localhost", "[::1]")

# What every view says about the event `id`; an empty list means that all of them agree.
DISAGREE = """
([id, asof]) => {
  const root = document.querySelector('[data-viewer]'), out = [];
  const check = (good, text) => { if (!good) out.push(text); };
  const at = root.viewer.position(id);
  check(root.dataset.event === id, `data-event is ${root.dataset.event}`);
  check(root.viewer.state().event === id, `state().event is ${root.viewer.state().event}`);
  const panel = root.querySelector('.cc-panel [data-panel]');
  check(panel && panel.dataset.panel === id, `panel shows ${panel && panel.dataset.panel}`);
  const current = [...root.querySelectorAll('[data-event-id][aria-current="true"]')];
  check(current.length === 1 && current[0].dataset.eventId === id,
    `rows marked: ${current.map(r => r.dataset.eventId)}`);
  const row = root.querySelector(`[data-event-id="${id}"]`);
  if (row && !row.hidden) {
    const r = row.getBoundingClientRect(), l = row.closest('ol').getBoundingClientRect();
    check(r.top >= l.top - 1 && r.bottom <= l.bottom + 1,
      `row at ${r.top}..${r.bottom} is outside the list ${l.top}..${l.bottom}`);
  }
  for (const [name, box, over] of [['timeline', '.cc-plot', '.cc-over'],
                                   ['map', '.cc-map', '.cc-labels']]) {
    const ring = root.querySelector(`${over} .ring:not(.hover)`), p = at[name];
    check(p, `no position in the ${name}`);
    if (!p) continue;
    check(ring && +ring.getAttribute('r') > 0, `no ring in the ${name}`);
    const b = root.querySelector(box).getBoundingClientRect();
    const off = Math.hypot(b.left + scrollX + +ring.getAttribute('cx') - p.x,
      b.top + scrollY + +ring.getAttribute('cy') - p.y);
    check(off < 2, `ring of the ${name} is ${off.toFixed(1)} px off`);
  }
  if (asof) check(root.dataset.asof === asof, `data-asof is ${root.dataset.asof}, not ${asof}`);
  return out;
}
"""

# Events whose mark in one view stands apart from all others and under nothing else.
APART = """
([view, gap]) => {
  const root = document.querySelector('[data-viewer]'), { viewer } = root;
  const box = root.querySelector(view === 'map' ? '.cc-map' : '.cc-plot');
  const all = [...root.querySelectorAll('[data-event-id]')]
    .map(row => [row.dataset.eventId, viewer.position(row.dataset.eventId)[view]])
    .filter(([, p]) => p);
  const b = box.getBoundingClientRect();
  const clear = (x, y) => {
    const top = document.elementFromPoint(x - scrollX, y - scrollY);
    return top && box.contains(top) && !top.closest('button,form,details,input');
  };
  return all.filter(([id, p]) => p.x > b.left + 12 && p.x < b.right + scrollX - 12
      && p.y > b.top + scrollY + 8 && p.y < b.bottom + scrollY - 8 && clear(p.x, p.y)
      && all.every(([other, q]) => other === id || Math.hypot(p.x - q.x, p.y - q.y) > gap))
    .map(([id]) => id);
}
"""


class Explore:
    """A page with the viewer, and what it did that it should not."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        page.set_default_timeout(10_000)
        page.set_default_navigation_timeout(30_000)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(f"page error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", self._dialog)

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text}")

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def outside(self) -> list[str]:
        """Requests that left the machine."""
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob", "about", "chrome")
            and urlsplit(url).hostname not in ("127.0.0.1", "localhost", "::1")
        ]

    # --- opening

    def open(self, **query: str) -> Explore:
        """Go to the page with the parameters given and wait until it is ready."""
        self.page.goto(self.address + ("?" + urlencode(query) if query else ""))
        return self.ready()

    def ready(self) -> Explore:
        """Wait for the viewer and for Streamlit's half to have taken it over."""
        self.page.wait_for_selector(f"{ROOT}[data-ready=true]", timeout=60_000)
        self.page.wait_for_function(
            "() => !!document.querySelector('[data-viewer]').viewer.tell", timeout=60_000
        )
        return self

    def reset(self) -> Explore:
        """Back to how the page opens, without opening it anew."""
        self.page.keyboard.press("Escape")
        self.page.evaluate("""async () => {
          const root = document.querySelector('[data-viewer]'), { viewer } = root;
          const d = viewer.scene.defaults;
          for (const box of root.querySelectorAll('.cc-filters, .cc-skipped')) box.open = false;
          for (const dialog of root.querySelectorAll('dialog[open]')) dialog.close();
          document.activeElement?.blur();
          viewer.select(null);
          viewer.setWindow(d.from, d.to);
          viewer.setAsOf(d.asof);
          if (root.querySelector('.cc-list > li[hidden]')
              || Object.keys(viewer.params()).some(k => k !== 'at')) {
            root.querySelector('.cc-form').reset();
          }
          root.querySelector('[data-home]').click();
        }""")
        self.until("root.dataset.event === '' && !root.querySelector('.cc-list > li[hidden]')")
        self.page.mouse.move(5, 5)
        return self

    # --- asking

    @property
    def root(self) -> Locator:
        return self.page.locator(ROOT)

    def data(self, name: str) -> str:
        """An attribute of the contract: event, from, to, asof, camera, step, theme."""
        return self.root.get_attribute(f"data-{name}") or ""

    @property
    def window(self) -> tuple[str, str]:
        return self.data("from"), self.data("to")

    @property
    def camera(self) -> tuple[float, float, float]:
        lon, lat, zoom = map(float, self.data("camera").split(","))
        return lon, lat, zoom

    @property
    def query(self) -> dict[str, str]:
        """The parameters now in the address."""
        return {k: v[0] for k, v in parse_qs(urlsplit(self.page.url).query).items()}

    def js(self, body: str, arg: Any = None) -> Any:
        """Evaluate an expression of ``root``, ``viewer`` and ``arg`` in the page."""
        return self.page.evaluate(
            "arg => { const root = document.querySelector('[data-viewer]'), { viewer } = root;"
            f" return ({body}); }}",
            arg,
        )

    def until(self, condition: str, arg: Any = None, timeout: float = 8_000) -> None:
        """Wait for an expression of ``root``, ``viewer`` and ``arg`` to hold."""
        self.page.wait_for_function(
            "arg => { const root = document.querySelector('[data-viewer]'), { viewer } = root;"
            f" return ({condition}); }}",
            arg=arg,
            timeout=timeout,
        )

    def until_address(self, **wanted: str | None) -> None:
        """Wait for the address to hold these parameters (None: to be without)."""
        self.page.wait_for_function(
            "wanted => { const has = new URLSearchParams(location.search);"
            " return Object.entries(wanted).every(([k, v]) => has.get(k) === v); }",
            arg=wanted,
            timeout=10_000,
        )

    def position(self, event: str) -> dict[str, dict[str, float] | None]:
        return self.js("viewer.position(arg)", event)

    def apart(self, view: str) -> list[str]:
        """Events whose mark in a view can be clicked without doubt: no other within some pixels."""
        return self.page.evaluate(APART, [view, 4 if view == "timeline" else 8])

    def rows(self) -> set[str]:
        """Ids of the rows the list shows."""
        return set(
            self.js(
                "[...root.querySelectorAll('.cc-list > li:not([hidden]) [data-event-id]')]"
                ".map(r => r.dataset.eventId)"
            )
        )

    def placed(self, view: str) -> set[str]:
        """Ids of the events that have a place in a view."""
        return set(
            self.js(
                "[...root.querySelectorAll('[data-event-id]')].map(r => r.dataset.eventId)"
                ".filter(id => viewer.position(id)[arg])",
                view,
            )
        )

    def names(self) -> list[str]:
        """The names now on the map."""
        return self.page.locator(".cc-labels text").all_text_contents()

    def project(self, lon: float, lat: float) -> tuple[float, float, bool]:
        """Pixels of a point in the map's box, and whether they are inside it."""
        x, y, inside = self.js(
            """(() => {
              const v = viewer.map.viewport(), b = root.querySelector('.cc-map');
              const [x, y] = v.project(arg);
              return [x, y, x >= 0 && y >= 0 && x <= b.clientWidth && y <= b.clientHeight];
            })()""",
            [lon, lat],
        )
        return x, y, inside

    def shows(self, points: Iterable[tuple[float, float]]) -> None:
        """Assert that the map shows all points, once it stands still."""
        for lon, lat in points:
            x, y, inside = self.project(lon, lat)
            assert inside, f"{lon},{lat} is at {x:.0f},{y:.0f}, outside the map {self.camera}"

    # --- doing

    def choose(self, event: str, view: str) -> None:
        """Click an event in the timeline, on the map or in the list."""
        if view == "list":
            self.page.locator(f'[data-event-id="{event}"]').click()
            return
        place = self.position(event)[view]
        assert place, f"{event} has no place in the {view}"
        scroll = self.page.evaluate("[scrollX, scrollY]")
        self.page.mouse.click(place["x"] - scroll[0], place["y"] - scroll[1])

    def follows(self, event: str, asof: str | None = None) -> None:
        """Assert that all views show the event."""
        try:
            self.page.wait_for_function(
                f"arg => !({DISAGREE})(arg).length", arg=[event, asof], timeout=5000
            )
        except Exception:
            wrong = self.page.evaluate(DISAGREE, [event, asof])
            assert not wrong, f"{event}: {'; '.join(wrong)}"
