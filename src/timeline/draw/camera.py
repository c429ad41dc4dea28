"""Where the picture is taken from: Web Mercator in pixels, x to the right and y down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from timeline.collection import Collection
from timeline.model import Event

TILE = 512  # pixels the world is wide at zoom 0, as deck.gl counts
WINDOW = (34, 32, 62, 50)  # where an event counts as near: west, south, east, north
NEAR, FAR, CLOSEST = 5.5, 3.6, 7.5  # zoom: least near by, of a single far place, most
PAD = (110, 84)  # pixels left free around an event's places

Xy = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Camera:
    """Web Mercator seen from above: the middle in units of the world's width, and its scale."""

    x: float
    y: float
    zoom: float
    size: tuple[int, int]

    @classmethod
    def over(cls, lon: float, lat: float, zoom: float, size: tuple[int, int]) -> Camera:
        """A camera over a point given in degrees."""
        x, y = _mercator(np.array([[lon, lat]]))[0]
        return cls(float(x), float(y), zoom, size)

    def pixels(self, lonlat: Any) -> np.ndarray:
        """Points in degrees as pixels of the picture."""
        middle = np.array([self.size[0] / 2, self.size[1] / 2])
        scale = TILE * 2.0**self.zoom
        return (_mercator(np.asarray(lonlat, float)) - [self.x, self.y]) * scale + middle

    def pixel(self, point: Sequence[float]) -> Xy:
        """One point in degrees as a pixel of the picture."""
        x, y = self.pixels([point[:2]])[0]
        return float(x), float(y)

    def degrees(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Pixels as longitude and latitude."""
        scale = TILE * 2.0**self.zoom
        lon = ((np.asarray(x, float) - self.size[0] / 2) / scale + self.x) * 360 - 180
        up = math.pi * (1 - 2 * ((np.asarray(y, float) - self.size[1] / 2) / scale + self.y))
        return lon, np.degrees(np.arctan(np.sinh(up)))

    def grid(self) -> tuple[np.ndarray, np.ndarray]:
        """Longitudes of the columns and latitudes of the rows of the picture's pixels."""
        width, height = self.size
        lon, lat = self.degrees(np.arange(width) + 0.5, np.arange(height) + 0.5)
        return lon, lat

    @property
    def view(self) -> tuple[float, float, float, float]:
        """What the picture shows: west, south, east, north."""
        (west, east), (north, south) = self.degrees([0, self.size[0]], [0, self.size[1]])
        return float(west), float(south), float(east), float(north)


def _mercator(lonlat: np.ndarray) -> np.ndarray:
    lat = np.radians(np.clip(lonlat[:, 1], -85.05, 85.05))
    y = (1 - np.log(np.tan(math.pi / 4 + lat / 2)) / math.pi) / 2
    return np.column_stack([(lonlat[:, 0] + 180) / 360, y])


def points_of(collection: Collection, event: Event) -> list[Xy]:
    """All points of an event, of its places and of its path, each once."""
    places = [collection.places[p.place].point for p in event.places]
    return [*dict.fromkeys([*places, *collection.line_of(event)])]


def camera_of(collection: Collection, event: Event | None, size: tuple[int, int]) -> Camera:
    """Where the picture is taken from: the head's camera, or over all places of an event."""
    if event is None:
        return Camera.over(*collection.head.default_view.camera, size)
    points = np.array(points_of(collection, event))
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    near = west > WINDOW[0] and south > WINDOW[1] and east < WINDOW[2] and north < WINDOW[3]
    low, high = _mercator(np.array([[west, north], [east, south]]))
    x, y = (low + high) / 2

    def fitted(pad: tuple[float, float]) -> float:
        spans = [
            (s - 2 * p) / TILE / max(d, 1e-9) for s, p, d in zip(size, pad, high - low, strict=True)
        ]
        return math.log2(min(spans))

    zoom = min(CLOSEST, fitted((min(PAD[0], size[0] / 5), min(PAD[1], size[1] / 5))))
    if east - west < 0.4 and north - south < 0.4:
        zoom = 6.2 if near else FAR
    elif near and fitted((30, 30)) >= NEAR:
        zoom = max(zoom, NEAR)
    return Camera(float(x), float(y), max(1.2, zoom), size)
