"""Historical lines inside Azerbaijan: the oblast of 1923, the line of contact of 1994, cuts."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from geo.build import fetch
from geo.build.plane import LAEA, areal, common, faces, km2, minus, polygons
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, nearest_points

HADRUT_KM2 = 679  # area of the NKAO's Hadrut district, taken in the war of 2020
LORI_CUT = 40.93  # latitude between Pambak (Alexandropol uezd) and Lori (Borchaly uezd)
CORRIDOR_KM = 2.5  # either side of the road: "5 km wide", statement of 10 November 2020
# The road of the first Lachin corridor through GeoNames points: Tegh, Lachin, Shusha, Khankendi.
CORRIDOR = [(46.481, 39.558), (46.550, 39.637), (46.750, 39.760), (46.753, 39.818)]
# The second one, from 26 August 2022, past Lachin to the south: Kornidzor, the Hakari bridge, the
# two villages Galadarasi (Mets Shen, Hin Shen) by their place in Shusha rayon, Shusha, Khankendi.
CORRIDOR_2022 = [
    (46.530, 39.548), (46.570, 39.555), (46.640, 39.640), (46.690, 39.680), (46.750, 39.760),
    (46.753, 39.818),
]  # fmt: skip
# Exclaves, each by a box that holds it and nothing else of its state.
ARTSVASHEN = box(45.45, 40.58, 45.58, 40.68)
EXCLAVES = [box(45.16, 40.95, 45.24, 41.01), box(44.95, 41.01, 45.035, 41.09)]
# Four villages returned in 2024, by their places on the border: Baghanis Ayrum, Ashaghi Askipara,
# Kheyrimli, Gizilhajili; and villages that passed from Nakhchivan to Armenia about 1929.
FOUR_VILLAGES = [(45.085, 41.113), (45.075, 41.066), (45.128, 41.030), (45.150, 41.022)]
FOUR_KM = 1.6
MOVED_1929 = [(45.208, 39.622), (45.405, 39.553), (46.442, 38.916)]
MOVED_KM = 5.0


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


def around(geometry: BaseGeometry, km: float) -> BaseGeometry:
    """All within a distance of a line or of points: schematic bands and circles."""
    flat = gpd.GeoSeries([geometry], crs=4326).to_crs(LAEA)
    return areal(flat.buffer(km * 1000, quad_segs=3).to_crs(4326).iloc[0])


def cuts(azerbaijan: BaseGeometry, armenia: BaseGeometry) -> dict[str, BaseGeometry]:
    """Every historical area that cuts the modern units, by the name that cells bear."""
    mainland = max(polygons(azerbaijan), key=lambda p: p.area)
    corridor, second = (around(LineString(r), CORRIDOR_KM) for r in (CORRIDOR, CORRIDOR_2022))
    oblast, held = nkao(), held_1994(azerbaijan)
    hadrut = common(oblast, south_of(oblast, HADRUT_KM2))
    return {
        "nkao": oblast,
        "held": held,
        "hadrut": hadrut,
        "corridor": minus(common(corridor, azerbaijan), oblast),
        "corridor-2022": minus(common(second, azerbaijan), oblast),
        "artsvashen": common(ARTSVASHEN, armenia),
        "exclaves": common(shapely.union_all(EXCLAVES), azerbaijan),
        "four-villages": common(around(MultiPoint(FOUR_VILLAGES), FOUR_KM), mainland),
        "moved-1929": common(around(MultiPoint(MOVED_1929), MOVED_KM), armenia),
        "lori-north": box(43.9, LORI_CUT, 45.1, 41.6),
    }
