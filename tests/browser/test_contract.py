"""The contract every test and every embed leans on."""

import re

from tests.browser.explore import Explore

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def test_ready_with_all_attributes(explore: Explore):
    assert explore.data("ready") == "true"
    assert explore.data("event") == ""
    for name in ("from", "to", "asof"):
        assert DAY.fullmatch(explore.data(name)), name
    assert re.fullmatch(r"-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?", explore.data("camera"))
    assert re.fullmatch(r"-?\d+", explore.data("step"))


def test_opens_on_the_collection_s_default_view(explore: Explore, collection):
    default = collection.head.default_view
    assert explore.window == (str(default.from_.earliest), str(default.to.latest))
    assert explore.data("asof") == str(default.asof.earliest)
    lon, lat, zoom = explore.camera
    assert abs(lon - default.camera[0]) + abs(lat - default.camera[1]) < 0.05
    assert abs(zoom - default.camera[2]) < 0.05


def test_methods(explore: Explore):
    methods = ["state", "select", "setWindow", "setAsOf", "step", "position"]
    assert explore.js("arg.filter(m => typeof viewer[m] !== 'function')", methods) == []
    state = explore.js("viewer.state()")
    assert {"event", "from", "to", "asof", "camera", "step"} <= set(state)


def test_every_event_has_a_row(explore: Explore, collection):
    assert explore.rows() == set(collection.events)


def test_set_window_and_as_of(explore: Explore):
    explore.js("viewer.setWindow('1918-01-01', '1921-12-31')")
    assert explore.window == ("1918-01-01", "1921-12-31")
    explore.js("viewer.setAsOf('1920-08-10')")
    assert explore.data("asof") == "1920-08-10"


def test_positions_are_null_outside_the_window(explore: Explore):
    inside, outside = "adr-proclaimed-1918", "azal-8243-2024"
    explore.js("viewer.setWindow('1918-01-01', '1921-12-31')")
    explore.until("viewer.position(arg).timeline", inside)
    assert explore.position(outside)["timeline"] is None


def test_select_nothing_clears(explore: Explore):
    explore.js("viewer.select('adr-proclaimed-1918')")
    explore.follows("adr-proclaimed-1918")
    explore.js("viewer.select(null)")
    explore.until("root.dataset.event === '' && !root.querySelector('.cc-panel [data-panel]')")
    assert explore.js("root.querySelector('[data-event-id][aria-current]')") is None


def test_step_and_change_event(explore: Explore):
    explore.js("window.heard = []")
    explore.js("root.addEventListener('viewer:change', e => window.heard.push(e.detail.event))")
    explore.js("viewer.select('adr-proclaimed-1918')")
    explore.js("viewer.step(1)")
    after = explore.data("event")
    assert after != "adr-proclaimed-1918"
    explore.js("viewer.step(-1)")
    assert explore.data("event") == "adr-proclaimed-1918"
    heard = [id for id in explore.js("window.heard") if id]
    assert {"adr-proclaimed-1918", after} <= set(heard)
