"""What must hold between records: references, fair narration, enough citations.

``unusable`` names the records that cannot be shown because what they lean on is missing;
``notes`` adds the problems that leave a record showable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from timeline.model import Citation, Event, Head, Record
from timeline.problems import Problem
from timeline.records_file import RawRecord

Types = Mapping[str, dict[str, Any]]
Raws = Mapping[tuple[str, str], RawRecord]

# Words that take a side, in the narrator's own voice. Names of laws, bodies and quoted matter
# belong into claims, where they stand with their speaker.
LOADED = re.compile(
    r"\b(liberat\w+|occup(?:y|ie[sd]|iers?|ying|ations?)|so-called|regime|terroris\w+|aggress\w+"
    r"|genocid\w+|ethnic(?:ally)? cleans\w+|historic(?:al)? lands?|separatis\w+|puppet|heroic"
    r"|barbar\w+|bandits?|illegal(?:ly)?|annex(?:ed|es|ing|ations?)|invad\w+|invasion)\b",
    re.IGNORECASE,
)
MIN_CITES = {1: 5, 2: 2, 3: 2}  # weight → independent sources an event needs


@cache
def _fields(model: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record type that may hold citations, as (attribute, name in the file)."""
    fields = getattr(model, "model_fields", {})
    return tuple(
        (name, info.alias or name)
        for name, info in fields.items()
        if "Citation" in repr(info.annotation)
        or any(
            _fields(part)
            for part in get_args(info.annotation)
            if isinstance(part, type) and issubclass(part, Record)
        )
    )


def cites_of(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple, Citation]]:
    """Every citation inside a record, with the path to it."""
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, tuple):
        for i, child in enumerate(value):
            yield from cites_of(child, (*path, i))
    elif value is not None:
        for name, shown in _fields(type(value)):  # type: ignore[arg-type]
            yield from cites_of(getattr(value, name), (*path, shown))


def _references(record: Any, kind: str) -> Iterator[tuple[tuple, str, str]]:
    """What a record cannot do without: (path, id, where it must exist)."""
    for path, cite in cites_of(record):
        yield (*path, "source"), cite.source, "sources"
    if kind == "events":
        yield ("kind",), record.kind, "kinds"
        for i, place in enumerate(record.places):
            yield ("places", i, "place"), place.place, "places"
        for i, place in enumerate(record.path.places if record.path else ()):
            yield ("path", "places", i), place, "places"
        for i, actor in enumerate(record.actors):
            yield ("actors", i), actor, "actors"
        for i, claim in enumerate(record.claims):
            if claim.speaks_for:
                yield ("claims", i, "speaks_for"), claim.speaks_for, "positions"
    elif kind == "actors":
        yield ("group",), record.group, "groups"
    elif kind == "sources" and record.speaks_for:
        yield ("speaks_for",), record.speaks_for, "positions"
    elif kind == "regions" and record.by:
        yield ("by",), record.by, "actors"


def _vocabularies(head: Head) -> dict[str, set[str]]:
    return {
        "kinds": {k.id for k in head.kinds},
        "positions": {p.id for p in head.positions},
        "groups": {g.id for g in head.groups},
    }


def unusable(
    head: Head, types: Types, raws: Raws, problems: list[Problem]
) -> list[tuple[str, str]]:
    """Records that lean on something that does not exist, as (type, id); adds the problems."""
    gone: list[tuple[str, str]] = []
    known = _vocabularies(head) | {name: set(records) for name, records in types.items()}
    # In the order of reading: what actors, sources and places lose, events and regions lose too.
    for kind, records in types.items():
        for key, record in records.items():
            bad = False
            for path, wanted, where in _references(record, kind):
                if wanted in known[where]:
                    continue
                raw = raws[kind, key]
                problems.append(
                    Problem(
                        raw.file,
                        raw.line(*path),
                        key,
                        ".".join(map(str, path)),
                        repr(wanted),
                        f"an id in {where}",
                    )
                )
                bad = True
            if bad:
                gone.append((kind, key))
        known[kind] -= {key for name, key in gone if name == kind}
    return gone


def _event_links(
    event: Event, events: Mapping[str, Event], claims: set[str]
) -> Iterator[tuple[tuple, str, str]]:
    if event.part_of and event.part_of not in events:
        yield ("part_of",), event.part_of, "an id in events"
    if event.part_of == event.id:
        yield ("part_of",), event.part_of, "another event"
    for i, other in enumerate(event.follows):
        if other not in events:
            yield ("follows", i), other, "an id in events"
        elif other == event.id:
            yield ("follows", i), other, "another event"
    for i, claim in enumerate(event.claims):
        for name in ("disputes", "supports"):
            for j, other in enumerate(getattr(claim, name)):
                if other not in claims or other == claim.id:
                    yield ("claims", i, name, j), other, "the id of another claim"


def notes(head: Head, types: Types, raws: Raws, problems: list[Problem]) -> None:
    """Problems that leave a record showable: dangling links, loaded words, few citations."""

    def add(
        kind: str, key: str, path: tuple, found: str, expected: str, level: Any = "error"
    ) -> None:
        raw = raws[kind, key]
        field = ".".join(map(str, path))
        problems.append(Problem(raw.file, raw.line(*path), key, field, found, expected, level))

    events: dict[str, Event] = types["events"]
    lanes = {lane.id for lane in head.lanes}
    for i, kind in enumerate(head.kinds):
        if kind.lane not in lanes:
            add("head", "", ("kinds", i, "lane"), repr(kind.lane), "an id in lanes")
    for i, mark in enumerate(head.landmarks):
        if mark.event not in events:
            add("head", "", ("landmarks", i, "event"), repr(mark.event), "an id in events")
    for name in ("lanes", "kinds", "positions", "groups"):
        ids = [x.id for x in getattr(head, name)]
        for i, key in enumerate(ids):
            if key in ids[:i]:
                add("head", "", (name, i, "id"), repr(key), "an id of its own")
    owners: set[str] = set()
    claims = {c.id for e in events.values() for c in e.claims}
    for key, event in events.items():
        for path, found, expected in _event_links(event, events, claims):
            add("events", key, path, repr(found), expected)
        for i, claim in enumerate(event.claims):
            if claim.id in owners:
                add("events", key, ("claims", i, "id"), repr(claim.id), "an id of its own")
            owners.add(claim.id)
        independent = len(set(event.sources()))
        if independent < MIN_CITES[event.weight]:
            expected = f"at least {MIN_CITES[event.weight]} sources for weight {event.weight}"
            add("events", key, ("cite",), str(independent), expected, "warning")
        for name in ("title", "label", "summary"):
            for lang, text in getattr(event, name).items():
                if lang == "en" and (word := LOADED.search(text)):
                    expected = "neutral words from the narrator (or a claim with a speaker)"
                    add("events", key, (name,), repr(word.group()), expected, "warning")
    every = (r for records in types.values() for r in records.values())
    used = {cite.source for record in every for _, cite in cites_of(record)}
    for key in types["sources"]:
        if key not in used:
            add("sources", key, ("id",), "", "a citation of this source somewhere", "warning")
