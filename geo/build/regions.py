"""Writes the shapes of regions, in two files by the licence of the lines they are drawn with."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from geo.build.plane import km2
from geo.build.shapes import Cells, shapes
from geo.build.write import feature, layer
from shapely.geometry.base import BaseGeometry


def _union(geometries: np.ndarray) -> BaseGeometry:
    return shapely.coverage_union_all(geometries)


def whole(coverage: gpd.GeoDataFrame) -> BaseGeometry:
    """All land of the window."""
    return _union(coverage.geometry.values)


def _fine_border(coverage: gpd.GeoDataFrame) -> BaseGeometry:
    """Where Armenia and Azerbaijan meet each other and their neighbours: the ODbL lines."""
    ours = coverage.cell.str.startswith(("aze-", "arm-"))
    az = _union(coverage.geometry[coverage.cell.str.startswith("aze-")].values)
    am = _union(coverage.geometry[coverage.cell.str.startswith("arm-")].values)
    rest = _union(coverage.geometry[~ours].values)
    return shapely.union_all([az.boundary & am.boundary, rest.boundary & (az | am).boundary])


def write(coverage: gpd.GeoDataFrame) -> None:
    """``regions`` (public domain) and ``regions_odbl`` (any line from street-map data)."""
    cell = dict(zip(coverage.cell, coverage.geometry, strict=True))
    fine = _fine_border(coverage)
    free: list[dict[str, Any]] = []
    odbl: list[dict[str, Any]] = []
    for identifier, parts in sorted(shapes(Cells(cell)).items()):
        if not parts:
            raise ValueError(f"{identifier} has no cells")
        shape = _union(np.array([cell[p] for p in sorted(parts)]))
        tainted = shapely.intersection(shape.boundary, fine).length > 0
        row = feature(identifier, shape, area_km2=round(km2(shape)))
        (odbl if tainted else free).append(row)
    layer("regions", free)
    layer("regions_odbl", odbl)
    unit: dict[str, list[BaseGeometry]] = {}
    for name, geometry in cell.items():
        if name.startswith(("aze-", "arm-")):
            unit.setdefault(name.split("|")[0], []).append(geometry)
    layer("units_odbl", [feature(k, _union(np.array(v))) for k, v in sorted(unit.items())])
