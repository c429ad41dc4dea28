"""What the picture shows: the layers and regions of the day, the event, and their colours."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from timeline.atlas import Atlas
from timeline.collection import Collection
from timeline.draw.camera import camera_of
from timeline.draw.palette import MARK_PX, PALETTE, Theme, ThemeName, lane_colour, rgb
from timeline.model import STATE_KINDS, Region


class Subject:
    """One day, seen by one camera, in one theme."""

    def __init__(
        self,
        collection: Collection,
        atlas: Atlas,
        asof: dt.date,
        event: str | None,
        theme: ThemeName,
        size: tuple[int, int],
    ) -> None:
        self.collection, self.atlas, self.asof, self.size = collection, atlas, asof, size
        self.theme: Theme = PALETTE[theme]
        self.dark = theme == "dark"
        self.event = collection.events[event] if event else None
        self.camera = camera_of(collection, self.event, size)
        self.view = box(*self.camera.view)
        self.layers = [x for x in atlas.layers if x.start and x.valid.contains(asof)]
        files = {Path(layer.file).stem for layer in self.layers}
        self.now = [
            r
            for r in atlas.on(asof)
            if r.geometry.partition("#")[0] in files and atlas.geometry(r.id).intersects(self.view)
        ]
        self.fills = [r for r in self.now if r.kind in STATE_KINDS and r.status == "recognised"]
        self.held = [r for r in self.now if r.status == "de-facto" or r.gap]
        self.focus = [r for r in self.now if r.focus and r.status != "claimed"]
        self._flats: dict[str, BaseGeometry] = {}

    def has(self, layer: str) -> bool:
        """Whether a layer can speak for the day."""
        return any(x.id == layer for x in self.layers)

    def flat(self, region: Region) -> BaseGeometry:
        """What is seen of a region, in pixels."""
        if region.id not in self._flats:
            clipped = shapely.clip_by_rect(self.atlas.geometry(region.id), *self.view.bounds)
            seen = shapely.make_valid(clipped.simplify(0.02))
            self._flats[region.id] = shapely.transform(seen, self.camera.pixels)
        return self._flats[region.id]

    def marks(self) -> list[tuple[float, float, float]]:
        """Marks of the event's places: x, y, and the radius kept free."""
        if not self.event:
            return []
        places = dict.fromkeys(p.place for p in self.event.places)
        spots = [self.camera.pixel(self.collection.places[p].point) for p in places]
        first = MARK_PX[self.event.weight] / 2 + 9
        return [(x, y, first if i == 0 else 8.0) for i, (x, y) in enumerate(spots)]

    # --- colours

    def event_colour(self) -> str:
        """The colour of the event's lane; that of ink if there is no event."""
        if self.event is None:
            return self.theme.ink
        return lane_colour(self.theme, self.collection.lane(self.event))

    def group(self, region: Region) -> str:
        """The colour of the power that has a region."""
        actor = self.collection.actors.get(region.by or "")
        groups = self.theme.groups
        return groups.get(actor.group if actor else "", groups["international"])

    def held_colour(self, region: Region, share: float) -> str:
        """A power's colour made strong enough for a line."""
        return mix(self.group(region), "#ffffff" if self.dark else "#5a3a20", share)


def mix(a: str, b: str, share: float) -> str:
    """The colour between two, ``share`` of the way to the second."""
    mixed = [round(x * (1 - share) + y * share) for x, y in zip(rgb(a), rgb(b), strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)
