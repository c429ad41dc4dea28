"""Events, with their numbers, movements and claims."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from timeline.model.fields import (
    DrawnDate,
    EdtfDate,
    Kilometres,
    Line,
    Number,
    Point,
    Prose,
    Record,
    Slug,
    Text,
)
from timeline.model.sources import Cites

Aspect = Literal["date", "cause", "responsibility", "number", "name", "legality", "course"]
"""What of a matter is disputed."""


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
    aspect: Aspect
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
