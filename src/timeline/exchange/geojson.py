"""Events as GeoJSON (RFC 7946): a point, or all places and the path of an event."""

from __future__ import annotations

import json
from typing import Any

from timeline.collection import Collection
from timeline.model import Event


def feature(collection: Collection, event: Event) -> dict[str, Any]:
    """An event as a GeoJSON feature; coordinates (lon, lat), WGS84."""
    points = [collection.places[p.place].point for p in event.places]
    line = collection.line_of(event)
    shapes: list[dict[str, Any]] = [{"type": "Point", "coordinates": list(p)} for p in points]
    if line:
        shapes.append({"type": "LineString", "coordinates": [list(p) for p in line]})
    geometry = shapes[0] if len(shapes) == 1 else {
        "type": "GeometryCollection", "geometries": shapes,
    }  # fmt: skip
    earliest, latest = event.date.earliest, event.date.latest
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "title": event.title["en"],
            "date": str(event.date),
            "earliest": earliest.isoformat() if earliest else None,
            "latest": latest.isoformat() if latest else None,
            "kind": event.kind,
            "lane": collection.lane(event),
            "weight": event.weight,
            "summary": event.summary["en"],
            "places": [p.place for p in event.places],
            "actors": list(event.actors),
            "contested": event.contested,
            "sources": list(event.sources()),
        },
    }


def write_geojson(collection: Collection) -> str:
    """All events in order of date as one FeatureCollection."""
    value = {
        "type": "FeatureCollection",
        "features": [feature(collection, event) for event in collection.events.values()],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
