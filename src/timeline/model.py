"""The records of a collection, as frozen pydantic models: what each field means and may hold.

A record knows only itself; what spans records (does that source exist?) is checked in
``timeline.checks``. Dates are EDTF values (ISO 8601-2:2019), points are ``(lon, lat)`` in WGS84
degrees, texts are a string (English) or a map of language to text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from timeline.dates import Edtf, parse_edtf

LANGUAGES = ("en", "az", "hy", "ru", "ka", "tr", "fa", "de", "fr", "uk")
QUOTE_WORDS = 12  # a quote in a citation is at most this long


def _edtf(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise ValueError("expected an EDTF date in quotes, e.g. '1918-05-28'")
    return parse_edtf(value)


def _text(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        value = {"en": value}
    if not isinstance(value, dict) or not value:
        raise ValueError("expected a text, or a map of language to text")
    for lang, words in value.items():
        if lang not in LANGUAGES:
            raise ValueError(f"expected languages of {', '.join(LANGUAGES)}, not {lang!r}")
        if not isinstance(words, str) or not words.strip():
            raise ValueError(f"expected a text for {lang!r}")
    return dict(value)


def _english(value: dict[str, str]) -> dict[str, str]:
    if "en" not in value:
        raise ValueError("expected the text in English (en), too")
    return value


def _drawn(value: Edtf) -> Edtf:
    if value.earliest is None and value.latest is None:
        raise ValueError("expected a date that is open on one side at most")
    return value


def _closed(value: Edtf) -> Edtf:
    if value.earliest is None or value.latest is None:
        raise ValueError("expected a date with a first and a last day")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise ValueError("expected an http or https address without blanks")
    return value


def _few_words(value: str) -> str:
    if len(value.split()) > QUOTE_WORDS:
        raise ValueError(f"expected at most {QUOTE_WORDS} words, found {len(value.split())}")
    return value


EdtfDate = Annotated[
    Edtf,
    BeforeValidator(_edtf),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "edtf"}),
]
AnyText = Annotated[
    dict[str, str],
    BeforeValidator(_text),
    PlainSerializer(
        lambda t: t["en"] if list(t) == ["en"] else t, return_type=dict[str, str] | str
    ),
]
Text = Annotated[AnyText, AfterValidator(_english)]
DrawnDate = Annotated[EdtfDate, AfterValidator(_drawn)]
ClosedDate = Annotated[EdtfDate, AfterValidator(_closed)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Quote = Annotated[Line, AfterValidator(_few_words)]
WebAddress = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_web_address)]
# Strict: a number in quotes is a text, and "nan" no number.
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Lon = Annotated[Number, Field(ge=-180, le=180)]
Lat = Annotated[Number, Field(ge=-90, le=90)]
Kilometres = Annotated[Number, Field(ge=0, le=500)]
Point = tuple[Lon, Lat]
Language = Literal["en", "az", "hy", "ru", "ka", "tr", "fa", "de", "fr", "uk"]


class Record(BaseModel):
    """Anything read from the collection: frozen, no unknown keys, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Citation(Record):
    """Where a statement stands: a source, the place in it, and at most a dozen of its words."""

    source: Slug
    locator: Line | None = None  # page, paragraph, article: "p. 184", "¶3", "art. 1"
    quote: Quote | None = None


Cites = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Name(Record):
    """A person's name as CSL has it: family and given, or one literal for bodies."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Name:
        if bool(self.family) == bool(self.literal):
            raise ValueError("expected either family (and given) or literal")
        return self


SourceKind = Literal[
    "primary-document",
    "official-statement",
    "state-media",
    "press",
    "reference-work",
    "scholarship",
    "court",
    "igo",
    "ngo",
]


class Source(Record):
    """A work that can be cited, shaped like a CSL item (citation style language 1.0.2)."""

    id: Slug
    type: Literal[
        "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset",
        "entry-encyclopedia", "interview", "legal_case", "legislation", "map", "pamphlet",
        "post-weblog", "report", "speech", "treaty", "webpage", "thesis", "document",
    ]  # fmt: skip
    title: AnyText
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    container_title: Line | None = None
    publisher: Line | None = None
    publisher_place: Line | None = None
    issued: EdtfDate | None = None
    volume: Line | None = None
    issue: Line | None = None
    page: Line | None = None
    number: Line | None = None  # document symbol, e.g. S/RES/822(1993)
    DOI: Line | None = None
    ISBN: Line | None = None
    ISSN: Line | None = None
    URL: WebAddress | None = None
    archived: WebAddress | None = None
    accessed: EdtfDate | None = None
    language: Language = "en"
    kind: SourceKind
    speaks_for: Slug | None = None  # a position of collection.yaml, if it carries anyone's
    checked: Literal["read", "excerpt", "unopened"]
    article: Line | None = None  # file name, for the source articles whose quotes are verified
    note: Prose | None = None


class PlaceName(Record):
    """A name a place bears or bore, in one language and script, for a time."""

    text: Line
    lang: Language
    script: Literal["Latn", "Cyrl", "Armn", "Geor", "Arab"]
    kind: Literal["official", "local", "historical", "exonym"]
    from_: EdtfDate | None = Field(default=None, alias="from")
    to: EdtfDate | None = None
    cite: tuple[Citation, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        """Whether the name was in use on ``day`` (bounds inclusive, absent = open)."""
        first = self.from_.earliest if self.from_ else None
        last = self.to.latest if self.to else None
        return (first is None or first <= day) and (last is None or day <= last)


class Place(Record):
    """A point of the gazetteer with all its names."""

    id: Slug
    point: Point
    kind: Literal["capital", "city", "town", "village", "crossing", "site", "area"] = "town"
    # when its label shows: 1 always, 5 close up only
    rank: Annotated[int, Field(strict=True, ge=1, le=5)] = 4
    precision_km: Kilometres = 1.0
    names: Annotated[tuple[PlaceName, ...], Field(min_length=1)]
    cite: tuple[Citation, ...] = ()
    note: Prose | None = None

    def name_on(self, day: dt.date, lang: str = "en") -> str:
        """The name of ``day`` in ``lang``: official before local before others, then English."""
        order = {"official": 0, "local": 1, "exonym": 2, "historical": 3}
        for wanted in (lang, "en", None):
            fit = [n for n in self.names if wanted in (None, n.lang)]
            valid = [n for n in fit if n.holds_on(day)]
            if valid:
                return min(valid, key=lambda n: order[n.kind]).text
        return self.names[0].text


class Actor(Record):
    """A state, body, army or person that takes part in events or holds a region."""

    id: Slug
    name: Text
    short: Text | None = None
    kind: Literal["state", "body", "force", "person", "people", "company"] = "state"
    valid: EdtfDate | None = None
    group: Slug  # a group of collection.yaml: the colour it is painted in
    note: Prose | None = None


STATE_KINDS = frozenset({"state", "federation", "union-republic"})
"""Kinds of region that are states or parts of a union: painted in their power's colour."""


class Region(Record):
    """An area that was recognised, held or claimed by somebody for a time."""

    id: Slug
    name: Text
    kind: Literal[
        "state", "federation", "union-republic", "autonomy", "governorate", "uezd", "district",
        "control", "claim", "zone", "area",
    ]  # fmt: skip
    status: Literal["recognised", "de-facto", "claimed"]
    by: Slug | None = None  # the actor who administers, holds or claims it
    focus: Literal["zangezur", "nakhchivan", "karabakh"] | None = None
    valid: EdtfDate
    geometry: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+#[a-z0-9-]+$")]
    basis: Prose
    error_km: Kilometres
    cite: Cites
    note: Prose | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the region existed on ``day`` (both ends inclusive)."""
        return self.valid.contains(day)


class EventPlace(Record):
    """A place in its part in an event."""

    place: Slug
    role: Literal["site", "seat", "subject", "target", "origin", "via", "destination"] = "site"


class Path(Record):
    """A movement or flight as a line of places or points."""

    places: tuple[Slug, ...] = ()
    points: tuple[Point, ...] = ()
    mode: Literal["army", "flight", "people", "front", "road"]
    basis: Prose
    error_km: Kilometres

    @model_validator(mode="after")
    def _a_line(self) -> Path:
        if bool(self.places) == bool(self.points):
            raise ValueError("expected either places or points")
        if len(self.places or self.points) < 2:
            raise ValueError("expected at least two places or points")
        return self


class Figure(Record):
    """A number somebody gives: of dead, of displaced, of square kilometres."""

    what: Line  # "dead", "displaced", "area"
    of: Line | None = None  # whom: "civilians, Azerbaijani count"
    unit: Line = "people"
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    by: Line  # the counter
    cite: Cites

    @model_validator(mode="after")
    def _in_order(self) -> Figure:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if not given:
            raise ValueError("expected at least one of low, best, high")
        if given != sorted(given):
            raise ValueError("expected low <= best <= high")
        return self


class Claim(Record):
    """What somebody says of an event, in our words."""

    id: Slug
    aspect: Literal["date", "cause", "responsibility", "number", "name", "legality", "course"]
    by: Text
    speaks_for: Slug | None = None
    said: EdtfDate | None = None
    says: Text
    cite: Cites
    disputes: tuple[Slug, ...] = ()
    supports: tuple[Slug, ...] = ()


class Event(Record):
    """Something that happened, told neutrally, with who says otherwise."""

    id: Slug
    title: Text
    label: Text  # a few words for the timeline and the map
    date: DrawnDate
    calendar_note: Prose | None = None
    kind: Slug
    weight: Literal[1, 2, 3]  # 1 landmark, 2 major, 3 detail
    actors: tuple[Slug, ...] = ()
    places: Annotated[tuple[EventPlace, ...], Field(min_length=1)]
    path: Path | None = None
    part_of: Slug | None = None
    follows: tuple[Slug, ...] = ()
    summary: Text
    content_note: Prose | None = None
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    cite: Cites

    @property
    def contested(self) -> bool:
        """Whether any claim on the event disputes another."""
        return any(c.disputes for c in self.claims)

    def sources(self) -> tuple[str, ...]:
        """Ids of all sources cited on the event, in order of first use."""
        cites = [*self.cite]
        for figure in self.figures:
            cites += figure.cite
        for claim in self.claims:
            cites += claim.cite
        return tuple(dict.fromkeys(c.source for c in cites))


class Lane(Record):
    """A theme of events: one lane of the timeline, one colour, one shape of mark."""

    id: Slug
    label: Text


class Kind(Record):
    """A kind of event and the lane it stands in."""

    id: Slug
    label: Text
    lane: Slug


class Labelled(Record):
    """An id with a label: a position in disputes, a colour group of actors."""

    id: Slug
    label: Text


class Landmark(Record):
    """An event one click away on the first screen."""

    event: Slug
    label: Text


class DefaultView(Record):
    """What the first screen shows."""

    from_: ClosedDate = Field(alias="from")
    to: ClosedDate
    asof: ClosedDate
    camera: tuple[Lon, Lat, Annotated[Number, Field(ge=0, le=20)]]  # lon, lat, zoom


class Head(Record):
    """The head of a collection: what it is and the vocabularies its records use."""

    title: Text
    summary: Text
    version: Line
    licence: Line
    languages: tuple[Language, ...]
    default_view: DefaultView
    landmarks: tuple[Landmark, ...]
    lanes: Annotated[tuple[Lane, ...], Field(min_length=1)]
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]
    positions: tuple[Labelled, ...]
    groups: tuple[Labelled, ...]
