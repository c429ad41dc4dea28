"""Areas, lines and arrows as matplotlib draws them, in the pixels of a camera."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from timeline.draw.camera import Camera, Xy
from timeline.draw.palette import rgb

HATCH_PX = 5.0  # distance of hatch lines


def fill(
    axes: Any, camera: Camera, geometry: BaseGeometry, z: float, **style: Any
) -> PathPatch | None:
    """Draw polygons; None if there are none."""
    path = _outline(geometry, camera)
    if path is None:
        return None
    patch = PathPatch(path, zorder=z, **{"linewidth": 0, **style})
    axes.add_artist(patch)
    return patch


def stroke(
    axes: Any, camera: Camera, geometry: BaseGeometry, z: float, colour: Any, width: float
) -> None:
    """Draw lines."""
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "LineString"]
    lines = [camera.pixels(shapely.get_coordinates(part)) for part in parts]
    axes.add_collection(
        LineCollection(lines, colors=[colour], linewidths=width, zorder=z, capstyle="round",
                       joinstyle="round"), autolim=False,
    )  # fmt: skip


def diagonals(size: tuple[int, int]) -> list[list[Xy]]:
    """One set of hatch lines for all areas, so that neighbours hatch through."""
    width, height = size
    step = HATCH_PX * math.sqrt(2)
    count = math.ceil((width + height) / step)
    return [[(k * step - height, height), (k * step, 0.0)] for k in range(count + 1)]


def arrow(start: Any, end: Any, colour: str, halo: str) -> PathPatch:
    """The head of a movement, pointing to its end."""
    along = (end - start) / np.hypot(*(end - start))
    across = np.array([-along[1], along[0]])
    back = end - along * 13
    corners = [end + along * 3, back + across * 7.5, back - across * 7.5, end + along * 3]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return PathPatch(
        Path(corners, codes), facecolor=colour, edgecolor=halo, linewidth=1, zorder=11.5
    )


def unit(colour: str) -> tuple[float, float, float]:
    """``#rrggbb`` as three numbers 0–1."""
    red, green, blue = rgb(colour)
    return red / 255, green / 255, blue / 255


def _outline(geometry: BaseGeometry, camera: Camera) -> Path | None:
    """Polygons with their holes as one path."""
    rings = [
        camera.pixels(shapely.get_coordinates(ring))
        for part in shapely.get_parts(geometry)
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    if not rings:
        return None
    codes = []
    for ring in rings:
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY]
    return Path(np.concatenate(rings), codes)
