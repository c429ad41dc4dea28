"""Time and place between records: parts inside their wholes, paths that end at named places."""

from __future__ import annotations

import math

from timeline.checks.telling import Tell, Types
from timeline.dates import Edtf
from timeline.model import Event

EARTH_KM = 6371.0088  # mean radius, IUGG
NEAR_KM = 10.0  # an end of a path may stand this far from the place it leads to, beside its error


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (lon, lat) points in kilometres (haversine)."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(math.radians, p)) for p in (a, b))
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def _within(part: Edtf, whole: Edtf) -> bool:
    early = whole.earliest is None or (
        part.earliest is not None and part.earliest >= whole.earliest
    )
    late = whole.latest is None or (part.latest is not None and part.latest <= whole.latest)
    return early and late


def _circular(event: Event, events: dict[str, Event]) -> bool:
    seen, at = {event.id}, event.part_of
    while at in events:
        if at in seen:
            return True
        seen.add(at)
        at = events[at].part_of
    return False


def spans(types: Types, tell: Tell) -> None:
    """Parts outside the time of their whole, wholes within themselves, loose ends of paths."""
    events: dict[str, Event] = types["events"]
    points = {key: place.point for key, place in types["places"].items()}
    for key, event in events.items():
        whole = events.get(event.part_of or "")
        if whole and whole is not event:
            if _circular(event, events):
                tell("events", key, ("part_of",), repr(event.part_of), "no event it is a whole of")
            elif not _within(event.date, whole.date):
                expected = f"a date inside {whole.date}, that of {whole.id}"
                tell("events", key, ("date",), str(event.date), expected)
        if event.path is None:
            continue
        for i in (0, len(event.path.points) - 1) if event.path.points else ():
            end = event.path.points[i]
            nearest = min(km_between(end, point) for point in points.values())
            if nearest > NEAR_KM + event.path.error_km:
                expected = f"a named place within {NEAR_KM + event.path.error_km:g} km"
                tell("events", key, ("path", "points", i), f"{nearest:.0f} km", expected, "warning")
