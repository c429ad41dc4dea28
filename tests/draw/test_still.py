"""The map as a picture: its bytes, its names and where they stand."""

from __future__ import annotations

import datetime as dt
import io
import time
from itertools import combinations

import pytest
from PIL import Image

from timeline import paths
from timeline.atlas import Atlas
from timeline.collection import Collection, load
from timeline.draw import still
from timeline.draw.camera import camera_of, points_of
from timeline.draw.palette import PALETTE, THEMES, rgb

DAYS = [
    dt.date(1918, 5, 28),
    dt.date(1921, 7, 15),
    dt.date(1937, 6, 1),
    dt.date(1994, 6, 1),
    dt.date(2020, 11, 12),
]
FIRST = DAYS[0]


@pytest.fixture(scope="module")
def shipped() -> tuple[Collection, Atlas]:
    collection = load(paths.DATA)
    return collection, Atlas.load(paths.GEO, list(collection.regions.values()))


def names(shipped: tuple[Collection, Atlas], day: dt.date, event: str | None = None) -> set[str]:
    return {label.text for label in still.placement(*shipped, day, event)}


def an_event(collection: Collection, place: str | None = None, path: bool | None = None) -> str:
    for event in collection.events.values():
        if place in (None, event.places[0].place) and path in (None, event.path is not None):
            return event.id
    pytest.skip("the collection has no such event")


@pytest.mark.parametrize("theme", THEMES)
def test_png_of_the_size_asked_for(shipped, theme):
    found = still.png(*shipped, FIRST, None, theme, (900, 400))
    assert found.startswith(b"\x89PNG\r\n\x1a\n")
    with Image.open(io.BytesIO(found)) as picture:
        assert picture.size == (900, 400)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("day", DAYS)
def test_small_enough_to_come_first(shipped, day, theme):
    assert len(still.png(*shipped, day, None, theme)) <= 150_000


def test_same_bytes_twice(shipped):
    first = still.png(*shipped, FIRST, None, "light")
    still._drawn.cache_clear()
    assert still.png(*shipped, FIRST, None, "light") == first


def test_kept_pictures_cost_nothing(shipped):
    still.png(*shipped, FIRST, None, "light")
    start = time.perf_counter()
    still.png(*shipped, FIRST, None, "light")
    assert time.perf_counter() - start < 0.01


def test_the_day_and_the_theme_change_the_picture(shipped):
    pictures = {still.png(*shipped, day, None, theme) for day in DAYS[:2] for theme in THEMES}
    assert len(pictures) == 4


def test_water_and_outlines_keep_their_colours(shipped):
    with Image.open(io.BytesIO(still.png(*shipped, FIRST, None, "light"))) as picture:
        colours = {c for _, c in picture.convert("RGB").getcolors(10**6)}
    theme = PALETTE["light"]
    assert {rgb(c) for c in (theme.water, *theme.focus.values())} <= colours


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("event", [None, "red-army-azerbaijan-1920", "azal-8243-2024"])
def test_no_names_overlap_and_all_are_inside(shipped, day, event):
    labels = still.placement(*shipped, day, event)
    assert len(labels) > 20
    for label in labels:
        left, top, right, low = label.box
        assert 0 <= left < right <= 1200 and 0 <= top < low <= 560, label
    for a, b in combinations(labels, 2):
        apart = (
            a.box[2] <= b.box[0] or b.box[2] <= a.box[0]
            or a.box[3] <= b.box[1] or b.box[3] <= a.box[1]
        )  # fmt: skip
        assert apart, f"{a.text!r} on {b.text!r}"


def test_boxes_hold_the_text_that_is_drawn(shipped):
    label = next(x for x in still.placement(*shipped, FIRST, None) if x.text == "Baku")
    with Image.open(io.BytesIO(still.png(*shipped, FIRST, None, "light"))) as picture:
        inside = picture.convert("L").crop(tuple(round(x) for x in label.box))
    assert sum(inside.histogram()[:70]) > 30, "there is ink in the box"


def test_names_are_those_of_the_day(shipped):
    then, now = names(shipped, FIRST), names(shipped, dt.date(2020, 11, 12))
    assert "Tiflis" in then and "Tbilisi" not in then
    assert "Tbilisi" in now and "Tiflis" not in now


def test_the_three_areas_are_named_in_capitals(shipped):
    for day in DAYS:
        found = [x for x in still.placement(*shipped, day, None) if x.kind == "focus"]
        assert len(found) >= 3
        assert all(x.text == x.text.upper() for x in found)


def test_date_key_and_credit_stand_on_the_picture(shipped):
    labels = still.placement(*shipped, FIRST, None)
    kinds = {x.kind for x in labels}
    assert {"date", "key", "credit"} <= kinds
    date = next(x for x in labels if x.kind == "date")
    assert date.text == "As of 28 May 1918"
    assert date.box[0] < 60 and date.box[1] < 60
    credit = next(x for x in labels if x.kind == "credit")
    assert "OpenStreetMap" in credit.text
    assert credit.box[2] > 1150 and credit.box[3] > 540


def test_a_near_event_is_seen_closely_with_all_its_places(shipped):
    collection, _ = shipped
    for event in collection.events.values():
        camera = camera_of(collection, event, (1200, 560))
        points = points_of(collection, event)
        for point in points:
            x, y = camera.pixel(point)
            assert 0 < x < 1200 and 0 < y < 560, event.id
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        if min(lons) > 40 and max(lons) < 52 and min(lats) > 38.5 and max(lats) < 43:
            assert camera.zoom >= 5.5, event.id


def test_a_far_event(shipped):
    event = an_event(shipped[0], place="new-york")
    day = dt.date(1993, 7, 29)
    assert "New York" in names(shipped, day, event)
    assert len(still.png(*shipped, day, event, "light")) > 5000


def test_events_with_and_without_a_path(shipped):
    collection, _ = shipped
    for path in (True, False):
        event = an_event(collection, path=path)
        labels = still.placement(*shipped, FIRST, event)
        assert collection.events[event].label["en"] in {x.text for x in labels}
        keys = {x.text for x in labels if x.kind == "key"}
        assert bool(keys & {"Movement", "Flight"}) is path
        assert still.png(*shipped, FIRST, event, "dark").startswith(b"\x89PNG")


def test_unknown_event_is_ignored(shipped):
    plain = still.png(*shipped, FIRST, None, "light")
    assert still.png(*shipped, FIRST, "no-such-event", "light") == plain


def test_layers_are_not_drawn_outside_their_dates(shipped):
    labels = still.placement(*shipped, dt.date(1850, 1, 1), None)
    assert "No source for borders on this day" in {x.text for x in labels if x.kind == "key"}
    assert not [x for x in labels if x.kind in ("state", "focus")]
    assert still.png(*shipped, dt.date(1850, 1, 1), None, "light").startswith(b"\x89PNG")


def test_no_layers_at_all_is_still_a_picture(shipped, tmp_path):
    collection, _ = shipped
    empty = Atlas.load(tmp_path, list(collection.regions.values()))
    assert still.png(collection, empty, FIRST, None, "light").startswith(b"\x89PNG")


def test_a_phone_gets_a_picture_too(shipped):
    labels = still.placement(*shipped, FIRST, "azal-8243-2024", size=(390, 460))
    assert all(x.box[2] <= 390 for x in labels if x.kind != "credit")
