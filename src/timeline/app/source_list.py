"""The sources of a collection: which are asked for, what cites them, and both as HTML.

The pages place the result; what is read here comes from the collection and is never trusted: one
autoescaping template makes all of the HTML.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from math import ceil
from typing import Any

from timeline.atlas import Layer
from timeline.checks import cites_of
from timeline.collection import Collection
from timeline.dates import format_date
from timeline.draw.palette import PALETTE
from timeline.exchange import styles
from timeline.exchange.csl import item, write_csl
from timeline.exchange.reference_managers import bibtex, ris
from timeline.model import Event, Source
from timeline.select import fold
from timeline.viewer.html import CHECKED, environment

PER_PAGE = 40
FEW = 6  # events named beside a source before they are folded away
NOBODY = "none"  # the position of a source that carries nobody's
KINDS = {
    "primary-document": "Primary document",
    "official-statement": "Official statement",
    "state-media": "State media",
    "press": "Press",
    "reference-work": "Reference work",
    "scholarship": "Scholarship",
    "court": "Court",
    "igo": "International organisation",
    "ngo": "Non-governmental organisation",
}
LANGUAGES = {
    "en": "English",
    "az": "Azerbaijani",
    "hy": "Armenian",
    "ru": "Russian",
    "ka": "Georgian",
    "tr": "Turkish",
    "fa": "Persian",
    "de": "German",
    "fr": "French",
    "uk": "Ukrainian",
}
CHECKS = {key: word.capitalize() for key, word in CHECKED.items()}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks for; None or nothing means everything."""

    kind: str | None = None
    position: str | None = None
    language: str | None = None
    checked: str | None = None
    era: str | None = None
    words: str = ""


@dataclass(frozen=True)
class Bibliography:
    """All sources in order of title, with what cites them and the text words are found in."""

    sources: tuple[Source, ...]
    events: Mapping[str, tuple[Event, ...]]
    uses: Mapping[str, str]
    """Other than events: "3 places, 1 map area"."""

    texts: Mapping[str, str] = field(repr=False)
    eras: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """Source → ids of the eras of the events that cite it."""

    def matching(self, wanted: Wanted) -> tuple[Source, ...]:
        """The sources that pass all filters; every word must be found."""
        words = fold(wanted.words).split()
        return tuple(
            s
            for s in self.sources
            if wanted.kind in (None, s.kind)
            and wanted.position in (None, s.speaks_for or NOBODY)
            and wanted.language in (None, s.language)
            and wanted.checked in (None, s.checked)
            and (wanted.era is None or wanted.era in self.eras.get(s.id, ()))
            and all(word in self.texts[s.id] for word in words)
        )


def pages_of(sources: Sequence[Source]) -> int:
    """How many pages a list takes; an empty one takes one."""
    return max(1, ceil(len(sources) / PER_PAGE))


def positions_of(collection: Collection) -> dict[str, str]:
    """Whose position a source may carry: id → words."""
    return {NOBODY: "None"} | {p.id: p.label["en"] for p in collection.head.positions}


def bibliography(collection: Collection) -> Bibliography:
    """The bibliography of a collection, made once per data version."""
    return _bibliography(_ByDigest(collection.digest or str(id(collection)), collection))


def csl(collection: Collection, sources: Sequence[Source]) -> str:
    """Some of the sources as CSL-JSON."""
    return write_csl(replace(collection, sources={s.id: s for s in sources}))


def entries(collection: Collection, sources: Sequence[Source], page: int) -> str:
    """One page of a list of sources (counted from 1) as HTML."""
    found = bibliography(collection)
    positions = positions_of(collection)
    rows = [
        {
            "source": s,
            "titles": _titles(s),
            "href": s.URL or (f"https://doi.org/{s.DOI}" if s.DOI else ""),
            "authors": ", ".join(n.full for n in s.author),
            "editors": ", ".join(n.full for n in s.editor),
            "where": _where(s),
            "issued": format_date(s.issued, "en") if s.issued else "no date",
            "accessed": format_date(s.accessed, "en") if s.accessed else "",
            "position": positions.get(s.speaks_for or "", ""),
            "events": found.events.get(s.id, ()),
            "uses": found.uses.get(s.id, ""),
            "styles": {name: styles.html(style(s)) for name, style in styles.STYLES.items()},
            "files": {
                "BibTeX": bibtex(s),
                "RIS": ris(s).replace("\r\n", "\n"),
                "CSL-JSON": json.dumps(item(s), ensure_ascii=False, indent=1),
            },
        }
        for s in sources[(page - 1) * PER_PAGE : page * PER_PAGE]
    ]
    made = _templates().entries(rows=rows, kinds=KINDS, languages=LANGUAGES, checks=CHECKS, few=FEW)
    return str(made)


def layers(found: Sequence[Layer]) -> str:
    """The map layers, their sources and licences, as HTML."""
    rows = [{"layer": x, "valid": format_date(x.valid, "en")} for x in found]
    return str(_templates().layers(rows=rows))


def style() -> str:
    """The styles of both, to be put on the page once."""
    return str(_templates().style(light=PALETTE["light"], dark=PALETTE["dark"]))


@dataclass(frozen=True)
class _ByDigest:
    digest: str
    collection: Collection = field(compare=False, repr=False)


@lru_cache(maxsize=4)
def _bibliography(of: _ByDigest) -> Bibliography:
    collection = of.collection
    events: dict[str, list[Event]] = {}
    for event in collection.events.values():
        for key in event.sources():
            events.setdefault(key, []).append(event)
    uses: dict[str, dict[str, int]] = {}
    for what, cites in _other_cites(collection):
        for key in cites:
            counted = uses.setdefault(key, {})
            counted[what] = counted.get(what, 0) + 1
    return Bibliography(
        tuple(sorted(collection.sources.values(), key=_order)),
        {key: tuple(found) for key, found in events.items()},
        {
            key: ", ".join(f"{n} {what}{'s' if n > 1 else ''}" for what, n in counted.items())
            for key, counted in uses.items()
        },
        {s.id: _text(s) for s in collection.sources.values()},
        {key: frozenset(collection.eras_of(cited)) for key, cited in events.items()},
    )


def _other_cites(collection: Collection) -> list[tuple[str, set[str]]]:
    out = []
    for place in collection.places.values():
        cites = [*place.cite, *(c for name in place.names for c in name.cite)]
        out.append(("place", {c.source for c in cites}))
    for region in collection.regions.values():
        out.append(("map area", {c.source for c in region.cite}))
    for question in collection.questions.values():
        out.append(("question", {c.source for _, c in cites_of(question)}))
    for reading in collection.readings.values():
        out.append(("reading", {c.source for _, c in cites_of(reading)}))
    return out


def _order(source: Source) -> tuple[str, str]:
    title = fold(_titles(source)[0][1]).lstrip("“”‘’\"'«„([. ")
    for article in ("the ", "a ", "an "):
        title = title.removeprefix(article)
    return title, source.id


def _titles(source: Source) -> list[tuple[str, str]]:
    """Titles with their languages: English first, then as published."""
    if list(source.title) == ["en"]:  # a plain text: in the language of the source
        return [(source.language, source.title["en"])]
    return sorted(source.title.items(), key=lambda t: (t[0] != "en", t[0] != source.language))


def _where(source: Source) -> list[str]:
    """What a source stands in, as a bibliography has it, without the container itself."""
    publisher = ", ".join(dict.fromkeys(
        x for x in (source.publisher, source.publisher_place)
        if x and x != source.container_title
    ))  # fmt: skip
    volume = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    page = source.page
    if page and page[0].isdigit():
        several = "-" in page or "–" in page or "," in page
        page = f"{'pp.' if several else 'p.'} {page.replace('-', '–')}"
    return [x for x in (volume, page, source.number, publisher) if x]


def _text(source: Source) -> str:
    people = [n.full for n in (*source.author, *source.editor)]
    parts = [*source.title.values(), *people, source.container_title, source.publisher,
             source.publisher_place, source.number, source.note, source.DOI, source.URL,
             source.id, format_date(source.issued, "en") if source.issued else None]  # fmt: skip
    return fold(" ".join(p for p in parts if p))


@cache
def _templates() -> Any:
    return environment().get_template("source.html").module
