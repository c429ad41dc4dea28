"""What people read, as HTML: one set of autoescaping templates for app, embed and handout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.collection import Collection
from timeline.dates import format_date, precision_words
from timeline.draw.palette import PALETTE, symbol
from timeline.model import Citation, Claim, Event, Place

CHECKED = {
    "read": "read",
    "excerpt": "read in excerpt",
    "unopened": "not opened",
}
ROLES = {
    "site": "",
    "seat": "seat",
    "subject": "subject",
    "target": "target",
    "origin": "from",
    "via": "by way of",
    "destination": "to",
}


@cache
def environment() -> Environment:
    """The templates: autoescaping, and a name nobody gave is an error."""
    env = Environment(
        loader=PackageLoader("timeline.viewer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["say"] = lambda value: format_date(value, "en")
    env.filters["number"] = lambda value: f"{value:,.10g}".replace(",", "\u202f")
    env.filters["title"] = lambda titles: titles.get("en") or next(iter(titles.values()))
    env.globals["symbol"] = lambda lane: Markup(symbol(lane)[1])
    env.globals["checked"] = CHECKED
    return env


class Notes:
    """Numbered notes of one panel: a source and locator gets its number at first use."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._numbers: dict[tuple, int] = {}
        self.entries: list[dict[str, Any]] = []

    def number(self, cite: Citation) -> int:
        """The number of a citation, given on first use."""
        key = (cite.source, cite.locator, cite.quote)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            source = self._collection.sources[cite.source]
            self.entries.append({"cite": cite, "source": source, "n": self._numbers[key]})
        return self._numbers[key]

    def all(self, cites: Iterable[Citation]) -> list[int]:
        """The numbers of several citations, in order."""
        return [self.number(c) for c in cites]


def _names(place: Place, event: Event) -> dict[str, Any]:
    day = event.date.earliest or event.date.latest
    assert day is not None
    first = place.name_on(day, "en")
    others, seen = [], {first}
    for name in place.names:
        if name.text not in seen and (name.holds_on(day) or name.lang == "en"):
            seen.add(name.text)
            others.append({"text": name.text, "lang": name.lang})
    return {"first": first, "others": others}


def _claims(collection: Collection, event: Event, notes: Notes) -> list[dict[str, Any]]:
    known = collection.claims
    positions = {p.id: p.label["en"] for p in collection.head.positions}

    def links(ids: Iterable[str]) -> list[dict[str, Any]]:
        return [
            {"event": known[i][0], "claim": known[i][1], "here": known[i][0].id == event.id}
            for i in ids
            if i in known
        ]

    def sort_key(claim: Claim) -> tuple[bool, Any]:
        return (claim.said is None, claim.said or 0)

    out = []
    for claim in sorted(event.claims, key=sort_key):
        out.append(
            {
                "claim": claim,
                "notes": notes.all(claim.cite),
                "position": positions.get(claim.speaks_for or "", ""),
                "disputes": links(claim.disputes),
                "supports": links(claim.supports),
            }
        )
    return out


def _family(collection: Collection, event: Event) -> dict[str, list[Event]]:
    events = collection.events
    return {
        "Part of": [e for e in (events.get(event.part_of or ""),) if e],
        "Its parts": [e for e in events.values() if e.part_of == event.id],
        "Follows": [events[i] for i in event.follows if i in events],
        "Followed by": [e for e in events.values() if event.id in e.follows],
    }


def panel(collection: Collection, event: Event) -> str:
    """The panel of an event: what, when, where, who, numbers, claims, sources."""
    notes = Notes(collection)
    lane = collection.lane(event)
    order = list(collection.events)
    at = order.index(event.id)
    neighbours = {
        "previous": collection.events[order[at - 1]] if at else None,
        "next": collection.events[order[at + 1]] if at + 1 < len(order) else None,
    }
    return environment().get_template("panel.html").render(
        event=event,
        lane=lane,
        lane_label=next(x.label["en"] for x in collection.head.lanes if x.id == lane),
        kind=next(k.label["en"] for k in collection.head.kinds if k.id == event.kind),
        precision=precision_words(event.date, "en"),
        main_notes=notes.all(event.cite),
        figures=[{"figure": f, "notes": notes.all(f.cite)} for f in event.figures],
        claims=_claims(collection, event, notes),
        places=[
            {**_names(collection.places[p.place], event), "role": ROLES[p.role]}
            for p in event.places
        ],
        actors=[collection.actors[a] for a in event.actors],
        questions=collection.questions_on.get(event.id, ()),
        told=collection.told_of.get(event.id, ()),
        family=_family(collection, event),
        notes=notes.entries,
        **neighbours,
    )  # fmt: skip


def _choices(collection: Collection) -> dict[str, list[dict[str, str]]]:
    events = collection.events.values()
    actors = {a for e in events for a in e.actors}
    places = {p.place for e in events for p in e.places}
    names = {k: p.names[0].text for k, p in collection.places.items()}
    return {
        "theme": [{"id": x.id, "label": x.label["en"]} for x in collection.head.lanes],
        "actor": sorted(
            ({"id": k, "label": (collection.actors[k].short or collection.actors[k].name)["en"]}
             for k in actors),
            key=lambda c: c["label"],
        ),
        "place": sorted(
            ({"id": k, "label": names[k]} for k in places), key=lambda c: c["label"]
        ),
    }  # fmt: skip


def shell(collection: Collection, still: str = "") -> str:
    """The page of the viewer before any library is loaded: bar, list, still map, empty plot."""
    return environment().get_template("shell.html").render(
        head=collection.head,
        events=[(e, collection.lane(e)) for e in collection.events.values()],
        counts={"events": len(collection.events), "sources": len(collection.sources)},
        skipped=collection.skipped,
        problems=[str(p) for p in collection.errors()][:20],
        choices_of=_choices(collection),
        themes=PALETTE,
        still=still,
    )  # fmt: skip
