"""What lies under the history: land in the colours of its powers, relief, lakes and rivers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from matplotlib.patches import PathPatch
from PIL import Image
from shapely.geometry import box, shape

from timeline.draw.camera import Camera
from timeline.draw.shapes import fill, stroke, unit
from timeline.draw.subject import Subject

DETAIL = (36, 33, 60, 49)  # where there are borders, relief and rivers
RELIEF, RELIEF_DARK = 0.17, 0.20  # opacity
STEP = 17  # between shades of the relief: too fine to see, coarse enough to pack


def draw_ground(axes: Any, subject: Subject) -> None:
    """Draw the ground of the day, z 1 to 5."""
    theme, atlas, camera = subject.theme, subject.atlas, subject.camera
    land = None
    for name in ("world", "land"):
        if subject.has(name):
            land = fill(axes, camera, shape(atlas.base(name)), 1, facecolor=theme.land)
    for region in subject.fills:
        fill(axes, camera, atlas.geometry(region.id), 2, facecolor=subject.group(region))
    if subject.has("relief"):
        _relief(axes, subject, land)
    inside = _margin(camera, 2.5)
    if inside.min() == 0:  # areas end with the detailed part: softly
        veil = np.empty((*inside.shape, 4))
        veil[:, :, :3], veil[:, :, 3] = unit(theme.land), 1 - inside
        _image(axes, veil, 3.5, land)
        seam = shapely.intersection(shape(atlas.base("land")), box(*DETAIL).exterior)
        stroke(axes, camera, seam, 3.6, theme.land, 3)
    _waters(axes, subject)


def _waters(axes: Any, subject: Subject) -> None:
    theme, atlas, camera = subject.theme, subject.atlas, subject.camera
    shore = {"edgecolor": theme.water_line, "linewidth": 0.8}
    if subject.has("lakes"):
        for lake in atlas.base("lakes"):
            first, last = lake.get("from", ""), lake.get("to", "9999")
            if first <= subject.asof.isoformat() <= last:
                fill(axes, camera, shape(lake["geometry"]), 4, facecolor=theme.water, **shore)
    if subject.has("rivers"):
        for river in atlas.base("rivers"):
            stroke(axes, camera, shape(river), 5, theme.water_line, 1)


def _relief(axes: Any, subject: Subject, land: PathPatch | None) -> None:
    """The shaded relief, from degrees to pixels of the map; outside it nothing."""
    bounds = subject.atlas.relief
    shade = _shade(str(subject.atlas.folder / "layers" / "relief.jpg"))
    if bounds is None or shade is None:
        return
    west, south, east, north = bounds
    lon, lat = subject.camera.grid()
    rows = (north - lat) / (north - south) * shade.shape[0] - 0.5
    columns = (lon - west) / (east - west) * shade.shape[1] - 0.5
    grey = _sampled(_sampled(shade, rows).T, columns).T
    grey = np.round(grey / STEP) * STEP
    alpha = np.full(grey.shape, RELIEF_DARK if subject.dark else RELIEF)
    _image(axes, np.dstack([np.repeat(grey[:, :, None], 3, axis=2) / 255, alpha]), 3, land)


def _image(axes: Any, image: np.ndarray, z: float, land: PathPatch | None) -> None:
    height, width = image.shape[:2]
    shown = axes.imshow(image, extent=(0, width, height, 0), zorder=z, aspect="auto",
                        interpolation="nearest")  # fmt: skip
    if land is not None:
        shown.set_clip_path(land)


def _margin(camera: Camera, degrees: float) -> np.ndarray:
    """How far inside the detailed part each pixel is: 0 at its edge, 1 ``degrees`` inside."""
    west, south, east, north = DETAIL
    lon, lat = camera.grid()
    near = np.minimum(np.minimum(lon - west, east - lon)[None, :],
                      np.minimum(lat - south, north - lat)[:, None])  # fmt: skip
    inside: np.ndarray = np.clip(near / degrees, 0, 1)
    return inside


@lru_cache(maxsize=2)
def _shade(path: str) -> np.ndarray | None:
    """The relief as shades of grey, 0–255; None if there is no picture."""
    try:
        with Image.open(path) as picture:
            return np.asarray(picture.convert("L"), float)
    except OSError:
        return None


def _sampled(values: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Rows of ``values`` at fractional places, between neighbours in proportion."""
    at = np.clip(at, 0, len(values) - 1)
    low = np.minimum(at.astype(int), len(values) - 2)
    share = (at - low)[:, None]
    mixed: np.ndarray = values[low] * (1 - share) + values[low + 1] * share
    return mixed
