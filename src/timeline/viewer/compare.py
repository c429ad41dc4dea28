"""Contested questions as HTML: positions side by side, numbers on one scale, who has spoken.

Positions stand in the order they were stated, in equal columns of equal type; nothing is counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.collection import Collection
from timeline.dates import format_date
from timeline.draw.palette import PALETTE
from timeline.model import Event, Figure, Question
from timeline.select import fold
from timeline.viewer.html import Notes, environment

ASPECTS = {
    "date": "when",
    "cause": "why",
    "responsibility": "who is responsible",
    "number": "how many",
    "name": "what to call it",
    "legality": "what is lawful",
    "course": "what happened",
}
WIDE = 20  # numbers further apart than this factor are drawn on a logarithmic scale


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions a reader asks for; None or nothing means all of them."""

    era: str | None = None
    position: str | None = None
    aspect: str | None = None
    words: str = ""


def _text(collection: Collection, question: Question) -> str:
    events = [collection.events[e] for e in question.events]
    actors = [collection.actors[a].name["en"] for e in events for a in e.actors]
    names = [n.text for e in events for p in e.places for n in collection.places[p.place].names]
    said = [t for p in question.positions for t in (p.by["en"], p.says["en"], *p.words)]
    titles = [e.title["en"] for e in events]
    return fold(" ".join([question.title["en"], question.why, *titles, *actors, *names, *said]))


def matching(collection: Collection, asked: Asked) -> list[Question]:
    """The questions that pass all filters, in order of their time; every word must be found."""
    words = fold(asked.words).split()
    return [
        q
        for q in collection.questions.values()
        if asked.aspect in (None, q.aspect)
        and (
            asked.era is None
            or asked.era in collection.eras_of(collection.events[e] for e in q.events)
        )
        and (asked.position is None or asked.position in {p.speaks_for for p in q.positions})
        and (not words or all(word in _text(collection, q) for word in words))
    ]


def subject(collection: Collection, question: Question) -> Event:
    """The event a question is about first of all."""
    return collection.events[question.events[0]]


# --- numbers on one scale


def _ends(figure: Figure) -> tuple[float, float]:
    given = [n for n in (figure.low, figure.best, figure.high) if n is not None]
    return min(given), max(given)


def _ticks(low: float, high: float, log: bool) -> list[float]:
    if log:
        decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        return [t for t in (10.0**d for d in decades) if low <= t <= high] or [low, high]
    step: float = 10 ** math.floor(math.log10(high / 2))
    step *= next(f for f in (1, 2, 5, 10) if high / (step * f) <= 6)
    return [step * i for i in range(int(high / step) + 1)]


def _scale(rows: Sequence[tuple[Figure, list[int]]]) -> dict[str, Any]:
    """Bars in percent of the width: of one group of figures of one kind and unit."""
    ends = [_ends(f) for f, _ in rows]
    positive = [n for pair in ends for n in pair if n > 0]
    log = bool(positive) and max(positive) / min(positive) > WIDE and min(map(min, ends)) > 0
    low, high = (min(positive) / 1.3, max(positive) * 1.15) if log else (0.0, max(positive or [1]))

    def at(n: float) -> float:
        share = math.log(n / low) / math.log(high / low) if log else n / high
        return round(100 * share, 2)

    bars = []
    for (figure, notes), (a, b) in zip(rows, ends, strict=True):
        open_end = figure.high is None and figure.best is None
        bars.append(
            {
                "figure": figure, "notes": notes, "left": at(a), "width": round(at(b) - at(a), 2),
                "best": None if figure.best is None else at(figure.best),
                "more": open_end, "less": figure.low is None and figure.best is None,
            }
        )  # fmt: skip
    return {
        "bars": sorted(bars, key=lambda x: (x["figure"].of or "", x["left"])),
        "ticks": [{"at": at(t), "n": t} for t in _ticks(low, high, log)],
        "log": log,
    }


def _numbers(events: Iterable[Event], notes: Notes) -> list[dict[str, Any]]:
    """Figures of the events by what they count, where there is more than one counter."""
    groups: dict[tuple[str, str, str], list[tuple[Figure, list[int]]]] = {}
    for event in events:
        for figure in event.figures:
            key = (event.id, figure.what, figure.unit)
            groups.setdefault(key, []).append((figure, notes.all(figure.cite)))
    titles = {e.id: e for e in events}
    return [
        {"event": titles[event], "what": what, "unit": unit, **_scale(rows)}
        for (event, what, unit), rows in groups.items()
        if len(rows) > 1
    ]


# --- when it was said


def _when(collection: Collection, question: Question) -> dict[str, Any]:
    """Years from the first event to the last statement, in percent of the width."""
    event = subject(collection, question)
    start = event.date.earliest or event.date.latest
    assert start is not None
    rows = []
    for position in question.positions:
        day = position.said.earliest or position.said.latest
        if day is not None:
            rows.append((day.year + day.timetuple().tm_yday / 366, position))
    begin = start.year + start.timetuple().tm_yday / 366
    low, high = min([begin, *(y for y, _ in rows)]), max([begin + 1, *(y for y, _ in rows)])
    span = high - low
    return {
        "event": event, "event_at": round(100 * (begin - low) / span, 2),
        "rows": [{"at": round(100 * (y - low) / span, 2), "position": p} for y, p in rows],
        "from": int(low), "to": int(high),
    }  # fmt: skip


# --- pages


def page(collection: Collection, question: Question, chosen: str | None = None) -> str:
    """One question: positions side by side, documents, numbers, when it was said, sources."""
    notes = Notes(collection)
    labels = {p.id: p.label["en"] for p in collection.head.positions}
    claims = collection.claims
    events = [collection.events[e] for e in question.events]
    columns = [
        {
            "position": p, "label": labels[p.speaks_for], "notes": notes.all(p.cite),
            "quotes": [c for c in p.cite if c.quote],
            "claimed_on": list(dict.fromkeys(claims[i][0].id for i in p.claims if i in claims)),
        }
        for p in question.positions
    ]  # fmt: skip
    ours = {i for p in question.positions for i in p.claims}
    pairs = {frozenset((a, b)) for a in ours & claims.keys() for b in claims[a][1].disputes}
    disputes = [
        [claims[i] for i in sorted(pair, key=lambda i: (str(claims[i][1].said or "9"), i))]
        for pair in sorted(pairs, key=sorted)
        if len(pair & claims.keys()) == 2
    ]
    order = list(collection.questions)
    at = order.index(question.id)
    made = _templates().question(
        question=question, aspect=ASPECTS[question.aspect], columns=columns, chosen=chosen,
        known=collection.events,
        documents=[{"says": d, "notes": notes.all(d.cite)} for d in question.documents],
        events=events, numbers=_numbers(events, notes), disputes=disputes,
        when=_when(collection, question), silent=_silent(collection, question),
        notes=notes.entries,
        previous=collection.questions[order[at - 1]] if at else None,
        next=collection.questions[order[at + 1]] if at + 1 < len(order) else None,
    )  # fmt: skip
    return str(made)


def _silent(collection: Collection, question: Question) -> list[str]:
    spoken = {p.speaks_for for p in question.positions}
    return [p.label["en"] for p in collection.head.positions if p.id not in spoken]


def index(collection: Collection, questions: Sequence[Question]) -> str:
    """The questions by era, each with its aspect and who has spoken."""
    labels = {p.id: p.label["en"] for p in collection.head.positions}
    groups: dict[str, list[dict[str, Any]]] = {}
    for question in questions:
        event = subject(collection, question)
        day = event.date.earliest or event.date.latest
        era = next(
            (e.label["en"] for e in collection.head.eras
             if day and e.dates.latest and day <= e.dates.latest), "",
        )  # fmt: skip
        row = {
            "question": question, "aspect": ASPECTS[question.aspect],
            "when": format_date(event.date, "en"),
            "sides": [labels[p.speaks_for] for p in question.positions],
        }  # fmt: skip
        groups.setdefault(era, []).append(row)
    return str(_templates().index(groups=groups))


def matrix(collection: Collection, questions: Sequence[Question]) -> str:
    """Questions × positions: who has spoken, and where none was found, as of which day."""
    positions = collection.head.positions
    rows = []
    for question in questions:
        said = {p.speaks_for: p for p in question.positions}
        rows.append({"question": question, "cells": [said.get(p.id) for p in positions]})
    return str(_templates().matrix(positions=positions, rows=rows))


def style() -> str:
    """The styles of these pages, to be put on a page once."""
    return str(_templates().style(light=PALETTE["light"], dark=PALETTE["dark"]))


@cache
def _templates() -> Any:
    return environment().get_template("compare.html").module
