"""Places with their names, the powers that act and hold, and the areas they held."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from timeline.model.fields import (
    EdtfDate,
    Kilometres,
    Language,
    Line,
    Point,
    Prose,
    Record,
    Slug,
    Text,
)
from timeline.model.sources import Citation, Cites


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

    @property
    def gap(self) -> bool:
        """Whether it is contested land for which no line of control can be drawn: hatched."""
        return self.status == "claimed" and self.kind == "area" and self.by is None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the region existed on ``day`` (both ends inclusive)."""
        return self.valid.contains(day)
