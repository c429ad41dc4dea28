"""The head of a collection: what it is and the vocabularies its records use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from timeline.model.fields import (
    ClosedDate,
    Language,
    Lat,
    Line,
    Lon,
    Number,
    Record,
    Slug,
    Text,
)


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


class Era(Record):
    """A stretch of time that events are counted and found by."""

    id: Slug
    label: Text
    dates: ClosedDate


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
    eras: tuple[Era, ...] = ()  # one after the other
    positions: tuple[Labelled, ...]
    groups: tuple[Labelled, ...]
