"""What is on the screen, and its address: one table of state ↔ query parameters.

Unknown parameters are left alone (Streamlit and hosts have their own); a value that cannot be
read is ignored with a notice. Parameters at their default are not written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from timeline.collection import Collection
from timeline.dates import DateError, parse_edtf
from timeline.select import Filters

MAX_VALUE = 8000  # characters of one parameter that are read: room for every id there is


@dataclass(frozen=True, slots=True)
class ViewState:
    """The state all views follow; None means the collection's default."""

    event: str | None = None
    from_: dt.date | None = None  # window of the timeline
    to: dt.date | None = None
    asof: dt.date | None = None
    camera: tuple[float, float, float] | None = None  # lon, lat, zoom
    lanes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: str = ""
    first: dt.date | None = None  # period filter
    last: dt.date | None = None

    @property
    def filters(self) -> Filters:
        """The part of the state that chooses events."""
        return Filters(self.lanes, self.actors, self.places, self.words, self.first, self.last)


def _day(text: str, _: Collection) -> dt.date:
    value = parse_edtf(text)
    if value.precision not in ("day", "month", "year") or value.earliest is None:
        raise ValueError("a day such as 1920-04-28")
    return value.earliest


def _last_day(text: str, collection: Collection) -> dt.date:
    _day(text, collection)
    latest = parse_edtf(text).latest
    assert latest is not None
    return latest


def _event(text: str, collection: Collection) -> str:
    if text not in collection.events:
        raise ValueError("the id of an event in this collection")
    return text


def _camera(text: str, _: Collection) -> tuple[float, float, float]:
    try:
        lon, lat, zoom = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError("lon,lat,zoom") from None
    if not (-180 <= lon <= 180 and -85 <= lat <= 85 and 0 <= zoom <= 16):
        raise ValueError("lon,lat,zoom within ±180, ±85, 0–16")
    return lon, lat, zoom


def _ids(known: Callable[[Collection], Any]) -> Callable[[str, Collection], tuple[str, ...]]:
    def read(text: str, collection: Collection) -> tuple[str, ...]:
        ids = tuple(dict.fromkeys(part for part in text.split(".") if part))
        if unknown := [i for i in ids if i not in known(collection)]:
            raise ValueError(f"ids of this collection (unknown: {unknown[0]!r})")
        return ids

    return read


def _words(text: str, _: Collection) -> str:
    return " ".join(text.split())


def _camera_text(value: tuple[float, float, float]) -> str:
    return f"{value[0]:.3f},{value[1]:.3f},{value[2]:.2f}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A row of the table: name in the address, field of the state, both ways."""

    name: str
    field: str
    read: Callable[[str, Collection], Any]
    write: Callable[[Any], str] = str


TABLE = (
    Parameter("event", "event", _event),
    Parameter("from", "from_", _day),
    Parameter("to", "to", _last_day),
    Parameter("asof", "asof", _day),
    Parameter("at", "camera", _camera, _camera_text),
    Parameter("theme", "lanes", _ids(lambda c: {x.id for x in c.head.lanes}), ".".join),
    Parameter("actor", "actors", _ids(lambda c: c.actors), ".".join),
    Parameter("place", "places", _ids(lambda c: c.places), ".".join),
    Parameter("q", "words", _words),
    Parameter("since", "first", _day),
    Parameter("until", "last", _last_day),
)


def read(params: Mapping[str, str], collection: Collection) -> tuple[ViewState, tuple[str, ...]]:
    """The state an address asks for, and a notice for each value that could not be read."""
    state: dict[str, Any] = {}
    notices: list[str] = []
    for row in TABLE:
        text = params.get(row.name)
        if text is None or text == "":
            continue
        try:
            if len(text) > MAX_VALUE:
                raise ValueError(f"at most {MAX_VALUE} characters")
            state[row.field] = row.read(text, collection)
        except DateError as error:
            notices.append(f"{row.name}={text[:40]}: {error}")
        except ValueError as error:
            notices.append(f"{row.name}={text[:40]}: expected {error}")
    for low, high in (("from_", "to"), ("first", "last")):
        if low in state and high in state and state[low] > state[high]:
            notices.append(f"{low.rstrip('_')} is after {high}: both ignored")
            del state[low], state[high]
    return ViewState(**state), tuple(notices)


def write(state: ViewState) -> dict[str, str]:
    """The query parameters of a state; what is unset is left out."""
    out: dict[str, str] = {}
    for row in TABLE:
        value = getattr(state, row.field)
        if value not in (None, (), ""):
            out[row.name] = row.write(value)
    return out


assert {row.field for row in TABLE} == {f.name for f in fields(ViewState)}
