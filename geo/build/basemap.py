"""What lies under everything on every date: sea and land, lakes, rivers, relief."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from geo.build import fetch
from geo.build.cells import CAUCASUS
from geo.build.plane import WINDOW, polygons
from geo.build.write import LAYERS, feature, layer
from PIL import Image
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

FAR = 0.6  # degrees: how coarse the world outside the window is
FINE = ("sevan", "mingachevir")  # lakes that are looked at close up
KEPT = Point(25.272, 39.876)  # Mudros, on an island too small otherwise
SMALLEST = 0.25  # square degrees: smaller islands of the far world are left out
# The lakes that are drawn: id, name, a point near the middle, when people filled it. Other
# reservoirs of the window are far from the subject and left out rather than dated by guess.
LAKES: tuple[tuple[str, str, tuple[float, float], str | None], ...] = (
    ("urmia", "Lake Urmia", (45.43, 37.69), None),
    ("van", "Lake Van", (42.96, 38.65), None),
    ("sevan", "Lake Sevan", (45.34, 40.35), None),
    ("mingachevir", "Mingachevir reservoir", (46.70, 40.92), "1953"),
)
# Natural Earth's names of the rivers to draw → id, name, rank (1 first). Its "Kr" is the Kura.
RIVERS = {
    "Kr": ("kura", "Kura", 1),
    "Aras": ("aras", "Aras", 1),
    "Volga": ("volga", "Volga", 1),
    "Don": ("don", "Don", 2),
    "Kuban": ("kuban", "Kuban", 2),
    "Ural": ("ural", "Ural", 2),
    "Euphrates": ("euphrates", "Euphrates", 2),
    "Firat": ("euphrates", "Euphrates", 2),
    "Al Furat": ("euphrates", "Euphrates", 2),
    "Tigris": ("tigris", "Tigris", 2),
    "Dicle": ("tigris", "Tigris", 2),
    "Murat": ("murat", "Murat", 3),
    "Qezel Owzan": ("qezel-owzan", "Qezel Owzan", 3),
    "Sefid": ("sefid-rud", "Sefid Rud", 3),
    "Atrek (Atrak)": ("atrek", "Atrek", 3),
    "Amu  Darya": ("amu-darya", "Amu Darya", 3),
}


def land(cells: BaseGeometry) -> None:
    """Dry land in the window: the union of all cells, so that regions end exactly at its shore."""
    layer("land", [feature("land", cells)])


def world() -> None:
    """Coarse land outside the window, north of the Antarctic."""
    far = gpd.read_file(fetch.natural_earth("land", "50m"))
    north = gpd.clip(far, box(-180, -60, 180, 90))
    coarse = shapely.coverage_simplify(np.array(polygons(shapely.union_all(north.geometry))), FAR)
    shown = [p for p in coarse if p.area > SMALLEST or p.distance(KEPT) < 0.2]
    beyond = shapely.union_all(shown).difference(box(*WINDOW))
    parts = polygons(shapely.set_precision(beyond, 1e-2))
    layer("world", [feature("world", shapely.union_all(parts))])


def lakes(found: Iterable[Polygon]) -> None:
    """Lakes and reservoirs, each from the year it was filled."""
    window, features = box(*WINDOW), []
    near = list(found)
    for identifier, name, point, since in LAKES:
        shape = min(near, key=lambda p: p.centroid.distance(Point(point)))
        fine = 0.004 if identifier in FINE else 0.01
        shape = shapely.coverage_simplify(np.array([shape]), fine)[0].intersection(window)
        shape = shapely.set_precision(shape, 1e-4)
        features.append(feature(identifier, shape, name=name, **{"from": since}))
    layer("lakes", features)


def rivers() -> None:
    """The rivers worth a line, whole lengths joined."""
    frame = gpd.read_file(fetch.natural_earth("rivers_lake_centerlines"), bbox=WINDOW)
    frame = gpd.clip(frame[frame["name"].isin(list(RIVERS))], box(*WINDOW))
    by_id: dict[str, list[BaseGeometry]] = {}
    meta: dict[str, tuple[str, int]] = {}
    for name, geometry in zip(frame["name"], frame.geometry, strict=True):
        identifier, title, rank = RIVERS[name]
        by_id.setdefault(identifier, []).extend(shapely.get_parts(geometry))
        meta[identifier] = (title, rank)
    features: list[dict[str, Any]] = []
    for identifier in sorted(by_id, key=lambda i: (meta[i][1], i)):
        whole = shapely.union_all(by_id[identifier])
        joined = linemerge(whole) if whole.geom_type == "MultiLineString" else whole
        fine = 0.004 if CAUCASUS.intersects(joined) else 0.02
        line = shapely.set_precision(joined.simplify(fine), 1e-4)
        title, rank = meta[identifier]
        features.append(feature(identifier, line, name=title, rank=rank))
    layer("rivers", features)


def relief() -> None:
    """Shaded relief of the window, a soft backdrop: 2 arc-minutes (3 km) a pixel."""
    Image.MAX_IMAGE_PIXELS = None
    whole = Image.open(fetch.shaded_relief())
    width, height = whole.size
    west, south, east, north = WINDOW
    area = (
        round((west + 180) / 360 * width), round((90 - north) / 180 * height),
        round((east + 180) / 360 * width), round((90 - south) / 180 * height),
    )  # fmt: skip
    LAYERS.mkdir(parents=True, exist_ok=True)
    whole.crop(area).save(LAYERS / "relief.jpg", quality=72, optimize=True)
