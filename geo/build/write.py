"""Layers as GeoJSON (RFC 7946): compact, 4 decimals, the same bytes at every run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

LAYERS = Path(__file__).parents[1] / "layers"
DECIMALS = 4


def _lists(coordinates: Any) -> Any:
    """Tuples to lists, numbers to 4 decimals."""
    if isinstance(coordinates[0], (int, float)):
        return [round(float(c), DECIMALS) for c in coordinates]
    return [_lists(c) for c in coordinates]


def wound(geometry: BaseGeometry) -> BaseGeometry:
    """Outer rings anticlockwise (RFC 7946, 3.1.6), parts in a fixed order."""
    if isinstance(geometry, Polygon):
        return orient(shapely.normalize(geometry))
    if isinstance(geometry, MultiPolygon):
        parts = shapely.get_parts(shapely.normalize(geometry))
        return MultiPolygon([orient(p) for p in parts])
    return shapely.normalize(geometry)


def feature(identifier: str, geometry: BaseGeometry, **properties: Any) -> dict[str, Any]:
    """A GeoJSON feature with ``properties.id``; properties that are None are left out."""
    shape = shapely.geometry.mapping(wound(geometry))
    kept = {k: v for k, v in properties.items() if v is not None}
    return {
        "type": "Feature",
        "properties": {"id": identifier, **kept},
        "geometry": {"type": shape["type"], "coordinates": _lists(shape["coordinates"])},
    }


def layer(stem: str, features: Iterable[Mapping[str, Any]]) -> Path:
    """Write a layer, one feature a line so that a change shows which feature changed."""
    lines = [
        json.dumps(f, ensure_ascii=False, separators=(",", ":"), sort_keys=False) for f in features
    ]
    path = LAYERS / f"{stem}.geojson"
    LAYERS.mkdir(parents=True, exist_ok=True)
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8")
    return path
