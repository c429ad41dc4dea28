"""The map as a picture: what a reader sees before the libraries load, or without WebGL.

Drawn by matplotlib in Web Mercator, with the colours and the painting order of the live map
(``draw/map.py``, ``viewer/map.js``). Everything is laid out in pixels, x to the right and y down.
The same arguments give the same bytes. Nothing here touches pyplot, so threads may draw at once.
"""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as File
from typing import Any, Literal

import matplotlib
import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from PIL import Image
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

from timeline.atlas import Atlas
from timeline.collection import Collection
from timeline.dates import format_date, parse_edtf
from timeline.draw.palette import MARK_PX, PALETTE, Theme, ThemeName, lane_colour, rgb, symbol
from timeline.model import Event, Region

TILE = 512  # pixels the world is wide at zoom 0, as deck.gl counts
WINDOW = (34, 32, 62, 50)  # where an event counts as near: west, south, east, north
DETAIL = (36, 33, 60, 49)  # where there are borders, relief and rivers
NEAR, FAR, CLOSEST = 5.5, 3.6, 7.5  # zoom: least near by, of a single far place, most
PAD = (110, 84)  # pixels left free around an event's places
RELIEF, RELIEF_DARK = 0.17, 0.20  # opacity
STEP = 17  # between shades of the relief: too fine to see, coarse enough to pack
HATCH_PX = 5.0  # distance of hatch lines
GAP = 3.0  # pixels between names
SMALLEST = 2500  # square pixels of an area that gets a name
SWATCH = 34.0  # pixels for a swatch and the gap to its text
MARGIN = 14.0  # of the date, the key and the credit, from the edge
STATES = {"state", "federation", "union-republic"}
MARKERS = {"circle": "o", "diamond": "D", "square": "s", "triangle-up": "^", "hexagon2": "H"}

Box = tuple[float, float, float, float]  # left, top, right, bottom
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
Xy = tuple[float, float]
Spot = tuple[float, float, str]  # where a text may stand, and which part of it: start, middle, end
Face = Literal["sans", "bold", "serif"]
_FONTS = {
    "sans": "DejaVuSans.ttf",
    "bold": "DejaVuSans-Bold.ttf",
    "serif": "DejaVuSerif-Italic.ttf",
}
_CAP = 0.365  # half the height of a capital, in font sizes: from the middle to the baseline


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where it stands."""

    text: str  # lines are separated by line breaks
    kind: Literal["event", "focus", "state", "town", "date", "key", "credit"]
    box: Box
    colour: str = ""
    face: Face = "sans"
    size: float = 12.0
    anchor: Xy | None = None  # what it names
    rank: int = 0
    dot: bool = False


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

    @property
    def view(self) -> Box:
        """What the picture shows: west, south, east, north."""
        (west, east), (north, south) = self.degrees([0, self.size[0]], [0, self.size[1]])
        return float(west), float(south), float(east), float(north)


def _mercator(lonlat: np.ndarray) -> np.ndarray:
    lat = np.radians(np.clip(lonlat[:, 1], -85.05, 85.05))
    y = (1 - np.log(np.tan(math.pi / 4 + lat / 2)) / math.pi) / 2
    return np.column_stack([(lonlat[:, 0] + 180) / 360, y])


@dataclass(frozen=True)
class _Wanted:
    """What is asked for; equal if the picture is."""

    digest: str
    atlas_id: int
    asof: dt.date
    event: str | None
    theme: ThemeName
    size: tuple[int, int]
    collection: Collection = field(compare=False, repr=False)
    atlas: Atlas = field(compare=False, repr=False)


def png(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName,
    size: tuple[int, int] = (1200, 560),
) -> bytes:
    """The map on a day as a PNG; fitted to an event if there is one of that id.

    The last pictures are kept: asking again costs nothing.
    """
    return _drawn(_wanted(collection, atlas, asof, event, theme, size))


def placement(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName = "light",
    size: tuple[int, int] = (1200, 560),
) -> tuple[Label, ...]:
    """Every text of the picture and its box; no two boxes overlap."""
    return _Still(_wanted(collection, atlas, asof, event, theme, size)).labels


def _wanted(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName,
    size: tuple[int, int],
) -> _Wanted:
    known = event if event in collection.events else None
    digest = collection.digest or str(id(collection))
    return _Wanted(digest, id(atlas), asof, known, theme, size, collection, atlas)


@lru_cache(maxsize=64)
def _drawn(wanted: _Wanted) -> bytes:
    return _Still(wanted).png()


def camera_of(collection: Collection, event: Event | None, size: tuple[int, int]) -> Camera:
    """Where the picture is taken from: the head's camera, or over all places of an event."""
    if event is None:
        return Camera.over(*collection.head.default_view.camera, size)
    points = np.array(_points(collection, event))
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


def _path_of(collection: Collection, event: Event) -> list[Xy]:
    if event.path is None:
        return []
    return [*event.path.points] or [collection.places[p].point for p in event.path.places]


def _points(collection: Collection, event: Event) -> list[Xy]:
    places = [collection.places[p.place].point for p in event.places]
    return [*dict.fromkeys([*places, *_path_of(collection, event)])]


class _Still:
    """One picture: what is on the map that day, where the names stand, and the drawing of it."""

    def __init__(self, wanted: _Wanted) -> None:
        self.collection, self.atlas, self.asof = wanted.collection, wanted.atlas, wanted.asof
        self.theme: Theme = PALETTE[wanted.theme]
        self.dark = wanted.theme == "dark"
        self.size = wanted.size
        self.event = self.collection.events[wanted.event] if wanted.event else None
        self.camera = camera_of(self.collection, self.event, self.size)
        self.view = box(*self.camera.view)
        self.layers = [x for x in self.atlas.layers if x.start and x.valid.contains(self.asof)]
        files = {File(layer.file).stem for layer in self.layers}
        self.now = [
            r
            for r in self.atlas.on(self.asof)
            if r.geometry.partition("#")[0] in files
            and self.atlas.geometry(r.id).intersects(self.view)
        ]
        self._flats: dict[str, BaseGeometry] = {}
        self.fills = [r for r in self.now if r.kind in STATES and r.status == "recognised"]
        self.held = [r for r in self.now if r.status == "de-facto"]
        self.focus = [r for r in self.now if r.focus and r.status != "claimed"]
        self.key = self._key()
        self.labels = self._place()

    def has(self, layer: str) -> bool:
        """Whether a layer can speak for the day."""
        return any(x.id == layer for x in self.layers)

    def group(self, region: Region) -> str:
        """The colour of the power that has a region."""
        actor = self.collection.actors.get(region.by or "")
        groups = self.theme.groups
        return groups.get(actor.group if actor else "", groups["international"])

    def held_colour(self, region: Region, share: float) -> str:
        """A power's colour made strong enough for a line."""
        return _mix(self.group(region), "#ffffff" if self.dark else "#5a3a20", share)

    # --- names

    def _place(self) -> tuple[Label, ...]:
        taken: list[Box] = []
        out: list[Label] = []
        width, height = self.size
        inside = (GAP, GAP, width - GAP, height - GAP)

        def put(label: Label, spots: Iterable[Spot]) -> bool:
            wide, tall = _measure(label.text, label.face, label.size)
            dot = (
                _grown((*label.anchor, *label.anchor), 4, 4) if label.dot and label.anchor else None
            )
            if dot and any(_meet(dot, o) for o in taken):
                return False
            for x, y, align in spots:
                left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[align]
                found = (left, y - tall / 2, left + wide, y + tall / 2)
                if _within(found, inside) and not any(_meet(found, o) for o in taken):
                    taken.append(_grown(found, GAP, 1))
                    if dot:
                        taken.append(dot)
                    out.append(_moved(label, found))
                    return True
            return False

        fixed = [self._date(), *self._key_box(), self._credit()]
        out += fixed
        taken += [_grown(self._plate(fixed, "date"), 4, 4), _grown(self._plate(fixed, "key"), 4, 4)]
        taken.append(fixed[-1].box)
        for x, y, r in self._marks():
            taken.append((x - r, y - r, x + r, y + r))
        for label, spots in self._candidates():
            put(label, spots)
        return tuple(out)

    def _candidates(self) -> Iterator[tuple[Label, list[Spot]]]:
        """Names by weight: event, its places, areas in focus, capitals, states, towns."""
        theme = self.theme
        towns = list(self._towns())
        if self.event:
            x, y = self.camera.pixel(self.collection.places[self.event.places[0].place].point)
            colour = lane_colour(theme, self.collection.lane(self.event))
            text = self.event.label["en"]
            yield Label(text, "event", NOWHERE, colour, "bold", 14.5), _around(x, y, 18)
        yield from ((t, s) for t, s in towns if t.rank == 0)
        yield from self._focus_names()
        yield from ((t, s) for t, s in towns if t.rank == 1)
        states = [r for r in self.fills if not r.focus]
        marked = shapely.union_all([shapely.buffer(self._flat(r), 0) for r in self.focus])
        for i, region in enumerate(states):
            at = self._label_point(region, states[i + 1 :])
            if at is None:
                continue
            text = _wrapped(_short(region.name["en"]), 24)
            area = self._flat(region)
            spots = [s for s in _rings(*at, 20, 6) if area.contains(shapely.Point(s[:2]))]
            size = _measure(text, "serif", 15.5)
            clear = {s: not _room(s, size).intersects(marked) for s in spots}
            spots.sort(key=lambda s: not clear[s])
            yield Label(text, "state", NOWHERE, theme.quiet, "serif", 15.5), spots
        yield from ((t, s) for t, s in towns if t.rank > 1)

    def _focus_names(self) -> Iterator[tuple[Label, list[Spot]]]:
        """The three areas: names beside rather than over them, where they are small."""
        if self.camera.zoom < 4:
            return
        areas = [self._flat(r) for r in self.focus]
        all_areas = shapely.union_all([shapely.buffer(a, 0) for a in areas])
        for region, area in zip(self.focus, areas, strict=True):
            at = self._label_point(region, [])
            if at is None:
                continue
            text = _wrapped(_short(region.name["en"]).upper(), 17)
            size = _measure(text, "bold", 12)

            def cost(spot: Spot, own: BaseGeometry = area, at: Xy = at, size: Xy = size) -> float:
                x, y, _ = spot
                name = _room(spot, size)
                if own.contains(name):
                    return 0.0
                over = shapely.intersection(name, all_areas).area / name.area
                return 9 * over + math.hypot(x - at[0], 1.5 * (y - at[1])) / 20

            colour = self.theme.focus[region.focus or ""]
            label = Label(text, "focus", NOWHERE, colour, "bold", 12, at)
            yield label, sorted(_rings(*at, 20, 8), key=cost)

    def _flat(self, region: Region) -> BaseGeometry:
        """What is seen of a region, in pixels."""
        if region.id not in self._flats:
            self._flats[region.id] = shapely.transform(self._seen(region), self.camera.pixels)
        return self._flats[region.id]

    def _label_point(self, region: Region, above: Sequence[Region]) -> Xy | None:
        """Where a region's name goes: well inside the part of it that is seen and not covered."""
        x, y = self.camera.pixel(self.atlas.label_point(region.id))
        width, height = self.size
        spot = shapely.Point(self.atlas.label_point(region.id))
        if (
            80 < x < width - 80
            and 40 < y < height - 40
            and not any(self.atlas.geometry(r.id).contains(spot) for r in above)
        ):
            return x, y
        seen = self._flat(region)
        for other in above:
            seen = shapely.difference(seen, self._flat(other))
        parts = [p for p in shapely.get_parts(seen) if p.geom_type == "Polygon"]
        part = max(parts, key=lambda p: p.area, default=None)
        if part is None or part.area < SMALLEST:
            return None
        ray = shapely.maximum_inscribed_circle(part, tolerance=4)
        return float(ray.coords[0][0]), float(ray.coords[0][1])

    def _seen(self, region: Region) -> BaseGeometry:
        clipped = shapely.clip_by_rect(self.atlas.geometry(region.id), *self.view.bounds)
        return shapely.make_valid(clipped.simplify(0.02))

    def _towns(self) -> Iterator[tuple[Label, list[Spot]]]:
        zoom, (width, height) = self.camera.zoom, self.size
        limit = 1 if zoom < 4 else 2 if zoom < 5.4 else 3 if zoom < 7 else 4
        own = {p.place for p in self.event.places} if self.event else set()
        for place in sorted(self.collection.places.values(), key=lambda p: p.rank):
            x, y = self.camera.pixel(place.point)
            mine = place.id in own
            if (place.rank > limit and not mine) or not (0 < x < width and 0 < y < height):
                continue
            size = 13.0 if place.rank < 3 else 12.0
            face: Face = "bold" if place.rank == 1 else "sans"
            label = Label(
                place.name_on(self.asof, "en"), "town", NOWHERE, self.theme.ink, face, size,
                (x, y), 0 if mine else place.rank, not mine,
            )  # fmt: skip
            yield label, _around(x, y, 15 if mine else 6)

    def _marks(self) -> list[tuple[float, float, float]]:
        """Marks of the event's places: x, y, and the radius kept free."""
        if not self.event:
            return []
        places = dict.fromkeys(p.place for p in self.event.places)
        spots = [self.camera.pixel(self.collection.places[p].point) for p in places]
        first = MARK_PX[self.event.weight] / 2 + 9
        return [(x, y, first if i == 0 else 8.0) for i, (x, y) in enumerate(spots)]

    # --- date, key, credit

    def _date(self) -> Label:
        text = f"As of {format_date(parse_edtf(self.asof.isoformat()), 'en')}"
        wide, tall = _measure(text, "bold", 15)
        left, top = MARGIN + 8, MARGIN + 4
        return Label(text, "date", (left, top, left + wide, top + tall), self.theme.ink, "bold", 15)

    @staticmethod
    def _plate(labels: Sequence[Label], kind: str) -> Box:
        """The plate under the date or the key."""
        boxes = np.array([x.box for x in labels if x.kind == kind])
        (left, top), (right, low) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        room = SWATCH if kind == "key" else 0
        return float(left) - room - 9, float(top) - 5, float(right) + 9, float(low) + 5

    def _credit(self) -> Label:
        said = dict.fromkeys(
            s.strip().rstrip(".") for layer in self.layers for s in layer.attribution.split(". ")
        )
        text = " · ".join(s for s in said if s)
        wide, tall = _measure(text, "sans", 10.5)
        right, low = self.size[0] - MARGIN + 4, self.size[1] - 6
        return Label(
            text, "credit", (right - wide, low - tall, right, low), self.theme.ink, size=10.5
        )

    def _key(self) -> list[tuple[str, str]]:
        rows = []
        if self.fills:
            rows.append(("border", "Border of a state"))
        else:
            rows.append(("none", "No source for borders on this day"))
        if any(not r.focus and r not in self.fills and r.status == "recognised" for r in self.now):
            rows.append(("line", "Other border"))
        if self.focus:
            rows.append(("focus", "Zangezur, Nakhchivan, Karabakh"))
        if self.held:
            rows.append(("hatch", "Held de facto"))
        if self.event and self.event.path:
            rows.append(("path", {"flight": "Flight"}.get(self.event.path.mode, "Movement")))
        return rows

    def _key_box(self) -> list[Label]:
        """The texts of the key, bottom right above the credit; swatches stand left of them."""
        wide = max(_measure(t, "sans", 11.5)[0] for _, t in self.key)
        right, low = self.size[0] - MARGIN - 8, self.size[1] - 36
        out = []
        for i, (_, text) in enumerate(reversed(self.key)):
            mine, tall = _measure(text, "sans", 11.5)
            y = low - i * 18
            left = right - wide
            out.append(
                Label(text, "key", (left, y - tall, left + mine, y), self.theme.ink, size=11.5)
            )
        return out[::-1]

    # --- drawing

    def png(self) -> bytes:
        """The picture's bytes."""
        width, height = self.size
        figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=self.theme.water)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.set_autoscale_on(False)
        self._ground(axes)
        self._lines(axes)
        self._happening(axes)
        self._furniture(axes)
        for label in self.labels:
            self._write(axes, label)
        canvas.draw()
        picture = Image.fromarray(np.asarray(canvas.buffer_rgba())[:, :, :3].copy())
        return _packed(picture, self._colours())

    def _colours(self) -> list[str]:
        """Colours of thin lines and small text, which must not be lost among many areas."""
        theme = self.theme
        lane = [lane_colour(theme, self.collection.lane(self.event))] if self.event else []
        strong = [theme.ink, theme.quiet, *lane, *(theme.focus[r.focus or ""] for r in self.focus)]
        held = [self.held_colour(r, s) for r in self.held for s in (0.42, 0.6)]
        half = [_mix(c, theme.halo, 0.5) for c in strong]
        plain = [theme.paper, theme.water, theme.water_line, theme.land, theme.halo]
        return [*dict.fromkeys([*strong, *held, *half, *plain])]

    def _fill(self, axes: Any, geometry: BaseGeometry, z: float, **style: Any) -> PathPatch | None:
        path = _outline(geometry, self.camera)
        if path is None:
            return None
        patch = PathPatch(path, zorder=z, **{"linewidth": 0, **style})
        axes.add_artist(patch)
        return patch

    def _stroke(
        self, axes: Any, geometry: BaseGeometry, z: float, colour: Any, width: float
    ) -> None:
        parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "LineString"]
        lines = [self.camera.pixels(shapely.get_coordinates(part)) for part in parts]
        axes.add_collection(
            LineCollection(lines, colors=[colour], linewidths=width, zorder=z, capstyle="round",
                           joinstyle="round"), autolim=False,
        )  # fmt: skip

    def _ground(self, axes: Any) -> None:
        theme, shore = self.theme, {"edgecolor": self.theme.water_line, "linewidth": 0.8}
        land = None
        for name in ("world", "land"):
            if self.has(name):
                land = self._fill(axes, shape(self.atlas.base(name)), 1, facecolor=theme.land)
        for region in self.fills:
            self._fill(axes, self.atlas.geometry(region.id), 2, facecolor=self.group(region))
        if self.has("relief"):
            self._relief(axes, land)
        inside = self._margin(2.5)
        if inside.min() == 0:  # areas end with the detailed part: softly
            veil = np.empty((*inside.shape, 4))
            veil[:, :, :3], veil[:, :, 3] = _unit(theme.land), 1 - inside
            self._image(axes, veil, 3.5, land)
            seam = shapely.intersection(shape(self.atlas.base("land")), box(*DETAIL).exterior)
            self._stroke(axes, seam, 3.6, theme.land, 3)
        if self.has("lakes"):
            for lake in self.atlas.base("lakes"):
                first, last = lake.get("from", ""), lake.get("to", "9999")
                if first <= self.asof.isoformat() <= last:
                    geometry = shape(lake["geometry"])
                    self._fill(axes, geometry, 4, facecolor=theme.water, **shore)
        if self.has("rivers"):
            for river in self.atlas.base("rivers"):
                self._stroke(axes, shape(river), 5, theme.water_line, 1)

    def _relief(self, axes: Any, land: PathPatch | None) -> None:
        """The shaded relief, from degrees to pixels of the map; outside it nothing."""
        bounds = self.atlas.relief
        shade = _shade(str(self.atlas.folder / "layers" / "relief.jpg"))
        if bounds is None or shade is None:
            return
        west, south, east, north = bounds
        width, height = self.size
        lon, lat = self.camera.degrees(np.arange(width) + 0.5, np.arange(height) + 0.5)
        rows = (north - lat) / (north - south) * shade.shape[0] - 0.5
        columns = (lon - west) / (east - west) * shade.shape[1] - 0.5
        grey = _sampled(_sampled(shade, rows).T, columns).T
        grey = np.round(grey / STEP) * STEP
        alpha = np.full(grey.shape, RELIEF_DARK if self.dark else RELIEF)
        image = np.dstack([np.repeat(grey[:, :, None], 3, axis=2) / 255, alpha])
        self._image(axes, image, 3, land)

    def _image(self, axes: Any, image: np.ndarray, z: float, land: PathPatch | None) -> None:
        width, height = self.size
        shown = axes.imshow(image, extent=(0, width, height, 0), zorder=z, aspect="auto",
                            interpolation="nearest")  # fmt: skip
        if land is not None:
            shown.set_clip_path(land)

    def _margin(self, degrees: float) -> np.ndarray:
        """How far inside the detailed part each pixel is: 0 at its edge, 1 ``degrees`` inside."""
        west, south, east, north = DETAIL
        lon, lat = self.camera.degrees(np.arange(self.size[0]) + 0.5, np.arange(self.size[1]) + 0.5)
        near = np.minimum(np.minimum(lon - west, east - lon)[None, :],
                          np.minimum(lat - south, north - lat)[:, None])  # fmt: skip
        inside: np.ndarray = np.clip(near / degrees, 0, 1)
        return inside

    def _lines(self, axes: Any) -> None:
        for region in self.held:
            clip = self._fill(axes, self.atlas.geometry(region.id), 6, facecolor="none")
            if clip is None:
                continue
            hatch = LineCollection(
                _diagonals(self.size), colors=[self.held_colour(region, 0.42)], linewidths=1.1,
                alpha=0.75, zorder=6,
            )  # fmt: skip
            axes.add_collection(hatch, autolim=False)
            hatch.set_clip_path(clip)
        for region in self.now:
            if region.status == "recognised" and not region.focus:
                state = region.kind in STATES
                colour = (*_unit(self.theme.quiet), 0.8 if state else 0.38)
                self._stroke(axes, self.atlas.border(region.id), 7, colour, 1.3 if state else 0.8)
        for region in self.held:
            self._stroke(axes, self.atlas.border(region.id), 8, self.held_colour(region, 0.6), 1.5)
        for region in self.focus:
            edge = self.atlas.geometry(region.id).boundary
            self._stroke(axes, edge, 9, self.theme.focus[region.focus or ""], 2)

    def _happening(self, axes: Any) -> None:
        if self.event is None:
            return
        colour = lane_colour(self.theme, self.collection.lane(self.event))
        line = _path_of(self.collection, self.event)
        if line:
            points = self.camera.pixels(line)
            for width, stroke, z in ((7.0, self.theme.halo, 10), (4.0, colour, 11)):
                axes.add_artist(Line2D(points[:, 0], points[:, 1], color=stroke, linewidth=width,
                              alpha=0.92 if z > 10 else 0.75, zorder=z, solid_capstyle="round",
                              solid_joinstyle="round"))  # fmt: skip
            if float(np.hypot(*(points[-1] - points[-2]))) > 14:
                axes.add_artist(_arrow(points[-2], points[-1], colour, self.theme.halo))
        marker = MARKERS.get(symbol(self.collection.lane(self.event))[0], "o")
        for i, (x, y, _) in enumerate(self._marks()):
            pixels = MARK_PX[self.event.weight] + 2.0 if i == 0 else 9.0
            if marker == "D":
                pixels *= 0.8
            axes.add_artist(Line2D([x], [y], linestyle="none", marker=marker, markersize=pixels,
                          markerfacecolor=colour, markeredgecolor=self.theme.halo,
                          markeredgewidth=1.6, zorder=13))  # fmt: skip
            if i == 0:
                ring = MARK_PX[self.event.weight] / 2 + 6.5
                for width, stroke in ((4.5, self.theme.halo), (2.0, self.theme.ink)):
                    axes.add_artist(Circle((x, y), ring, fill=False, edgecolor=stroke,
                                   linewidth=width, zorder=12))  # fmt: skip

    def _furniture(self, axes: Any) -> None:
        """Plates under date and key, swatches of the key, dots of the towns."""
        theme = self.theme
        keys = [x for x in self.labels if x.kind == "key"]
        for kind in ("date", "key"):
            left, top, right, low = self._plate(self.labels, kind)
            axes.add_artist(FancyBboxPatch((left, top), right - left, low - top, linewidth=0,
                           boxstyle="round,pad=0,rounding_size=5", facecolor=theme.paper,
                           alpha=0.9, zorder=14))  # fmt: skip
        for (style, _), label in zip(self.key, keys, strict=True):
            self._swatch(axes, style, label.box[0] - SWATCH, (label.box[1] + label.box[3]) / 2)
        for label in self.labels:
            if label.kind == "focus" and label.anchor:
                self._leader(axes, label)
            if label.dot and label.anchor:
                radius = 2.9 if label.rank < 3 else 2.2
                axes.add_artist(Circle(label.anchor, radius, facecolor=theme.ink, zorder=12,
                               edgecolor=theme.halo, linewidth=1))  # fmt: skip

    def _leader(self, axes: Any, label: Label) -> None:
        """A thin line from a name that stands outside its area, unless it crosses another name."""
        assert label.anchor is not None
        (x1, y1), name = label.anchor, label.box
        x0, y0 = min(max(x1, name[0]), name[2]), min(max(y1, name[1]), name[3])
        line = shapely.LineString([(x0, y0), (x1, y1)])
        if any(line.intersects(box(*o.box)) for o in self.labels if o is not label):
            return
        if math.hypot(x1 - x0, y1 - y0) < 12 or box(*name).contains(shapely.Point(x1, y1)):
            return
        for width, stroke in ((3.0, self.theme.halo), (1.1, label.colour)):
            axes.add_artist(Line2D([x0, x1], [y0, y1], color=stroke, linewidth=width, zorder=11))
        axes.add_artist(Circle((x1, y1), 2.4, facecolor=label.colour, zorder=11, linewidth=0))

    def _swatch(self, axes: Any, style: str, x: float, y: float) -> None:
        def line(x0: float, x1: float, colour: Any, width: float) -> None:
            axes.add_artist(Line2D([x0, x1], [y, y], color=colour, linewidth=width, zorder=15,
                          solid_capstyle="butt"))  # fmt: skip

        if style == "border":
            line(x, x + 24, self.theme.quiet, 1.4)
        elif style == "line":
            line(x, x + 24, (*_unit(self.theme.quiet), 0.5), 0.9)
        elif style == "focus":
            for i, colour in enumerate(self.theme.focus.values()):
                line(x + i * 8.5, x + i * 8.5 + 7, colour, 2.4)
        elif style == "path" and self.event:
            line(x, x + 24, lane_colour(self.theme, self.collection.lane(self.event)), 4)
        elif style == "hatch":
            colour = self.held_colour(self.held[0], 0.42)
            patch = Rectangle((x, y - 5.5), 24, 11, facecolor="none", edgecolor=colour,
                              linewidth=0.8, zorder=15)  # fmt: skip
            axes.add_artist(patch)
            slant = LineCollection(
                [[(x + i, y + 6), (x + i + 12, y - 6)] for i in range(-12, 25, 5)],
                colors=[colour],
                linewidths=1.1,
                zorder=15,
            )
            axes.add_collection(slant, autolim=False)
            slant.set_clip_path(patch)

    def _write(self, axes: Any, label: Label) -> None:
        plate = label.kind in ("date", "key")
        halo = [] if plate else [withStroke(linewidth=3.2, foreground=self.theme.halo)]
        lines = label.text.split("\n")
        left, top, right, low = label.box
        for i, words in enumerate(lines):
            y = top + (low - top) * (i + 0.5) / len(lines) + _CAP * label.size
            centred = len(lines) > 1
            axes.text((left + right) / 2 if centred else left, y, words, color=label.colour,
                      ha="center" if centred else "left", va="baseline", zorder=20,
                      fontproperties=_font(label.face, label.size), path_effects=halo,
                      parse_math=False, usetex=False)  # fmt: skip


# --- text


@lru_cache
def _font(face: Face, size: float) -> FontProperties:
    """A font that comes with matplotlib, so that every machine draws the same."""
    path = File(matplotlib.get_data_path()) / "fonts" / "ttf" / _FONTS[face]
    return FontProperties(fname=str(path), size=size)


@lru_cache(maxsize=4096)
def _measure(text: str, face: Face, size: float) -> tuple[float, float]:
    """Width and height of a text in pixels."""
    renderer = RendererAgg(1, 1, 72)
    lines = text.split("\n")
    font = _font(face, size)
    wide = max(renderer.get_text_width_height_descent(x or " ", font, False)[0] for x in lines)
    return float(wide), len(lines) * size * 1.2


def _short(name: str) -> str:
    """A region's name without what only explains it."""
    return name.partition(" (")[0].partition(", ")[0]


def _wrapped(text: str, most: int) -> str:
    """A long name on two lines of about the same length."""
    if len(text) <= most or " " not in text:
        return text
    gaps = [i for i, letter in enumerate(text) if letter == " "]
    at = min(gaps, key=lambda i: abs(2 * i - len(text)))
    return f"{text[:at]}\n{text[at + 1 :]}"


def _around(x: float, y: float, r: float) -> list[Spot]:
    return [
        (x + r, y, "start"), (x - r, y, "end"), (x, y - r - 5, "middle"),
        (x, y + r + 5, "middle"), (x + r * 0.8, y - r * 0.8, "start"),
        (x + r * 0.8, y + r * 0.8, "start"), (x - r * 0.8, y - r * 0.8, "end"),
        (x - r * 0.8, y + r * 0.8, "end"),
    ]  # fmt: skip


def _rings(x: float, y: float, step: float, rings: int) -> list[Spot]:
    """Places at and around a point, nearest first."""
    out = [(x, y, "middle")]
    for i in range(1, rings + 1):
        for dx, dy in ((0, 1), (0, -1), (-1.6, 0.5), (1.6, 0.5), (-1.6, -0.5), (1.6, -0.5)):
            out.append((x + dx * i * step, y + dy * i * step, "middle"))
    return out


# --- boxes and colours


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _within(a: Box, b: Box) -> bool:
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]


def _room(spot: Spot, size: Xy) -> BaseGeometry:
    """The box of a text of that size about its middle."""
    x, y, _ = spot
    return box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def _grown(a: Box, dx: float, dy: float) -> Box:
    return a[0] - dx, a[1] - dy, a[2] + dx, a[3] + dy


def _moved(label: Label, to: Box) -> Label:
    return Label(
        label.text, label.kind, to, label.colour, label.face, label.size, label.anchor,
        label.rank, label.dot,
    )  # fmt: skip


def _unit(colour: str) -> tuple[float, float, float]:
    red, green, blue = rgb(colour)
    return red / 255, green / 255, blue / 255


def _mix(a: str, b: str, share: float) -> str:
    mixed = [round(x * (1 - share) + y * share) for x, y in zip(rgb(a), rgb(b), strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


# --- shapes and pixels


def _outline(geometry: BaseGeometry, camera: Camera) -> Path | None:
    """Polygons with their holes as one path in pixels."""
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


def _diagonals(size: tuple[int, int]) -> list[list[Xy]]:
    """One set of lines for all areas, so that neighbours hatch through."""
    width, height = size
    step = HATCH_PX * math.sqrt(2)
    count = math.ceil((width + height) / step)
    return [[(k * step - height, height), (k * step, 0.0)] for k in range(count + 1)]


def _arrow(start: Any, end: Any, colour: str, halo: str) -> PathPatch:
    """The head of a movement, pointing to its end."""
    along = (end - start) / np.hypot(*(end - start))
    across = np.array([-along[1], along[0]])
    back = end - along * 13
    corners = [end + along * 3, back + across * 7.5, back - across * 7.5, end + along * 3]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return PathPatch(
        Path(corners, codes), facecolor=colour, edgecolor=halo, linewidth=1, zorder=11.5
    )


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


def _packed(picture: Image.Image, keep: Sequence[str]) -> bytes:
    """A picture as a PNG of 256 colours, ``keep`` among them."""
    few = picture.quantize(256 - len(keep), method=Image.Quantize.MEDIANCUT, kmeans=0)
    palette = Image.new("P", (1, 1))
    found = (few.getpalette() or [])[: 3 * (256 - len(keep))]
    palette.putpalette([*found, *(part for colour in keep for part in rgb(colour))])
    out = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=8)
    return out.getvalue()
