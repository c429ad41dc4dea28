"""The date of the map: borders, names and key are those of the day."""

import datetime as dt

import pytest

from tests.browser.explore import Explore


def set_words(explore: Explore, words: str) -> None:
    box = explore.page.locator("[name=asof]")
    box.fill(words)
    box.press("Enter")


def look_at(explore: Explore, lon: float, lat: float, zoom: float = 8.5) -> None:
    explore.js("viewer.map.fly(arg, true)", {"longitude": lon, "latitude": lat, "zoom": zoom})


def until_named(explore: Explore, name: str, without: str) -> None:
    explore.until(
        """(names => names.includes(arg[0]) && !names.includes(arg[1]))(
          [...root.querySelectorAll('.cc-labels text')].map(t => t.textContent))""",
        [name, without],
    )


def test_words_and_enter(explore: Explore):
    set_words(explore, "April 1920")
    explore.until("root.dataset.asof === '1920-04-01'")
    explore.until_address(asof="1920-04-01")


def test_words_that_are_no_date(explore: Explore):
    before = explore.data("asof")
    set_words(explore, "the other day")
    error = explore.page.locator(".cc-asof .cc-form-error")
    error.wait_for(state="visible")
    assert explore.data("asof") == before
    set_words(explore, "1 May 1920")
    explore.until("root.dataset.asof === '1920-05-01'")
    error.wait_for(state="hidden")


def test_steppers_go_from_change_to_change(explore: Explore):
    days = explore.js("viewer.scene.changes")
    now = explore.data("asof")
    wanted = [d for d in days if d > now][:3]
    for day in wanted:
        explore.page.locator("[data-change='1']").click()
        assert explore.data("asof") == day
    explore.page.locator("[data-change='-1']").click()
    assert explore.data("asof") == wanted[1]


@pytest.mark.parametrize(
    ("point", "day", "name", "other"),
    [
        ((44.8, 41.7), "1920-04-28", "Tiflis", "Tbilisi"),
        ((44.8, 41.7), "1991-10-18", "Tbilisi", "Tiflis"),
        ((46.75, 39.82), "1918-05-28", "Khankendi", "Stepanakert"),
        ((46.75, 39.82), "1988-02-20", "Stepanakert", "Khankendi"),
        ((46.75, 39.82), "2024-01-01", "Khankendi", "Stepanakert"),
    ],
)
def test_names_are_those_of_the_day(explore: Explore, point, day, name, other):
    look_at(explore, *point)
    explore.js("viewer.setAsOf(arg)", day)
    until_named(explore, name, other)


@pytest.mark.parametrize(
    "day", ["1918-05-28", "1920-08-10", "1936-12-05", "1993-10-01", "2024-12-25"]
)
def test_borders_are_those_of_the_day(explore: Explore, collection, day):
    date = dt.date.fromisoformat(day)
    wanted = {
        r.id
        for r in collection.regions.values()
        if (r.valid.earliest or dt.date.min) <= date <= (r.valid.latest or dt.date.max)
    }
    explore.js("viewer.setAsOf(arg)", day)
    assert set(explore.js("viewer.map.now.map(b => b.id)")) == wanted


@pytest.mark.parametrize("day", ["1918-05-28", "1923-07-07", "1993-10-01", "2024-12-25"])
def test_key_lists_the_three_areas_and_the_powers_of_the_day(explore: Explore, collection, day):
    explore.js("viewer.setAsOf(arg)", day)
    key = explore.page.locator(".cc-legend li span").all_text_contents()
    assert len(set(key)) >= 4
    shown = explore.js("viewer.map.now.map(b => [b.name, b.focus, b.status])")
    for name, focus, status in shown:
        if focus and status == "recognised":
            assert name in key
    names = {name for name, _, _ in shown}
    assert all(any(line.startswith(name) for name in names) for line in key)


def test_live_text_says_what_the_map_shows(explore: Explore):
    said = explore.page.locator(".cc-said")
    assert said.get_attribute("aria-live") == "polite"
    explore.js("viewer.setAsOf('1991-12-26')")
    explore.until("root.querySelector('.cc-said').textContent.startsWith(arg)",
                  "Map as of 26 December 1991")  # fmt: skip
    assert "Azerbaijan" in said.text_content()


def test_the_date_shown_is_the_date_in_the_box(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.follows("adr-proclaimed-1918")
    assert explore.page.locator("[name=asof]").input_value() == "28 May 1918"
