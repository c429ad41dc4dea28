"""Historical lines inside Azerbaijan: the oblast of 1923, the line of contact of 1994, cuts."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from geo.build import fetch
from geo.build.plane import LAEA, areal, common, faces, km2, minus, polygons
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, nearest_points

HADRUT_KM2 = 679  # area of the NKAO's Hadrut district, taken in the war of 2020
LORI_CUT = 40.93  # latitude between Pambak (Alexandropol uezd) and Lori (Borchaly uezd)
CORRIDOR_KM = 2.5  # either side of the road: "5 km wide", statement of 10 November 2020
# The road of the first Lachin corridor through GeoNames points: Tegh, Lachin, Shusha, Khankendi.
CORRIDOR = [(46.481, 39.558), (46.550, 39.637), (46.750, 39.760), (46.753, 39.818)]


def _disputed(name: str) -> list[LineString]:
    lines = gpd.read_file(fetch.world_map(), layer="disputed_borders", bbox=(45, 38, 48, 41))
    parts = shapely.get_parts(lines[lines["name"] == name].geometry.values)
    merged = linemerge(shapely.union_all(parts))
    return list(shapely.get_parts(merged))


def nkao() -> BaseGeometry:
    """The Nagorno-Karabakh Autonomous Oblast of 1991: seven pieces chained end to end.

    The pieces miss one another by up to 0.003 degrees (300 m).
    """
    left = [np.array(g.coords) for g in _disputed("Former USSR oblast in 1991")]
    ring = left.pop(0)
    while left:
        gaps = [
            (float(np.hypot(*(ring[-1] - line[end]))), i, end)
            for i, line in enumerate(left)
            for end in (0, -1)
        ]
        _, i, end = min(gaps)
        line = left.pop(i)
        ring = np.concatenate([ring, line if end == 0 else line[::-1]])
    return areal(max(polygons(Polygon(ring)), key=lambda p: p.area))


def held_1994(azerbaijan: BaseGeometry) -> BaseGeometry:
    """What lay behind the line of contact of 1994, closed on Azerbaijan's border."""
    lines = _disputed("Ceasefire Line 1994")
    links = []
    for line in lines:
        for end in (Point(line.coords[0]), Point(line.coords[-1])):
            near = nearest_points(azerbaijan.boundary, end)[0]
            gap = end.distance(near)
            if 0 < gap < 0.08:  # run free ends out to the border and 100 m past it
                reach = 1 + 1e-3 / gap
                past = (end.x + (near.x - end.x) * reach, end.y + (near.y - end.y) * reach)
                links.append(LineString([end, past]))
    inside = Point(46.75, 39.82)  # Khankendi (Stepanakert)
    net = faces([*lines, *links, azerbaijan.boundary])
    return next(f for f in net if f.contains(inside))


def south_of(area: BaseGeometry, square_km: float) -> BaseGeometry:
    """The southern end of an area, cut by a parallel so that it has the given size."""
    west, low, east, high = area.bounds
    floor = low
    for _ in range(30):
        middle = (low + high) / 2
        smaller = km2(common(area, box(west, floor, east, middle))) < square_km
        low, high = (middle, high) if smaller else (low, middle)
    return box(west - 1, floor - 1, east + 1, round(low, 4))


def corridor() -> BaseGeometry:
    """The first Lachin corridor: a band along the road, schematic."""
    road = gpd.GeoSeries([LineString(CORRIDOR)], crs=4326).to_crs(LAEA)
    return areal(road.buffer(CORRIDOR_KM * 1000, quad_segs=3).to_crs(4326).iloc[0])


def cuts(azerbaijan: BaseGeometry) -> dict[str, BaseGeometry]:
    """Every historical area that cuts the modern units, by the name that cells bear."""
    oblast, held = nkao(), held_1994(azerbaijan)
    hadrut = common(oblast, south_of(oblast, HADRUT_KM2))
    return {
        "nkao": oblast,
        "held": held,
        "hadrut": hadrut,
        "corridor": minus(common(corridor(), azerbaijan), oblast),
        "lori-north": box(43.9, LORI_CUT, 45.1, 41.6),
    }
