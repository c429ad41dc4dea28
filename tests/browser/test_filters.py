"""Filters and search: every view shows the same events, the address says which."""

import datetime as dt

import pytest

from tests.browser.explore import Explore
from timeline.select import Filters, counts, select


def ids(collection, **wanted) -> set[str]:
    return {e.id for e in select(collection, Filters(**wanted))}


def wait_for(explore: Explore, wanted: set[str]) -> None:
    """Wait until the list shows so many events, then compare all views."""
    explore.until(
        "root.querySelectorAll('.cc-list > li:not([hidden])').length === arg", len(wanted)
    )
    assert explore.rows() == wanted
    explore.page.evaluate("() => new Promise(done => requestAnimationFrame(done))")
    assert explore.placed("timeline") <= wanted
    assert explore.placed("map") <= wanted


def check(explore: Explore, name: str, value: str) -> None:
    details = explore.page.locator(".cc-filters")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.locator(f"[name={name}][value='{value}']").check()


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("theme", "lanes", "war"),
        ("actor", "actors", "armenia-first-republic"),
        ("place", "places", "baku"),
    ],
)
def test_one_choice(explore: Explore, collection, name, field, value):
    if field == "actors" and value not in collection.actors:
        value = next(a for e in collection.events.values() for a in e.actors)
    wanted = ids(collection, **{field: (value,)})
    assert 0 < len(wanted) < len(collection.events)
    check(explore, name, value)
    wait_for(explore, wanted)
    assert explore.page.locator("[data-result]").inner_text().startswith(f"{len(wanted)} of ")
    assert explore.page.locator(".cc-filter-count").inner_text() == "1"
    explore.until_address(**{name: value})


def test_timeline_and_map_show_exactly_the_filtered(explore: Explore, collection):
    check(explore, "theme", "diplomacy")
    wanted = ids(collection, lanes=("diplomacy",))
    wait_for(explore, wanted)
    assert explore.placed("timeline") == wanted  # the whole period is shown
    drawn = explore.js("""root.querySelector('.cc-plot').data
        .filter(t => t.mode === 'markers').flatMap(t => t.customdata)""")
    assert set(drawn) == wanted
    on_map = explore.js("""[...viewer.map.shown.map(s => s.item.id),
        ...viewer.map.counts.flatMap(c => c.items.map(i => i.id))]""")
    assert sorted(on_map) == sorted(wanted)  # drawn, or counted where there is no room


def test_counts_say_what_choosing_would_give(explore: Explore, collection):
    check(explore, "theme", "war")
    wait_for(explore, ids(collection, lanes=("war",)))
    expected = counts(collection, Filters(lanes=("war",)))
    shown = explore.js("""Object.fromEntries([...root.querySelectorAll('[data-count]')]
        .map(s => [s.dataset.count, +s.textContent]))""")
    for name, field in (("theme", "lanes"), ("actor", "actors"), ("place", "places")):
        mine = {k.split(":")[1]: n for k, n in shown.items() if k.startswith(name) and n}
        assert mine == expected[field], name


def test_two_themes_and_a_place(explore: Explore, collection):
    for name, value in (("theme", "war"), ("theme", "state"), ("place", "baku")):
        check(explore, name, value)
    wait_for(explore, ids(collection, lanes=("war", "state"), places=("baku",)))


def test_period_in_words(explore: Explore, collection):
    wanted = ids(collection, first=dt.date(1918, 5, 1), last=dt.date(1921, 12, 31))
    explore.page.locator(".cc-filters summary").first.click()
    explore.page.locator("[name=since]").fill("May 1918")
    explore.page.locator("[name=until]").fill("end of 1921")
    wait_for(explore, wanted)
    explore.until_address(since="1918-05-01", until="1921-12-31")


def test_wrong_period_words_say_so(explore: Explore, collection):
    explore.page.locator(".cc-filters summary").first.click()
    explore.page.locator("[name=since]").fill("when pigs fly")
    error = explore.page.locator(".cc-form .cc-form-error")
    error.wait_for(state="visible")
    assert "pigs" in error.inner_text()
    assert explore.rows() == set(collection.events)
    explore.page.locator("[name=since]").fill("1918")
    error.wait_for(state="hidden")


@pytest.mark.parametrize("words", ["Şuşa", "Шуша", "Շուշի", "shusha", "SUSA"])
def test_words_in_any_script(explore: Explore, collection, words):
    wanted = ids(collection, words=words)
    assert 0 < len(wanted) < len(collection.events)
    explore.page.locator(".cc-search").fill(words)
    wait_for(explore, wanted)
    explore.until_address(q=words)


def test_nothing_found_and_back(explore: Explore, collection):
    explore.page.locator(".cc-search").fill("zzqx")
    empty = explore.page.locator(".cc-empty")
    empty.wait_for(state="visible")
    assert explore.rows() == set()
    assert explore.page.locator("[data-result]").inner_text().startswith("0 of ")
    empty.locator("[data-clear]").click()
    wait_for(explore, set(collection.events))
    assert explore.page.locator(".cc-search").input_value() == ""
    explore.until_address(q=None)


def test_stepping_stays_among_the_filtered(explore: Explore, collection):
    check(explore, "theme", "war")
    wanted = ids(collection, lanes=("war",))
    wait_for(explore, wanted)
    explore.page.keyboard.press("Escape")
    for _ in range(4):
        explore.page.locator("button[data-step='1']").click()
        assert explore.data("event") in wanted


def test_the_last_of_quick_questions_wins(explore: Explore, collection):
    explore.page.locator(".cc-search").press_sequentially("shusha", delay=30)
    wait_for(explore, ids(collection, words="shusha"))
