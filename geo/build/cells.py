"""The cells: the smallest pieces of land from which every region on every date is put together.

A cell lies in one modern unit and on one side of every historical line. All cells form one
coverage, simplified once, so that no two regions overlap or leave a gap by accident.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import shapely
from geo.build.plane import WINDOW, common, faces, minus, union
from shapely.geometry import MultiPoint, Polygon, box
from shapely.geometry.base import BaseGeometry

STEP = 0.01  # degrees between the boundary points that claim a leftover strip
REACH = 0.06  # degrees: strips between coarse and fine border are narrower than this
SLIVER = 3e-5  # square degrees (0.3 km²): a smaller face joins its neighbour
# How much of a line may go, by zone: side of the smallest triangle kept (Visvalingam), degrees.
FOCUS, CAUCASUS = box(44.75, 38.75, 47.6, 40.45), box(40.5, 37.9, 51.5, 43.7)
TOLERANCE = {"focus": 0.0009, "caucasus": 0.007, "window": 0.03}


def _samples(unit: BaseGeometry, near: BaseGeometry) -> list[tuple[float, float]]:
    lines = shapely.get_parts(unit.boundary.intersection(near))
    points = [g.interpolate(t) for g in lines if g.length for t in np.arange(0, g.length, STEP)]
    return [(round(p.x, 5), round(p.y, 5)) for p in points]


def fit(units: Sequence[BaseGeometry], target: BaseGeometry) -> list[BaseGeometry]:
    """Units cut to ``target``; what is left over goes to the nearest unit (Voronoi cells)."""
    cut = [common(u, target) for u in units]
    left = minus(target, union(cut))
    if left.is_empty:
        return cut
    near_left = left.buffer(REACH, quad_segs=2).simplify(REACH / 4)
    owner: dict[tuple[float, float], int] = {}
    for i, unit in enumerate(cut):
        for point in _samples(unit, near_left):
            owner.setdefault(point, i)
    points = list(owner)
    around = box(*target.bounds).buffer(1)
    regions = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(points), extend_to=around))
    at, inside = shapely.STRtree(regions).query(shapely.points(points), predicate="intersects")
    near: dict[int, list[BaseGeometry]] = {}
    for point, region in zip(at, inside, strict=True):
        near.setdefault(owner[points[point]], []).append(regions[region])
    return [
        union([unit, common(union(near[i]), left)]) if i in near else unit
        for i, unit in enumerate(cut)
    ]


def _covering(face: Polygon, areas: Mapping[str, BaseGeometry]) -> str | None:
    """The area that covers most of a face, if any covers more than 30 % of it."""
    part = {k: a.intersection(face).area for k, a in areas.items() if a.intersects(face)}
    best = max(part, key=lambda k: part[k], default=None)
    return best if best is not None and part[best] > 0.3 * face.area else None


def cells(units: Mapping[str, BaseGeometry], cuts: Mapping[str, BaseGeometry]) -> gpd.GeoDataFrame:
    """All units cut by all areas in ``cuts``; a cell is named ``unit|cut|cut``."""
    areas = [*units.values(), *cuts.values()]
    net = faces([a.boundary for a in areas])
    tree, names = shapely.STRtree(list(units.values())), list(units)
    labels: list[str | None] = []
    for face in net:
        near = {names[i]: units[names[i]] for i in sorted(tree.query(face))}
        unit = _covering(face, near)
        point = face.representative_point()
        sides = [k for k, a in cuts.items() if a.contains(point)]
        labels.append("|".join([unit, *sides]) if unit else None)
    return _without_slivers(net, labels)


def _without_slivers(net: Sequence[Polygon], labels: list[str | None]) -> gpd.GeoDataFrame:
    """Faces smaller than ``SLIVER`` join the larger face they share the longest edge with.

    They come of noding and fitting: some lie between two units and belong to none.
    """
    areas, tree = shapely.area(np.array(net)), shapely.STRtree(net)
    for i in np.argsort(areas, kind="stable"):
        if areas[i] >= SLIVER:
            break
        edges = {
            j: net[i].intersection(net[j]).length
            for j in sorted(tree.query(net[i]))
            if labels[j] and areas[j] >= SLIVER
        }
        best = max(edges, key=lambda j: edges[j], default=None)
        if best is not None and edges[best] > 0:
            labels[i] = labels[best]
    frame = gpd.GeoDataFrame({"cell": labels}, geometry=list(net), crs=4326)
    return frame.dropna(subset=["cell"]).dissolve("cell", as_index=False)


def _zone(frame: gpd.GeoDataFrame, zone: BaseGeometry, tolerance: float) -> gpd.GeoDataFrame:
    part = frame.copy()
    part["geometry"] = [common(g, zone) for g in part.geometry]
    part = part[~part.geometry.is_empty]
    part["geometry"] = shapely.coverage_simplify(part.geometry.values, tolerance)
    return part


def simplified(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The cells as one coverage, fine in the focus, coarse far out, cut to the window.

    The zones are simplified apart: where a border crosses from one to the other stands a node
    of three or more faces, which simplification keeps, so the halves meet again.
    """
    window = box(*WINDOW)
    rings = {
        "focus": FOCUS,
        "caucasus": minus(CAUCASUS, FOCUS),
        "window": minus(window, CAUCASUS),
    }
    zones = [_zone(frame, rings[k], TOLERANCE[k]) for k in rings]
    merged = gpd.GeoDataFrame(
        {"cell": np.concatenate([z.cell for z in zones])},
        geometry=np.concatenate([z.geometry.values for z in zones]),
        crs=4326,
    )
    return merged.dissolve("cell", as_index=False, method="coverage")
