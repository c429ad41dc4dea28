"""Without WebGL, on a phone, in the dark: the same product."""

import pytest

from tests.browser import started
from timeline.scene import asof_of

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

HEIGHTS = "[...root.querySelectorAll(arg)].map(b => b.getBoundingClientRect().height)"


def test_no_webgl(new_page, collection):
    page = new_page(browser=started.browser(webgl=False)).open()
    assert page.js("!document.createElement('canvas').getContext('webgl2')")
    assert "WebGL" in page.page.locator(".cc-notice").inner_text()
    page.until("root.querySelector('.cc-still img').naturalWidth > 100")
    assert page.page.locator(".cc-still img").is_visible()
    first = page.page.locator(".cc-still img").get_attribute("src")
    event = "azal-8243-2024"
    for view in ("list", "timeline"):
        page.page.keyboard.press("Escape")
        page.choose(event, view)
        page.until(f"root.querySelector('[data-panel={event}]')")
        assert page.data("event") == event
        assert page.data("asof") == str(asof_of(collection.events[event]))
        assert page.position(event)["map"] is None
        assert page.position(event)["timeline"]
    page.until("root.querySelector('.cc-still img').getAttribute('src') !== arg", first)
    page.until("root.querySelector('.cc-still img').complete")
    assert page.page.locator(".cc-legend li").count() > 3


@pytest.fixture(scope="module")
def phone(browser, open_context):
    page = open_context(browser, **PHONE)
    yield page.open()
    page.page.context.close()


class TestPhone:
    def test_nothing_wider_than_the_screen(self, phone):
        wide = phone.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0
        assert phone.js("root.scrollWidth - root.clientWidth") <= 0

    def test_landmark_buttons_are_large_enough(self, phone):
        assert min(phone.js(HEIGHTS, "[data-landmark]")) >= 40

    def test_list_rows_are_large_enough(self, phone):
        assert min(phone.js(HEIGHTS, "[data-event-id]")) >= 40

    def test_tap_on_a_landmark(self, phone):
        phone.page.locator("[data-landmark][data-select='red-army-azerbaijan-1920']").tap()
        phone.until("root.querySelector('[data-panel=red-army-azerbaijan-1920]')")
        assert phone.data("event") == "red-army-azerbaijan-1920"
        assert phone.position("red-army-azerbaijan-1920")["map"]

    def test_tap_on_a_row(self, phone):
        phone.page.locator("[data-event-id='second-karabakh-war-2020']").tap()
        phone.until("root.querySelector('[data-panel=second-karabakh-war-2020]')")
        phone.page.locator("[data-event-id='adr-proclaimed-1918']").tap()
        phone.until("root.querySelector('[data-panel=adr-proclaimed-1918]')")
        wide = phone.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0


CONTRAST = """(() => {
  const paint = c => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext('2d');
    pen.fillStyle = c;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = c => {
    const linear = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = c.map(v => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = node => {
    for (let n = node; n; n = n.parentElement) {
      const c = paint(getComputedStyle(n).backgroundColor);
      if (c[3] > 250) return c;
    }
    return [255, 255, 255];
  };
  return arg.map(name => {
    const node = root.querySelector(name);
    const [a, b] = [light(paint(getComputedStyle(node).color)), light(behind(node))];
    return [name, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
  });
})()"""
TEXTS = [
    ".cc-summary", ".cc-claim p:last-of-type", ".cc-notes li", ".cc-list span", ".cc-list time",
    ".cc-when", ".cc-tag", "[data-landmark]", ".cc-count", ".cc-legend li span", ".cc-lanes li",
    ".cc-kicker",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_body_text_can_be_read(explore, new_page, scheme):
    page = explore if scheme == "light" else new_page(color_scheme=scheme).open()
    page.choose("adr-proclaimed-1918", "list")
    page.follows("adr-proclaimed-1918")
    page.until("root.dataset.theme === arg", scheme)
    contrasts = dict(page.js(CONTRAST, TEXTS))
    # WCAG 2.2, 1.4.3: at least 4.5 to 1
    assert {name: round(c, 2) for name, c in contrasts.items() if c < 4.5} == {}
