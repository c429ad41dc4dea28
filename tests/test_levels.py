"""Shapes at levels of detail: near enough from afar, exact close up."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import shape

from timeline import paths
from timeline.atlas import Atlas
from timeline.collection import load
from timeline.levels import LEVELS, first, shapes, simplified

PIXELS_A_DEGREE = 512 / 360  # at zoom 0, along the equator


@pytest.fixture(scope="module")
def shipped():
    book = load(paths.DATA)
    return book, Atlas.load(paths.GEO, list(book.regions.values()))


def test_a_level_moves_a_line_by_less_than_a_pixel_until_the_next_takes_over():
    for level, after in pairwise(LEVELS):
        assert level.tolerance * PIXELS_A_DEGREE * 2**after.zoom < 1
    assert [x.zoom for x in LEVELS] == sorted(x.zoom for x in LEVELS)
    assert LEVELS[-1].tolerance == 0


def test_first_holds_every_shape_once_and_a_hatch_for_what_is_not_recognised(shipped):
    book, atlas = shipped
    value = first(book, atlas)
    json.dumps(value, allow_nan=False)
    assert set(value) == {"world", "coarse", "hatch"}
    assert set(value["coarse"]["regions"]) == {r.geometry for r in book.regions.values()}
    assert set(value["hatch"]) == {r.id for r in book.regions.values() if r.status != "recognised"}


def test_the_finest_level_is_the_layer_itself(shipped):
    book, atlas = shipped
    fine = shapes(book, atlas, LEVELS[-1])
    for region in book.regions.values():
        assert fine["regions"][region.geometry] == atlas.geojson(region.id)


@pytest.mark.parametrize("level", LEVELS[:-1], ids=lambda x: x.name)
def test_simplified_shapes_stay_near_valid_and_lighter(shipped, level):
    book, atlas = shipped
    lean = shapes(book, atlas, level)
    points = {"lean": 0, "exact": 0}
    for region in book.regions.values():
        exact, near = atlas.geometry(region.id), shape(lean["regions"][region.geometry])
        assert near.is_valid, region.id
        assert shapely.hausdorff_distance(near, exact) < 2 * level.tolerance, region.id
        points["lean"] += shapely.get_num_coordinates(near)
        points["exact"] += shapely.get_num_coordinates(exact)
    assert points["lean"] < points["exact"] / 1.7


def test_lakes_keep_their_days(shipped):
    book, atlas = shipped
    lakes = {x["id"]: x for x in shapes(book, atlas, LEVELS[0])["lakes"]}
    assert lakes["mingachevir"]["from"].startswith("1953")


def test_a_notch_too_small_to_see_is_left_out_and_corners_stay():
    ring = [[46, 39], [47, 39], [47, 39.5], [46.9999, 39.50005], [47, 39.5001], [47, 40], [46, 39]]
    lean = simplified({"type": "Polygon", "coordinates": [ring]}, 0.009)
    kept = {tuple(p) for p in lean["coordinates"][0]}
    assert {(46, 39), (47, 39), (47, 40)} <= kept
    assert (46.9999, 39.50005) not in kept
