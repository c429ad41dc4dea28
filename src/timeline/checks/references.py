"""What a record cannot do without, and links that may dangle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.checks.citations import cites_of
from timeline.checks.telling import Raws, Tell, Types
from timeline.model import Event, Head, Question
from timeline.problems import Problem


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
    elif kind == "questions":
        for i, event in enumerate(record.events):
            yield ("events", i), event, "events"
        for i, position in enumerate(record.positions):
            yield ("positions", i, "speaks_for"), position.speaks_for, "positions"
    elif kind == "readings":
        yield ("source",), record.source, "sources"
        for i, statement in enumerate(record.statements):
            if statement.event:
                yield ("statements", i, "event"), statement.event, "events"
        for i, omission in enumerate(record.omissions):
            for j, event in enumerate(omission.events):
                yield ("omissions", i, "events", j), event, "events"
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
    tell = Tell(raws, problems)
    known = _vocabularies(head) | {name: set(records) for name, records in types.items()}
    # In the order of reading: what actors, sources and places lose, events and regions lose too.
    for kind, records in types.items():
        for key, record in records.items():
            bad = False
            for path, wanted, where in _references(record, kind):
                if wanted in known[where]:
                    continue
                tell(kind, key, path, repr(wanted), f"an id in {where}")
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


def _positions(question: Question, claims: set[str]) -> Iterator[tuple[tuple, str, str]]:
    for i, position in enumerate(question.positions):
        for j, claim in enumerate(position.claims):
            if claim not in claims:
                yield ("positions", i, "claims", j), claim, "the id of a claim on an event"


def vocabularies(head: Head, types: Types, tell: Tell) -> None:
    """Doubled ids and dangling links in the head of the collection."""
    lanes = {lane.id for lane in head.lanes}
    for i, kind in enumerate(head.kinds):
        if kind.lane not in lanes:
            tell("head", "", ("kinds", i, "lane"), repr(kind.lane), "an id in lanes")
    for i, mark in enumerate(head.landmarks):
        if mark.event not in types["events"]:
            tell("head", "", ("landmarks", i, "event"), repr(mark.event), "an id in events")
    for name in ("lanes", "kinds", "positions", "groups"):
        ids = [x.id for x in getattr(head, name)]
        for i, key in enumerate(ids):
            if key in ids[:i]:
                tell("head", "", (name, i, "id"), repr(key), "an id of its own")


def _own_ids(types: Types, kind: str, parts: str, tell: Tell) -> None:
    """Parts of records that share an id: a link to one could mean either."""
    owners: set[str] = set()
    for key, record in types[kind].items():
        for i, part in enumerate(getattr(record, parts)):
            if part.id in owners:
                tell(kind, key, (parts, i, "id"), repr(part.id), "an id of its own")
            owners.add(part.id)


def links(types: Types, tell: Tell) -> None:
    """Links between events, claims and questions that lead nowhere, and ids used twice."""
    events: dict[str, Event] = types["events"]
    claims = {c.id for e in events.values() for c in e.claims}
    for key, event in events.items():
        for path, found, expected in _event_links(event, events, claims):
            tell("events", key, path, repr(found), expected)
    for key, question in types["questions"].items():
        for path, found, expected in _positions(question, claims):
            tell("questions", key, path, repr(found), expected)
    for key, reading in types["readings"].items():
        for i, statement in enumerate(reading.statements):
            if {c.source for c in statement.cite} == {reading.source}:
                path = ("statements", i, "cite")
                tell("readings", key, path, reading.source, "a source other than the article")
    _own_ids(types, "events", "claims", tell)
    _own_ids(types, "questions", "positions", tell)
    _own_ids(types, "readings", "statements", tell)
