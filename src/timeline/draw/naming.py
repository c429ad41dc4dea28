"""Which names the picture wants, by weight, and the spots where each may stand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from timeline.draw.camera import Xy
from timeline.draw.lettering import Face, measure, short, wrapped
from timeline.draw.placing import NOWHERE, Candidate, Label, Spot, around, rings, room
from timeline.draw.subject import Subject
from timeline.model import Region

SMALLEST = 2500  # square pixels of an area that gets a name


def candidates(subject: Subject) -> Iterator[Candidate]:
    """Names by weight: event, its places, areas in focus, capitals, states, towns."""
    towns = list(_towns(subject))
    event = subject.event
    if event:
        x, y = subject.camera.pixel(subject.collection.places[event.places[0].place].point)
        label = Label(event.label["en"], "event", NOWHERE, subject.event_colour(), "bold", 14.5)
        yield label, around(x, y, 18)
    yield from ((t, s) for t, s in towns if t.rank == 0)
    yield from _focus(subject)
    yield from ((t, s) for t, s in towns if t.rank == 1)
    yield from _states(subject)
    yield from ((t, s) for t, s in towns if t.rank > 1)


def _states(subject: Subject) -> Iterator[Candidate]:
    """States: where they are seen, off the areas in focus if they can be."""
    states = [r for r in subject.fills if not r.focus]
    marked = _together([subject.flat(r) for r in subject.focus])
    for i, region in enumerate(states):
        at = _label_point(subject, region, states[i + 1 :])
        if at is None:
            continue
        text = wrapped(short(region.name["en"]), 24)
        area = subject.flat(region)
        spots = [s for s in rings(*at, 20, 6) if area.contains(shapely.Point(s[:2]))]
        size = measure(text, "serif", 15.5)
        covers = {s: room(s, size).intersects(marked) for s in spots}
        spots.sort(key=covers.__getitem__)
        yield Label(text, "state", NOWHERE, subject.theme.quiet, "serif", 15.5), spots


def _focus(subject: Subject) -> Iterator[Candidate]:
    """The three areas: names beside rather than over them, where they are small."""
    if subject.camera.zoom < 4:
        return
    areas = [subject.flat(r) for r in subject.focus]
    all_areas = _together(areas)
    for region, area in zip(subject.focus, areas, strict=True):
        at = _label_point(subject, region, [])
        if at is None:
            continue
        text = wrapped(short(region.name["en"]).upper(), 17)
        size = measure(text, "bold", 12)

        def cost(spot: Spot, own: BaseGeometry = area, at: Xy = at, size: Xy = size) -> float:
            x, y, _ = spot
            name = room(spot, size)
            if own.contains(name):
                return 0.0
            over = shapely.intersection(name, all_areas).area / name.area
            return 9 * over + math.hypot(x - at[0], 1.5 * (y - at[1])) / 20

        colour = subject.theme.focus[region.focus or ""]
        label = Label(text, "focus", NOWHERE, colour, "bold", 12, at)
        yield label, sorted(rings(*at, 20, 8), key=cost)


def _towns(subject: Subject) -> Iterator[Candidate]:
    zoom, (width, height) = subject.camera.zoom, subject.size
    limit = 1 if zoom < 4 else 2 if zoom < 5.4 else 3 if zoom < 7 else 4
    own = {p.place for p in subject.event.places} if subject.event else set()
    for place in sorted(subject.collection.places.values(), key=lambda p: p.rank):
        x, y = subject.camera.pixel(place.point)
        mine = place.id in own
        if (place.rank > limit and not mine) or not (0 < x < width and 0 < y < height):
            continue
        size = 13.0 if place.rank < 3 else 12.0
        face: Face = "bold" if place.rank == 1 else "sans"
        label = Label(
            place.name_on(subject.asof, "en"), "town", NOWHERE, subject.theme.ink, face, size,
            (x, y), 0 if mine else place.rank, not mine,
        )  # fmt: skip
        yield label, around(x, y, 15 if mine else 6)


def _label_point(subject: Subject, region: Region, above: Sequence[Region]) -> Xy | None:
    """Where a region's name goes: well inside the part of it that is seen and not covered."""
    atlas, (width, height) = subject.atlas, subject.size
    x, y = subject.camera.pixel(atlas.label_point(region.id))
    spot = shapely.Point(atlas.label_point(region.id))
    if (
        80 < x < width - 80
        and 40 < y < height - 40
        and not any(atlas.geometry(r.id).contains(spot) for r in above)
    ):
        return x, y
    seen = subject.flat(region)
    for other in above:
        seen = shapely.difference(seen, subject.flat(other))
    parts = [p for p in shapely.get_parts(seen) if p.geom_type == "Polygon"]
    part = max(parts, key=lambda p: p.area, default=None)
    if part is None or part.area < SMALLEST:
        return None
    ray = shapely.maximum_inscribed_circle(part, tolerance=4)
    return float(ray.coords[0][0]), float(ray.coords[0][1])


def _together(areas: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all([shapely.buffer(area, 0) for area in areas])
