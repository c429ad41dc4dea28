"""A choice in one view shows in all of them, and nobody's zoom is lost by it."""

import pytest

from tests.browser.explore import Explore
from timeline.scene import asof_of

VIEWS = ("timeline", "map", "list")


def some(explore: Explore, view: str) -> list[str]:
    """A few events that can be clicked in a view, far apart in time."""
    ids = explore.apart("timeline" if view == "list" else view)
    assert len(ids) >= 3, f"only {ids} stand apart in the {view}"
    return [ids[0], ids[len(ids) // 2], ids[-1]]


@pytest.mark.parametrize("view", VIEWS)
def test_click_and_all_views_follow(explore: Explore, collection, view):
    for event in some(explore, view):
        explore.choose(event, view)
        explore.follows(event, str(asof_of(collection.events[event])))


def test_click_on_nothing_clears(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.follows("adr-proclaimed-1918")
    free = explore.js("""(() => {
      const b = root.querySelector('.cc-plot').getBoundingClientRect();
      const marks = [...root.querySelectorAll('[data-event-id]')]
        .map(r => viewer.position(r.dataset.eventId).timeline).filter(Boolean);
      for (let y = b.top + 6; y < b.bottom - 24; y += 5) {
        for (let x = b.left + 9; x < b.right; x += 7) {
          if (marks.every(m => Math.hypot(m.x - x, m.y - y) > 32)) return [x, y];
        }
      }
    })()""")
    explore.page.mouse.click(*free)
    explore.until("root.dataset.event === ''")


def test_previous_and_next(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.page.locator("button[data-step='1']").click()
    explore.until("root.dataset.event !== 'adr-proclaimed-1918'")
    explore.follows(explore.data("event"))
    explore.page.locator("button[data-step='-1']").click()
    explore.follows("adr-proclaimed-1918")


def test_link_in_the_panel(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.follows("adr-proclaimed-1918")
    link = explore.page.locator(".cc-panel [data-select]").last
    wanted = link.get_attribute("data-select")
    link.click()
    explore.follows(wanted)


def test_hover_previews_in_both_views(explore: Explore):
    event = next(e for e in explore.apart("timeline") if explore.position(e)["map"])
    place = explore.position(event)["timeline"]
    explore.page.mouse.move(place["x"], place["y"])
    for over in (".cc-over", ".cc-labels"):
        explore.until(f"+root.querySelector('{over} .ring.hover').getAttribute('r') > 0")
    explore.page.mouse.move(5, 5)
    explore.until("+root.querySelector('.cc-over .ring.hover').getAttribute('r') === 0")
    assert explore.data("event") == ""


@pytest.mark.parametrize("view", VIEWS)
def test_window_set_is_kept_after_a_click(explore: Explore, view):
    explore.js("viewer.setWindow('1917-06-01', '1922-06-30')")
    explore.until("viewer.position('adr-proclaimed-1918').timeline")
    inside = explore.placed("timeline")
    event = next(e for e in explore.apart("map" if view == "map" else "timeline") if e in inside)
    explore.choose(event, view)
    explore.follows(event)
    assert explore.window == ("1917-06-01", "1922-06-30")


def test_reader_s_zoom_outlives_click_and_server(explore: Explore):
    before = explore.window
    place = explore.position("adr-proclaimed-1918")["timeline"]
    explore.page.mouse.move(place["x"], place["y"])
    explore.page.mouse.wheel(0, -240)
    explore.until("arg[0] !== root.dataset.from || arg[1] !== root.dataset.to", list(before))
    # Plotly tells of a turn of the wheel once it rests.
    explore.until("root.dataset.to === viewer.state().to && !viewer.timeline.live")
    zoomed = explore.window
    event = next(e for e in explore.apart("timeline") if e in explore.placed("timeline"))
    explore.choose(event, "timeline")
    explore.follows(event)
    explore.until_address(event=event)  # the server has heard and answered
    assert explore.window == zoomed
    shown = explore.js("root.querySelector('.cc-plot')._fullLayout.xaxis.range.map(String)")
    assert shown[0][:10] == zoomed[0]


def test_choosing_outside_the_window_moves_it_without_zooming(explore: Explore):
    explore.js("viewer.setWindow('1917-06-01', '1922-06-30')")
    explore.choose("azal-8243-2024", "list")
    explore.follows("azal-8243-2024")
    start, end = explore.window
    assert start > "2000-01-01" and end >= "2024-12-25"


@pytest.mark.parametrize("view", VIEWS)
def test_map_s_zoom_is_kept_while_the_event_is_in_view(explore: Explore, view):
    explore.js("viewer.setWindow('1918-01-01', '1919-12-31')")  # marks of these years apart
    explore.page.locator("[data-mapzoom='1']").click()
    explore.until("+root.dataset.camera.split(',')[2] > 6.2")
    before = explore.camera
    middle = explore.js("""(() => {
      const b = root.querySelector('.cc-map').getBoundingClientRect();
      return [...root.querySelectorAll('[data-event-id]')].map(r => r.dataset.eventId)
        .filter(id => {
          const i = viewer.scene.items.find(i => i.id === id), m = viewer.position(id).map;
          return m && !i.spots.length && !i.path.length
            && Math.abs(m.x - b.left - b.width / 2) < b.width * 0.3
            && Math.abs(m.y - b.top - b.height / 2) < b.height * 0.25;
        });
    })()""")
    apart = explore.apart("timeline" if view == "list" else view)
    event = next(e for e in middle if e in apart)
    explore.choose(event, view)
    explore.follows(event)
    assert explore.camera == pytest.approx(before, abs=0.01)


def test_second_choice_of_a_landmark_brings_the_map_back(explore: Explore):
    button = explore.page.locator("[data-landmark]").first
    button.click()
    event = explore.data("event")
    explore.follows(event)
    for _ in range(3):
        explore.page.locator("[data-mapzoom='1']").click()
    explore.js("viewer.map.fly({longitude: 55, latitude: 37}, true)")
    explore.until("!viewer.position(arg).map", event)
    button.click()
    explore.until("viewer.position(arg).map", event)


def test_map_flies_where_motion_is_welcome(explore: Explore):
    start = explore.camera
    explore.page.emulate_media(reduced_motion="no-preference")
    try:
        explore.page.locator("[data-landmark][data-select='azal-8243-2024']").click()
        explore.follows("azal-8243-2024")
    finally:
        explore.page.emulate_media(reduced_motion="reduce")
    assert explore.camera != start


def test_a_count_on_the_map_lists_what_has_no_room(explore: Explore):
    """Every event is drawn or counted; a click on a count lists them, a click there chooses."""
    counts = explore.js("viewer.map.counts.reduce((n, c) => n + c.items.length, 0)")
    drawn = explore.js("viewer.map.shown.length")
    assert counts + drawn == explore.js("viewer.scene.items.length")
    badge = explore.js("""(() => { const c = viewer.map.badges.find(c => c.items.length > 3),
      b = root.querySelector('.cc-map').getBoundingClientRect();
      return { x: b.left + c.x, y: b.top + c.y, ids: c.items.map(i => i.id) }; })()""")
    explore.page.mouse.click(badge["x"], badge["y"])
    rows = explore.page.locator(".cc-more [data-more]")
    assert rows.count() == len(badge["ids"])
    wanted = rows.nth(2).get_attribute("data-more")
    assert wanted in badge["ids"]
    rows.nth(2).click()
    explore.follows(wanted)
    explore.page.keyboard.press("Escape")
    assert explore.page.locator(".cc-more").is_hidden()
