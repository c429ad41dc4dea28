"""What the collection covers, in numbers: so that a bias shows as a number.

Counts events by era, theme and area, sources by position, kind and how much was seen of them.
``docs/coverage.md`` is `report` of the shipped collection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import shapely

from timeline.atlas import Atlas
from timeline.checks import cites_of
from timeline.collection import Collection
from timeline.model import Event

LANGUAGES = ("en", "az", "hy", "ru")  # a place of the region has a name in each of these
ELSEWHERE, UNALIGNED = "elsewhere", "none in particular"


def era_of(collection: Collection, event: Event) -> str:
    """The era an event begins in; an event open to the past is in the first one."""
    first = event.date.earliest
    for era in collection.head.eras:
        latest = era.dates.latest
        if first is None or latest is None or first <= latest:
            return era.label["en"]
    return collection.head.eras[-1].label["en"] if collection.head.eras else ""


def areas_of(collection: Collection, atlas: Atlas, event: Event) -> set[str]:
    """The focus areas an event touches: those that hold one of its places on its first day."""
    day = event.date.earliest or event.date.latest
    assert day is not None  # a drawn date is open on one side at most
    points = shapely.points([collection.places[p.place].point for p in event.places])
    return {
        region.focus
        for region in atlas.on(day)
        if region.focus and shapely.intersects(atlas.geometry(region.id), points).any()
    }


def summary(collection: Collection) -> str:
    """The counts of `timeline check`, a line each."""
    sources = collection.sources.values()
    seen = sum(
        any(collection.sources[s].checked != "unopened" for s in event.sources())
        for event in collection.events.values()
    )
    named = sum({n.lang for n in p.names} >= set(LANGUAGES) for p in collection.places.values())
    cited = sum(any(cites_of(p)) for p in collection.places.values())
    eras = Counter(era_of(collection, e) for e in collection.events.values())
    lines = [
        "events by era: " + ", ".join(
            f"{era.label['en']} {eras[era.label['en']]}" for era in collection.head.eras
        ),
        f"events with a citation that was opened: {seen} of {len(collection.events)}; "
        f"movements: {sum(e.path is not None for e in collection.events.values())}",
        f"primary documents: {sum(s.kind in ('primary-document', 'court') for s in sources)}; "
        f"claims: {sum(len(e.claims) for e in collection.events.values())}; "
        f"questions: {len(collection.questions)} with "
        f"{sum(len(q.positions) for q in collection.questions.values())} positions",
        f"places with names in {', '.join(LANGUAGES)}: {named}; places with citations: {cited}",
    ]  # fmt: skip
    return "\n".join(lines)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    out = ["| " + " | ".join(heads) + " |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    return [*out, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def _positions(collection: Collection) -> list[tuple[str, str]]:
    labels = [(p.id, p.label["en"]) for p in collection.head.positions]
    return [*labels, ("", UNALIGNED)]


def _events(collection: Collection, atlas: Atlas) -> list[str]:
    lanes = collection.head.lanes
    areas = sorted({r.focus for r in collection.regions.values() if r.focus})
    rows = []
    for era in collection.head.eras:
        here = [e for e in collection.events.values()
                if era_of(collection, e) == era.label["en"]]  # fmt: skip
        themes = Counter(collection.lane(e) for e in here)
        touched = Counter(
            area for e in here for area in areas_of(collection, atlas, e) or {ELSEWHERE}
        )
        rows.append([
            era.label["en"], len(here), *(themes[lane.id] for lane in lanes),
            *(touched[a] for a in (*areas, ELSEWHERE)),
            sum(e.contested for e in here), sum(len(e.claims) for e in here),
        ])  # fmt: skip
    heads = ["Era", "Events", *(lane.label["en"] for lane in lanes),
             *(a.title() for a in areas), ELSEWHERE.title(), "Contested", "Claims"]  # fmt: skip
    return _table(heads, rows)


def _voices(collection: Collection) -> list[str]:
    """Claims and positions by whom they speak for, in each era."""
    eras = [era.label["en"] for era in collection.head.eras]
    claims = Counter(
        (claim.speaks_for or "", era_of(collection, event))
        for event in collection.events.values()
        for claim in event.claims
    )
    asked = Counter(
        p.speaks_for for q in collection.questions.values() for p in q.positions
    )  # fmt: skip
    rows = [
        [label, *(claims[key, era] for era in eras), asked[key]]
        for key, label in _positions(collection)
    ]
    return _table(["Who speaks in claims", *eras, "In questions"], rows)


def _sources(collection: Collection) -> list[str]:
    cited = Counter(s for e in collection.events.values() for s in e.sources())
    kinds = sorted({s.kind for s in collection.sources.values()})
    rows = []
    for key, label in _positions(collection):
        here = [s for s in collection.sources.values() if (s.speaks_for or "") == key]
        kind = Counter(s.kind for s in here)
        rows.append([
            label, len(here), sum(cited[s.id] for s in here), *(kind[k] for k in kinds),
        ])  # fmt: skip
    heads = ["Whose position a source carries", "Sources", "Events citing",
             *(k.replace("-", " ") for k in kinds)]  # fmt: skip
    out = _table(heads, rows)
    seen = Counter(str(s.checked) for s in collection.sources.values())
    marks = ("read", "excerpt", "unopened")
    return [*out, *_table(["Seen of them", *marks], [["Sources", *(seen[m] for m in marks)]])]


def report(collection: Collection, atlas: Atlas) -> str:
    """The coverage of a collection as Markdown."""
    lines = [
        "# Coverage: what the collection holds, in numbers",
        "",
        "Made from the data by `timeline coverage`; a test keeps it true. An event counts in the "
        "era it begins in, and for each of the three areas that holds one of its places. A number "
        "here is no measure of truth: it shows where the collection may lean.",
        "",
        "## Events",
        "",
        *_events(collection, atlas),
        "## Voices",
        "",
        *_voices(collection),
        "## Sources",
        "",
        *_sources(collection),
    ]
    return "\n".join(lines)
