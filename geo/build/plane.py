"""Geometry on one grid: every vertex of the map lies on it, so shared borders stay shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize_full

GRID = 1e-4  # degrees: 11 m north-south, and the 4 decimals that the layers are written with
WINDOW = (36.0, 33.0, 60.0, 49.0)  # lon, lat: what is drawn in detail
WORK = box(35.0, 32.0, 61.0, 50.0)  # wider, so that clipping to the window opens no face
LAEA = "+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84"  # equal area: for square kilometres


def km2(geometry: BaseGeometry) -> float:
    """Area in square kilometres."""
    return float(gpd.GeoSeries([geometry], crs=4326).to_crs(LAEA).area.iloc[0] / 1e6)


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry: set operations on shared borders also return lines."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(geometry)))
    return [p for p in parts if p.geom_type == "Polygon" and not p.is_empty]


def areal(geometry: BaseGeometry) -> BaseGeometry:
    """The polygonal part of a geometry, on the grid."""
    return shapely.set_precision(shapely.union_all(polygons(geometry)), GRID)


def union(parts: Iterable[BaseGeometry]) -> BaseGeometry:
    """Union on the grid, polygonal part only."""
    return areal(shapely.union_all(np.array(list(parts), dtype=object), grid_size=GRID))


def minus(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """Difference on the grid, polygonal part only."""
    return areal(shapely.difference(a, b, grid_size=GRID))


def common(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """Intersection on the grid, polygonal part only."""
    return areal(shapely.intersection(a, b, grid_size=GRID))


def faces(lines: Sequence[BaseGeometry]) -> list[Polygon]:
    """The faces of a planar network: all lines noded on the grid, then closed to polygons."""
    net = shapely.union_all(np.array(list(lines), dtype=object), grid_size=GRID)
    return list(polygonize_full([net])[0].geoms)
