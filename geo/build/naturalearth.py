"""Natural Earth: land, lakes and the provinces of the window, from lines at 1:10 million."""

from __future__ import annotations

from collections import Counter

import geopandas as gpd
import numpy as np
import shapely
from geo.build import fetch
from geo.build.plane import WORK, faces, polygons
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

PROVINCES_OF = ("AZE", "ARM", "GEO", "TUR")  # elsewhere the country is enough
GAP = 6e-4  # degrees: province lines stop up to this short of the (older) border lines
LINELESS = ("Ajaria", "Guria")  # provinces of 4.1 that 3.0 has no lines for


def _read(theme: str) -> gpd.GeoDataFrame:
    return gpd.read_file(fetch.natural_earth(theme), bbox=WORK.bounds)


def land() -> tuple[BaseGeometry, Polygon, list[Polygon]]:
    """Dry land with every inland water filled in but the Caspian; the Caspian; the lakes."""
    dry = shapely.union_all(gpd.clip(_read("land"), WORK).geometry.values)
    holes = [Polygon(r) for p in polygons(dry) for r in p.interiors]
    caspian = max(holes, key=lambda h: h.area)
    lakes = [h for h in holes if h is not caspian]
    return shapely.union_all([dry, *lakes]), caspian, lakes


def _bridges(base: BaseGeometry, lines: list[BaseGeometry]) -> list[LineString]:
    """Short links from province lines that stop just before a border, so that faces close."""
    ends = Counter(tuple(np.round(c, 5)) for g in lines for c in (g.coords[0], g.coords[-1]))
    out = []
    for x, y in (end for end, times in ends.items() if times == 1):
        gap = base.distance(Point(x, y))
        if 0 < gap < GAP:
            near = nearest_points(base, Point(x, y))[0]
            reach = 1 + 3e-4 / gap
            out.append(LineString([(x, y), (x + (near.x - x) * reach, y + (near.y - y) * reach)]))
    return out


def provinces(dry: BaseGeometry) -> gpd.GeoDataFrame:
    """Provinces (``PROVINCES_OF``) and countries (elsewhere) as faces of one network.

    Lines are Natural Earth 3.0's, finer than the polygons of 4.1, which give the names.
    """
    borders = list(gpd.clip(_read("admin_0_boundary_lines_land"), WORK).geometry)
    inner = _read("admin_1_states_provinces_lines")
    inner = gpd.clip(inner[inner.adm0_a3.isin(PROVINCES_OF)], WORK)
    base = [dry.boundary, WORK.boundary, *borders]
    parts = [p for g in inner.geometry for p in shapely.get_parts(g) if p.length]
    links = _bridges(shapely.union_all(np.array(base, dtype=object)), parts)
    named = gpd.read_file(fetch.world_map(), layer="states_provinces", bbox=WORK.bounds)
    added = list(named[named["name"].isin(LINELESS)].geometry.boundary)
    net = faces([*base, *parts, *links, *added])
    found = [f for f in net if dry.contains(f.representative_point())]
    named["unit"] = named.gn_name.fillna(named["name"]).where(
        named.adm0_a3.isin(PROVINCES_OF), named.adm0_a3
    )
    # A face belongs to the country and the province that cover most of it.
    grid = gpd.GeoDataFrame({"face": range(len(found))}, geometry=found, crs=4326)
    over = gpd.overlay(grid, named[["adm0_a3", "unit", "geometry"]], keep_geom_type=True)
    over["part"] = shapely.area(over.geometry.values)
    by_country = over.groupby(["face", "adm0_a3"]).part.sum().reset_index()
    country = by_country.sort_values("part").groupby("face").adm0_a3.last()
    over = over[over.adm0_a3 == over.face.map(country)]
    unit = over.groupby(["face", "unit"]).part.sum().reset_index()
    unit = unit.sort_values("part").groupby("face").unit.last()
    grid["country"], grid["unit"] = grid.face.map(country), grid.face.map(unit)
    return grid.dropna(subset=["country"]).dissolve(["country", "unit"], as_index=False)
