"""Towns of the basemap: ranked by hand in ``towns.csv``, placed by GeoNames (CC BY 4.0).

Population figures of GeoNames are no guide around Karabakh, hence the hand. Their names through
time are not here but in the gazetteer (``data/places.yaml``): this layer names no past date.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from geo.build import fetch
from geo.build.plane import WINDOW
from geo.build.write import feature, layer
from shapely.geometry import Point

TABLE = Path(__file__).with_name("towns.csv")


def _found() -> dict[tuple[str, str], dict]:
    """GeoNames places in the window by (name, country), the most peopled of namesakes."""
    west, south, east, north = WINDOW
    out: dict[tuple[str, str], dict] = {}
    places = json.loads(fetch.geonames().read_text(encoding="utf-8"))
    for place in sorted(places.values(), key=lambda p: p["population"] or 0):
        if west < place["longitude"] < east and south < place["latitude"] < north:
            out[place["name"], place["countrycode"]] = place
    return out


def write() -> None:
    """``towns.geojson``: id, rank (1 always labelled, 4 close up), country, since when it is."""
    found, features = _found(), []
    with TABLE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            place = found.get((row["geonames_name"], row["country"]))
            if place is None:
                raise KeyError(f"{row['id']}: no {row['geonames_name']!r} in {row['country']}")
            features.append(
                feature(
                    row["id"],
                    Point(place["longitude"], place["latitude"]),
                    rank=int(row["rank"]),
                    country=row["country"],
                    geonames=place["geonameid"],
                    **{"from": row["since"] or None},
                )
            )
    layer("towns", features)
