"""The shapes the map draws, at levels of detail: few points from afar, all of them close up.

Each level leaves out what would move a line by less than a pixel at the zoom up to which it is
drawn (Douglas-Peucker, shape by shape: neighbours part by less than a pixel, too). deck.gl's world
is 512 · 2^zoom pixels wide, so a degree has 512 · 2^zoom / 360.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import shape

from timeline.atlas import Atlas
from timeline.collection import Collection
from timeline.model import Region


@dataclass(frozen=True, slots=True)
class Level:
    """A level of detail."""

    name: str
    zoom: float  # from which zoom on it is drawn
    tolerance: float  # degrees a line may move; 0 leaves shapes as they are


COARSE = Level("coarse", 0, 0.009)  # 0.9 pixels at zoom 6.1
LEVELS = (COARSE, Level("middle", 6.1, 0.003), Level("fine", 7.6, 0))
HATCH_DEG = 0.07  # distance of hatch lines
DIGITS = 4  # decimals of a coordinate, about ten metres


def drawn(collection: Collection, atlas: Atlas) -> list[Region]:
    """The regions that have a shape; `Atlas.problems` names the others."""
    out = []
    for region in collection.regions.values():
        with suppress(KeyError):
            atlas.geometry(region.id)
            out.append(region)
    return out


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, (list, tuple)):
        return [_rounded(part) for part in value]
    return value


def simplified(geometry: Mapping[str, Any], tolerance: float) -> dict[str, Any]:
    """A GeoJSON geometry with fewer points; coordinates (lon, lat), rounded."""
    if not tolerance:
        return dict(geometry)
    lean = shapely.simplify(shape(geometry), tolerance)
    made = lean.__geo_interface__
    return {"type": made["type"], "coordinates": _rounded(made["coordinates"])}


def shapes(collection: Collection, atlas: Atlas, level: Level) -> dict[str, Any]:
    """Land, lakes, rivers and the regions' shapes (by reference) of one level."""
    lean = level.tolerance
    return {
        "land": simplified(atlas.base("land"), lean),
        "lakes": [
            {**lake, "geometry": simplified(lake["geometry"], lean)} for lake in atlas.base("lakes")
        ],
        "rivers": [simplified(river, lean) for river in atlas.base("rivers")],
        "regions": {
            region.geometry: simplified(atlas.geojson(region.id), lean)
            for region in drawn(collection, atlas)
        },
    }


def _hatch(atlas: Atlas, region: Region) -> dict[str, Any]:
    lines = atlas.hatch(region.id, HATCH_DEG)
    return {
        "type": "MultiLineString",
        "coordinates": _rounded([list(line.coords) for line in lines.geoms]),
    }


def first(collection: Collection, atlas: Atlas) -> dict[str, Any]:
    """What the map needs to begin: the coarse level, the world beyond it, hatches by region."""
    return {
        "world": atlas.base("world"),
        "coarse": shapes(collection, atlas, COARSE),
        "hatch": {
            region.id: _hatch(atlas, region)
            for region in drawn(collection, atlas)
            if region.status != "recognised"
        },
    }
