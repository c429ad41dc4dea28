"""A source article read statement by statement, as HTML; and a worksheet made of it.

The article's text is not in the collection: a phrase of it shows where a statement stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from timeline.collection import Collection
from timeline.dates import format_date
from timeline.draw.palette import PALETTE
from timeline.model import Event, Reading
from timeline.viewer.html import Notes, environment

VERDICTS = {
    "supported": ("Supported", "independent sources say the same"),
    "attributed-claim": ("Claim", "a position that others do not share"),
    "imprecise": ("Imprecise", "right in the main, wrong or vague in a detail"),
    "anachronism": ("Anachronism", "a name, border or state of another time"),
    "contradicted": ("Contradicted", "independent sources say otherwise"),
}
VOICES = {"narrator": "the article itself", "publisher": "headline or note"}
LONG = 10  # years: a longer time is a background and names no year
EASY = 6  # tasks of each kind on a worksheet


def _years(dates: Sequence[Any]) -> set[int]:
    out: set[int] = set()
    for date in dates:
        if date is None or date.earliest is None or date.latest is None:
            continue
        if date.latest.year - date.earliest.year < LONG:
            out.update(range(date.earliest.year, date.latest.year + 1))
    return out


def strip(collection: Collection, reading: Reading) -> list[dict[str, Any]]:
    """Each year of the collection: whether the article speaks of it, and how many events it had."""
    view = collection.head.default_view
    assert view.from_.earliest and view.to.latest
    named = _years([s.date for s in reading.statements])
    events: Counter[int] = Counter(
        e.date.earliest.year for e in collection.events.values() if e.date.earliest
    )
    return [
        {"year": year, "named": year in named, "events": events[year]}
        for year in range(view.from_.earliest.year, view.to.latest.year + 1)
    ]


def places(collection: Collection, reading: Reading) -> list[dict[str, Any]]:
    """The places of the events an article speaks of, under their first English name."""
    counted: Counter[str] = Counter()
    for key in dict.fromkeys(s.event for s in reading.statements if s.event):
        counted.update(p.place for p in collection.events[key].places[:1])
    return [
        {"id": key, "name": collection.places[key].names[0].text,
         "point": collection.places[key].point, "n": n}
        for key, n in counted.most_common()
    ]  # fmt: skip


def page(collection: Collection, reading: Reading, chosen: str | None = None) -> str:
    """One reading: statements with verdicts, the years it covers, what it leaves out."""
    notes = Notes(collection)
    rows = [
        {
            "s": s, "notes": notes.all(s.cite),
            "event": collection.events.get(s.event or ""), "verdict": VERDICTS[s.verdict],
            "voice": s.speaker or VOICES[s.voice],
        }
        for s in reading.statements
    ]  # fmt: skip
    years = strip(collection, reading)
    made = _templates().reading(
        reading=reading, source=collection.sources[reading.source], rows=rows, chosen=chosen,
        verdicts=VERDICTS, counts=Counter(s.verdict for s in reading.statements),
        years=years, most=max(y["events"] for y in years), places=places(collection, reading),
        omissions=[
            {"o": o, "notes": notes.all(o.cite), "events": [collection.events[e] for e in o.events]}
            for o in reading.omissions
        ],
        notes=notes.entries,
    )  # fmt: skip
    return str(made)


def shared(collection: Collection) -> list[Event]:
    """Events that two articles or more speak of, in order of date."""
    told = {key: {reading.id for reading, _ in found} for key, found in collection.told_of.items()}
    return [e for e in collection.events.values() if len(told.get(e.id, ())) > 1]


def side_by_side(collection: Collection, event: Event) -> str:
    """What each article says of one event, in equal columns."""
    notes = Notes(collection)
    columns = []
    for reading in collection.readings.values():
        told = [s for s in reading.statements if s.event == event.id]
        if told:
            columns.append({
                "reading": reading, "source": collection.sources[reading.source],
                "rows": [{"s": s, "verdict": VERDICTS[s.verdict], "notes": notes.all(s.cite),
                          "voice": s.speaker or VOICES[s.voice]} for s in told],
            })  # fmt: skip
    made = _templates().side_by_side(event=event, columns=columns, notes=notes.entries)
    return str(made)


def index(collection: Collection) -> str:
    """The readings, with how many statements and which years each has."""
    rows = []
    for reading in collection.readings.values():
        years = sorted(_years([s.date for s in reading.statements]))
        rows.append({
            "reading": reading, "source": collection.sources[reading.source],
            "n": len(reading.statements),
            "years": f"{years[0]}–{years[-1]}" if years else "",
        })  # fmt: skip
    return str(_templates().index(rows=rows, verdicts=VERDICTS))


def worksheet(collection: Collection, reading: Reading, answers: bool = False) -> str:
    """Tasks on an article: find the date, the speaker, the contradiction, what is missing.

    Made of the reading itself; with ``answers`` for the teacher.
    """
    statements = reading.statements
    tasks = [
        {
            "title": "Find the date",
            "ask": "When does the article say that this happened? Write the words it uses, and the "
                   "day, month or year they mean.",
            "items": [
                {"q": collection.events[s.event].title["en"], "where": s.paragraph,
                 "a": f"“{s.date_words}”: {format_date(s.date, 'en')}"}
                for s in statements if s.event and s.date is not None and s.date_words
            ][:EASY],
        },
        {
            "title": "Find the speaker",
            "ask": "Who says this: the article itself, or somebody it quotes? Who?",
            "items": [
                {"q": f"“{s.phrase}”", "where": s.paragraph, "a": s.speaker or VOICES[s.voice]}
                for s in sorted(statements, key=lambda s: s.voice == "narrator")
            ][:EASY],
        },
        {
            "title": "Find the contradiction",
            "ask": "Compare with the event in the collection: where do others say otherwise?",
            "items": [
                {"q": s.says["en"], "where": s.paragraph, "a": f"{VERDICTS[s.verdict][0]}. {s.why}"}
                for s in statements
                if s.verdict in ("contradicted", "imprecise", "anachronism")
            ][:EASY],
        },
        {
            "title": "Find what is missing",
            "ask": "What would a reader need that the article does not tell? Name the event.",
            "items": [
                {"q": "", "where": None, "a": o.says["en"]} for o in reading.omissions
            ][:EASY],
        },
    ]  # fmt: skip
    made = _templates().worksheet(
        reading=reading, source=collection.sources[reading.source], answers=answers,
        tasks=[t for t in tasks if t["items"]],
    )  # fmt: skip
    return str(made)


def style() -> str:
    """The styles of these pages, to be put on a page once."""
    return str(_templates().style(light=PALETTE["light"], dark=PALETTE["dark"]))


@cache
def _templates() -> Any:
    return environment().get_template("reading.html").module
