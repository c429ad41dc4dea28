"""Which events are shown: the one selector that every view uses."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.collection import Collection
from timeline.model import Event

# Letters that Unicode does not decompose to the plain letter people type.
_PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ё": "е"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asks for; empty means everything. Within a field any match is enough."""

    lanes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: str = ""
    first: dt.date | None = None  # period, inclusive
    last: dt.date | None = None

    def __bool__(self) -> bool:
        return bool(
            self.lanes or self.actors or self.places or self.words.strip()
            or self.first or self.last
        )  # fmt: skip


def fold(text: str) -> str:
    """Text for comparing: no case, no diacritics (Şuşa = susa, İrəvan = irevan).

    NFKD of Unicode (UAX 15) without combining marks, and the letters of ``_PLAIN``.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return plain.casefold().translate(_PLAIN)


@dataclass(frozen=True)
class Index:
    """For each event, the folded text that words are looked for in."""

    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, collection: Collection) -> Index:
        """Index titles, labels, summaries, claims, and names of places and actors in all
        languages."""
        names = {
            key: " ".join(name.text for name in place.names)
            for key, place in collection.places.items()
        }
        actors = {
            key: " ".join([*a.name.values(), *(a.short or {}).values()])
            for key, a in collection.actors.items()
        }
        texts = {}
        for event in collection.events.values():
            parts = [*event.title.values(), *event.label.values(), *event.summary.values()]
            parts += [names[p.place] for p in event.places]
            parts += [actors[a] for a in event.actors]
            for claim in event.claims:
                parts += [*claim.by.values(), *claim.says.values()]
            texts[event.id] = fold(" ".join(parts))
        return cls(texts)


_INDEXES: dict[str, Index] = {}  # by data version; a process sees few of them


def index_of(collection: Collection) -> Index:
    """The index of a collection, made once per data version."""
    if collection.digest not in _INDEXES:
        if len(_INDEXES) >= 8:
            _INDEXES.clear()
        _INDEXES[collection.digest] = Index.of(collection)
    return _INDEXES[collection.digest]


def matches(collection: Collection, event: Event, filters: Filters, words: Iterable[str]) -> bool:
    """Whether an event passes all filters; ``words`` are folded and all must be found."""
    if filters.lanes and collection.lane(event) not in filters.lanes:
        return False
    if filters.actors and not set(filters.actors) & set(event.actors):
        return False
    if filters.places and not {p.place for p in event.places} & set(filters.places):
        return False
    if not event.date.overlaps(filters.first, filters.last):
        return False
    text = index_of(collection).texts[event.id]
    return all(word in text for word in words)


def select(collection: Collection, filters: Filters) -> tuple[Event, ...]:
    """The events that pass the filters, in order of date."""
    words = fold(filters.words).split()
    return tuple(e for e in collection.events.values() if matches(collection, e, filters, words))


def counts(collection: Collection, filters: Filters) -> dict[str, dict[str, int]]:
    """How many events each choice of lane, actor and place would show with the other filters.

    The field counted is itself left open, so that a count says what choosing it gives.
    """
    out: dict[str, dict[str, int]] = {"lanes": {}, "actors": {}, "places": {}}
    for name in out:
        open_here = Filters(**{
            f: getattr(filters, f) for f in Filters.__dataclass_fields__ if f != name
        })  # fmt: skip
        for event in select(collection, open_here):
            values = {
                "lanes": [collection.lane(event)],
                "actors": event.actors,
                "places": [p.place for p in event.places],
            }[name]
            for value in dict.fromkeys(values):
                out[name][value] = out[name].get(value, 0) + 1
    return out
