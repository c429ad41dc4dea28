"""Geography on a date: which regions exist, their shapes, and where their labels stand.

The shapes are GeoJSON layers made by ``geo/build`` and described in ``geo/layers.yaml``. A region
names its shape as ``layer#feature``. Coordinates are lon, lat in degrees (WGS84).
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

import shapely
import yaml
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from timeline.dates import DateError, Edtf, parse_edtf
from timeline.model import Region

LAEA = "+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84"
"""Lambert azimuthal equal-area about the South Caucasus: areas, whatever the shape."""

LABEL_KM = 1.0  # how near to the best point a label point is sought
Status = Literal["recognised", "de-facto", "claimed"]


class Fault(NamedTuple):
    """Something wrong with the geography: of which region (or layer), where, found, expected."""

    region: str
    field: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A file of shapes and what may be said with it."""

    id: str
    file: str
    """Name inside ``geo/layers``."""

    title: str
    source: str
    licence: str
    """SPDX identifier, or ``public domain``."""

    attribution: str
    """The line that must stand under a picture made with it."""

    valid: Edtf
    """The dates it can speak for; outside them it is not drawn."""

    error_km: float
    derivation: str
    start: bool = True
    """Whether the map draws it from the first moment."""

    bounds: tuple[float, float, float, float] | None = None
    """West, south, east, north of a picture."""


_WORDS = ("id", "file", "title", "source", "licence", "attribution", "derivation")


def _layer(raw: Mapping[str, Any]) -> Layer | Fault:
    """A layer from its YAML record (all scalars are text), or what is wrong with it."""
    name = str(raw.get("id", "?"))
    for key in _WORDS:
        if not str(raw.get(key) or "").strip():
            return Fault(name, f"layers.{key}", "", "a text")
    try:
        valid = parse_edtf(raw.get("valid", ""))
        error = float(raw.get("error_km", ""))
        found = raw.get("bounds")
        bounds = tuple(float(b) for b in found) if found else None
    except (DateError, ValueError, TypeError) as why:
        return Fault(name, "layers", str(why), "valid (EDTF), error_km and bounds (numbers)")
    if bounds is not None and len(bounds) != 4:
        return Fault(name, "layers.bounds", str(found), "west, south, east, north")
    words = {key: str(raw[key]).strip() for key in _WORDS}
    start = str(raw.get("start", "true")) != "false"
    return Layer(**words, valid=valid, error_km=error, start=start, bounds=bounds)


def _layers(path: Path) -> tuple[list[Layer], list[Fault]]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as why:
        return [], [Fault("", "layers", type(why).__name__, f"a readable {path.name}")]
    records = raw if isinstance(raw, list) else []
    made = [_layer(r) if isinstance(r, Mapping) else Fault("", "layers", str(r), "a record")
            for r in records]  # fmt: skip
    return [m for m in made if isinstance(m, Layer)], [m for m in made if isinstance(m, Fault)]


@dataclass(frozen=True)
class Atlas:
    """The regions of a collection on their shapes."""

    folder: Path
    regions: Mapping[str, Region]
    layers: tuple[Layer, ...]
    faults: tuple[Fault, ...] = ()
    _files: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict, repr=False)
    _shapes: dict[str, BaseGeometry] = field(default_factory=dict, repr=False)
    _memo: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, geo_dir: Path, regions: Sequence[Region]) -> Atlas:
        """An atlas from ``geo_dir`` (``layers.yaml`` and ``layers/``).

        Nothing is raised for bad files: `problems` tells, and what is missing is not drawn.
        """
        layers, faults = _layers(geo_dir / "layers.yaml")
        return cls(geo_dir, {r.id: r for r in regions}, tuple(layers), tuple(faults))

    def _features(self, stem: str) -> dict[str, dict[str, Any]]:
        """Features of a layer by id; empty if the file cannot be read."""
        if stem not in self._files:
            path = self.folder / "layers" / f"{stem}.geojson"
            try:
                found = json.loads(path.read_text(encoding="utf-8"))["features"]
                self._files[stem] = {f["properties"]["id"]: f for f in found}
            except (OSError, ValueError, KeyError, TypeError):
                self._files[stem] = {}
        return self._files[stem]

    def _feature(self, reference: str) -> dict[str, Any]:
        stem, _, name = reference.partition("#")
        found = self._features(stem).get(name)
        if found is None:
            raise KeyError(f"no shape {reference!r} in {self.folder / 'layers'}")
        return found

    def geojson(self, region_id: str) -> dict[str, Any]:
        """The shape of a region as a GeoJSON geometry, as it stands in its layer."""
        geometry: dict[str, Any] = self._feature(self.regions[region_id].geometry)["geometry"]
        return geometry

    def geometry(self, region_id: str) -> BaseGeometry:
        """The shape of a region.

        Raises:
            KeyError: no such region, or its shape is in no layer.
        """
        reference = self.regions[region_id].geometry
        if reference not in self._shapes:
            self._shapes[reference] = shape(self._feature(reference)["geometry"])
        return self._shapes[reference]

    def base(self, name: str) -> Any:
        """What lies under the regions, for drawing.

        ``world`` and ``land`` are one geometry each, ``rivers`` a list of geometries; ``lakes``
        is a list of ``{id, name, geometry, from?, to?}`` with ISO days, both inclusive.
        """
        features = self._features(name)
        if name == "lakes":
            lakes = []
            for key, found in features.items():
                about = found["properties"]
                lake = {"id": key, "name": about.get("name", key), "geometry": found["geometry"]}
                if about.get("from"):
                    lake["from"] = str(parse_edtf(about["from"]).earliest)
                if about.get("to"):
                    lake["to"] = str(parse_edtf(about["to"]).latest)
                lakes.append(lake)
            return lakes
        shapes = [found["geometry"] for found in features.values()]
        if name == "rivers":
            return shapes
        return shapes[0] if shapes else {"type": "MultiPolygon", "coordinates": []}

    @property
    def relief(self) -> tuple[float, float, float, float] | None:
        """Bounds (west, south, east, north) of the relief picture, if there is one."""
        return next((layer.bounds for layer in self.layers if layer.id == "relief"), None)

    def on(self, day: dt.date, status: Status | None = None) -> tuple[Region, ...]:
        """Regions that exist on a day, in painting order: large first, so that none is buried.

        None on days for which their layer cannot speak.
        """
        here = (r for r in self._painted if r.holds_on(day) and self._speaks(r, day))
        return tuple(r for r in here if status in (None, r.status))

    def _speaks(self, region: Region, day: dt.date) -> bool:
        stem = region.geometry.partition("#")[0]
        return all(x.valid.contains(day) for x in self.layers if Path(x.file).stem == stem)

    @cached_property
    def _painted(self) -> tuple[Region, ...]:
        sized = []
        for region in self.regions.values():
            try:
                geometry = self.geometry(region.id)
            except (KeyError, ValueError, TypeError):
                continue
            size = geometry.area * math.cos(math.radians(geometry.centroid.y or 0.0))
            sized.append((-round(size, 6), region.id, region))
        return tuple(region for *_, region in sorted(sized, key=lambda s: s[:2]))

    def changes(self) -> tuple[dt.date, ...]:
        """Days on which something on the map changes: first days, and days after last days."""
        days = set()
        for region in self.regions.values():
            first, last = region.valid.earliest, region.valid.latest
            ends = last + dt.timedelta(1) if last and last < dt.date.max else None
            days |= {d for d in (first, ends) if d and self._speaks(region, d)}
        return tuple(sorted(days))

    def label_point(self, region_id: str) -> tuple[float, float]:
        """A point well inside: the centre of the largest circle in the largest part.

        The plane is stretched by the cosine of the latitude so that a circle is a circle.
        """
        key = "label", self.regions[region_id].geometry
        if key not in self._memo:
            part = max(shapely.get_parts(self.geometry(region_id)), key=lambda p: p.area)
            stretch = math.cos(math.radians(part.centroid.y))
            flat = shapely.transform(part, lambda c: c * [stretch, 1.0])
            ray = shapely.maximum_inscribed_circle(flat, tolerance=LABEL_KM / 111.0)
            x, y = ray.coords[0]
            self._memo[key] = (round(x / stretch, 4), round(y, 4))
        found: tuple[float, float] = self._memo[key]
        return found

    def area_km2(self, region_id: str) -> float:
        """Area in square kilometres (only what lies inside the window of the map)."""
        key = "area", self.regions[region_id].geometry
        if key not in self._memo:
            self._measure()
        return float(self._memo[key])

    def _measure(self) -> None:
        """All areas at once: one projection of many shapes is as quick as one of one."""
        import geopandas as gpd  # here, since it takes longer to import than all else to run

        usable = {r.geometry: self.geometry(r.id) for r in self._painted}
        series = gpd.GeoSeries(list(usable.values()), crs=4326).to_crs(LAEA)
        for reference, area in zip(usable, series.area, strict=True):
            self._memo["area", reference] = float(area) / 1e6

    def hatch(self, region_id: str, spacing_deg: float) -> MultiLineString:
        """Diagonal lines clipped to a region, ``spacing_deg`` apart.

        All regions share one set of lines, so that neighbours hatch through.
        """
        if not spacing_deg > 0:
            raise ValueError(f"expected a spacing above 0 degrees, found {spacing_deg!r}")
        geometry = self.geometry(region_id)
        west, south, east, north = geometry.bounds
        step = spacing_deg * math.sqrt(2)  # along the axis, for lines at 45 degrees
        numbers = range(math.floor((south - east) / step), math.ceil((north - west) / step) + 1)
        across = [[(west, west + k * step), (east, east + k * step)] for k in numbers]
        cut = shapely.intersection(MultiLineString(across), geometry)
        parts = [g for g in shapely.get_parts(cut) if not g.is_empty]
        return MultiLineString([g for g in parts if g.geom_type == "LineString"])

    def border(self, region_id: str) -> BaseGeometry:
        """The outline of a region without shores and without the edge of the window."""
        key = "border", self.regions[region_id].geometry
        if key not in self._memo:
            shore = self._shapes.setdefault("", shape(self.base("land"))).boundary
            self._memo[key] = shapely.difference(self.geometry(region_id).boundary, shore)
        line: BaseGeometry = self._memo[key]
        return line

    def problems(self) -> list[Fault]:
        """Everything wrong with layers and shapes, as (region or layer, field, found, expected)."""
        out = list(self.faults)
        known = {Path(layer.file).stem for layer in self.layers}
        for layer in self.layers:
            if not (self.folder / "layers" / layer.file).is_file():
                out.append(Fault(layer.id, "layers.file", layer.file, "a file in geo/layers"))
        for region in self.regions.values():
            stem = region.geometry.partition("#")[0]
            if stem not in known:
                out.append(Fault(region.id, "geometry", stem, "a layer of layers.yaml"))
            try:
                out += _shape_faults(region.id, self.geometry(region.id))
            except (KeyError, ValueError, TypeError, shapely.errors.ShapelyError):
                out.append(Fault(region.id, "geometry", region.geometry, "a shape in its layer"))
        return out


def _shape_faults(name: str, geometry: BaseGeometry) -> Iterable[Fault]:
    if not isinstance(geometry, (Polygon, MultiPolygon)) or geometry.is_empty:
        yield Fault(name, "geometry", geometry.geom_type, "polygons")
    elif not geometry.is_valid:
        yield Fault(name, "geometry", shapely.is_valid_reason(geometry), "a valid shape")
    elif not box(-180, -90, 180, 90).covers(geometry):
        yield Fault(name, "geometry", str(geometry.bounds), "degrees of longitude and latitude")
