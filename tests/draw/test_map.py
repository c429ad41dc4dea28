"""The map's deck: no tiles, no outside address, and only data that the viewer knows."""

from __future__ import annotations

import json
import re

import pytest

from timeline.draw.map import deck
from timeline.draw.palette import PALETTE, THEMES, rgb

KNOWN = {
    "world", "land", "regions", "relief", "lakes", "rivers", "hatch", "borders", "focus", "paths",
    "marks",
}  # fmt: skip
CAMERA = (46.3, 40.35, 5.45)
RELIEF = (36.0, 33.0, 60.0, 49.0)


@pytest.fixture(params=THEMES)
def theme(request):
    return PALETTE[request.param]


def _json(theme, relief=RELIEF) -> dict:
    return json.loads(deck(theme, CAMERA, relief).to_json())


def test_no_map_provider_and_no_style(theme):
    value = _json(theme)
    assert not value.get("mapProvider")
    # Pydeck's mark for "none was given"; with None or "" it asks Carto for a style.
    assert value["mapStyle"] == "__MAP_STYLE__"


def test_no_address_anywhere(theme):
    assert re.findall(r"(?:https?:)?//|www\.|data:", json.dumps(_json(theme))) == []


def test_every_placeholder_is_known(theme):
    value = json.dumps(_json(theme))
    named = re.findall(r"geo:(\w+)", value)
    assert sorted(named) == sorted(KNOWN)  # each once
    assert [layer["id"] for layer in _json(theme)["layers"]] == re.findall(r"geo:(\w+)", value)


def test_layers_from_below(theme):
    ids = [layer["id"] for layer in _json(theme)["layers"]]
    assert ids[:3] == ["world", "land", "regions"]
    assert ids[-1] == "marks"  # nothing covers an event
    assert ids.index("hatch") > ids.index("regions")


def test_nothing_is_picked_by_deck(theme):
    # The viewer finds the mark that is meant, for timeline and map alike.
    assert [x["id"] for x in _json(theme)["layers"] if x["pickable"]] == []


def test_without_relief_there_is_no_layer_for_it(theme):
    ids = [layer["id"] for layer in _json(theme, None)["layers"]]
    assert set(ids) == KNOWN - {"relief"}


def test_relief_lies_where_it_should(theme):
    (relief,) = [x for x in _json(theme)["layers"] if x["id"] == "relief"]
    assert relief["bounds"] == [*RELIEF]


def test_the_camera(theme):
    state = _json(theme)["initialViewState"]
    assert (state["longitude"], state["latitude"], state["zoom"]) == CAMERA


def test_colours_are_the_theme_s(theme):
    layers = {x["id"]: x for x in _json(theme)["layers"]}
    assert layers["land"]["getFillColor"] == [*rgb(theme.land)]
    assert layers["lakes"]["getFillColor"] == [*rgb(theme.water)]


def test_no_tooltip_is_built_from_data(theme):
    # Pydeck's tooltip templates run whatever markup the data holds.
    assert deck(theme, CAMERA)._tooltip is False
