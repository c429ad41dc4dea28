"""What the viewer shows, as one JSON value; and the map geometry beside it.

The scene is the whole agreement between Python and the browser half: figure, deck, items,
borders by date, names by date, and the texts as HTML. Days are ISO strings (both ends
inclusive), points ``[lon, lat]``.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Any

from timeline.atlas import Atlas
from timeline.collection import Collection
from timeline.dates import format_date
from timeline.draw import map as draw_map
from timeline.draw import timeline as draw_timeline
from timeline.draw.palette import MARK_PX, PALETTE, THEMES, lane_colour, symbol
from timeline.levels import drawn
from timeline.model import STATE_KINDS, Event, Place, Region
from timeline.viewer import html

SHORT = 4  # an event of at most so many days is shown as of its last day, else of its first


def asof_of(event: Event) -> dt.date:
    """The day the map shows for an event."""
    first, last = draw_timeline.bounds(event.date)
    if event.date.precision == "interval" and event.date.latest is None:
        return first
    return last if (last - first).days < SHORT else first


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def item(collection: Collection, event: Event) -> dict[str, Any]:
    """An event as the views need it."""
    first, last = draw_timeline.bounds(event.date)
    points = [list(collection.places[p.place].point) for p in event.places]
    line = [list(p) for p in collection.line_of(event)]
    return {
        "id": event.id,
        "label": event.label["en"],
        "title": event.title["en"],
        "when": format_date(event.date, "en"),
        "lane": collection.lane(event),
        "weight": event.weight,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "asof": asof_of(event).isoformat(),
        "at": points[0],
        "spots": points[1:],
        "path": line,
        "place": event.places[0].place,
        "contested": event.contested,
    }


def _far(point: tuple[float, float]) -> float:
    """Degrees from the middle of the three areas: nearer powers stand first in the key."""
    return math.hypot(point[0] - 46.3, point[1] - 39.6)


def border(atlas: Atlas, region: Region, groups: dict[str, str]) -> dict[str, Any]:
    """A region as the map needs it: when, whose, how exact; its shape is in the geometry."""
    point = atlas.label_point(region.id)
    return {
        "id": region.id,
        "name": region.name["en"],
        "kind": region.kind,
        "status": region.status,
        "gap": region.gap,
        "state": region.kind in STATE_KINDS,
        "fill": region.kind in STATE_KINDS and region.status == "recognised",
        "focus": region.focus,
        "group": groups.get(region.by or "", "international"),
        "from": _iso(region.valid.earliest),
        "to": _iso(region.valid.latest),
        "shape": region.geometry,
        "label": list(point),
        "box": [round(x, 3) for x in atlas.geometry(region.id).bounds],
        "area": round(atlas.area_km2(region.id)),
        "far": round(_far(point), 2),
        "error": region.error_km,
        "basis": region.basis,
    }


def town(place: Place) -> dict[str, Any]:
    """A place of the gazetteer as the map needs it: English names with their days."""
    names = []
    order = {"official": 0, "local": 1, "exonym": 2, "historical": 3}
    for name in sorted(place.names, key=lambda n: order[n.kind]):
        if name.lang == "en":
            first = name.from_.earliest if name.from_ else None
            last = name.to.latest if name.to else None
            names.append([_iso(first), _iso(last), name.text])
    return {"id": place.id, "at": list(place.point), "rank": place.rank, "names": names}


def _themes(collection: Collection) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in THEMES:
        theme = PALETTE[name]
        out[name] = {
            "lanes": {lane.id: lane_colour(theme, lane.id) for lane in collection.head.lanes},
            "groups": theme.groups,
            "focus": theme.focus,
            "paper": theme.paper,
            "ink": theme.ink,
            "quiet": theme.quiet,
            "halo": theme.halo,
            "water": theme.water,
            "line": theme.line,
        }
    return out


def panels(collection: Collection) -> dict[str, str]:
    """What is read of each event, as HTML by id."""
    return {key: html.panel(collection, event) for key, event in collection.events.items()}


def build(
    collection: Collection,
    atlas: Atlas,
    geometry_url: str,
    level_urls: list[dict[str, Any]],
    relief_url: str,
    panels_url: str,
) -> dict[str, Any]:
    """The scene of a collection on its atlas.

    ``geometry_url`` is where the viewer finds what ``levels.first`` gives, ``level_urls`` says
    from which zoom on it loads a finer level (``zoom``, ``url``) and where, ``panels_url`` has
    what ``panels`` gives.
    """
    events = list(collection.events.values())
    head = collection.head
    groups = {key: actor.group for key, actor in collection.actors.items()}
    relief = atlas.relief if relief_url else None
    figures, decks = {}, {}
    for name in THEMES:
        theme = PALETTE[name]
        figures[name] = draw_timeline.figure(collection, events, theme).to_plotly_json()
        decks[name] = json.loads(draw_map.deck(theme, head.default_view.camera, relief).to_json())
    default = head.default_view
    return {
        "version": head.version,
        "digest": collection.digest,
        "geometry": geometry_url,
        "levels": level_urls,
        "relief": relief_url,
        "timeline": figures,
        "deck": decks,
        "items": [item(collection, e) for e in events],
        "borders": [border(atlas, r, groups) for r in drawn(collection, atlas)],
        "changes": [d.isoformat() for d in atlas.changes()],
        "towns": [town(p) for p in collection.places.values()],
        "panels": panels_url,
        "themes": _themes(collection),
        "symbols": {lane.id: symbol(lane.id)[1] for lane in head.lanes},
        "marks": MARK_PX,
        "lanes": [{"id": lane.id, "label": lane.label["en"]} for lane in head.lanes],
        "layers": [
            {"title": layer.title, "attribution": layer.attribution} for layer in atlas.layers
        ],
        "defaults": {
            "from": _iso(default.from_.earliest),
            "to": _iso(default.to.latest),
            "asof": _iso(default.asof.earliest),
            "camera": list(default.camera),
        },
    }
