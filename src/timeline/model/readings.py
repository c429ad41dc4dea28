"""Readings: a source article statement by statement, each held against the record."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from timeline.model.fields import EdtfDate, Line, Prose, Quote, Record, Slug, Text
from timeline.model.sources import Cites

Verdict = Literal["supported", "attributed-claim", "imprecise", "anachronism", "contradicted"]


class Statement(Record):
    """One dated or datable statement of an article."""

    id: Slug
    paragraph: Annotated[int, Field(strict=True, ge=1, le=999)]
    phrase: Quote  # as the article has it
    date_words: Quote | None = None  # the date as written
    date: EdtfDate | None = None  # as the article means it
    says: Text
    voice: Literal["narrator", "speaker", "publisher"]
    speaker: Line | None = None
    event: Slug | None = None
    verdict: Verdict
    why: Prose
    cite: Cites

    @model_validator(mode="after")
    def _has_its_speaker(self) -> Statement:
        if (self.voice == "speaker") != bool(self.speaker):
            raise ValueError("expected a speaker if, and only if, voice is speaker")
        return self


class Omission(Record):
    """Something a reader would need that the article leaves out."""

    says: Text
    events: tuple[Slug, ...] = ()
    cite: Cites


class Reading(Record):
    """An article read: what it asserts, in whose voice, how that stands to the record."""

    id: Slug
    source: Slug
    title: Text
    about: Prose
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    omissions: tuple[Omission, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Reading:
        paragraphs = [s.paragraph for s in self.statements]
        if paragraphs != sorted(paragraphs):
            raise ValueError("expected statements in the order of the article")
        return self
