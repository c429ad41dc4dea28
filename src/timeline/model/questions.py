"""Contested questions: positions side by side, and what the documents themselves say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from timeline.model.events import Aspect
from timeline.model.fields import ClosedDate, EdtfDate, Line, Prose, Record, Slug, Text
from timeline.model.sources import Cites


class Position(Record):
    """What one side says on a question, in our words and in its own terms."""

    id: Slug
    by: Text
    speaks_for: Slug  # a position of collection.yaml
    said: EdtfDate
    says: Text
    words: tuple[Line, ...] = ()  # what this side calls the thing
    claims: tuple[Slug, ...] = ()  # claims on events that carry this position
    cite: Cites


class DocumentSays(Record):
    """What a primary document itself says on a question, in our words."""

    says: Text
    date: EdtfDate | None = None
    cite: Cites


class Question(Record):
    """Something that is answered differently, with the answers in order of their date."""

    id: Slug
    title: Text
    label: Annotated[Line, Field(max_length=40)]
    aspect: Aspect
    why: Prose
    events: Annotated[tuple[Slug, ...], Field(min_length=1)]
    positions: Annotated[tuple[Position, ...], Field(min_length=2, max_length=5)]
    documents: tuple[DocumentSays, ...] = ()
    no_documents: Prose | None = None  # what was looked for and not found
    searched: ClosedDate  # when positions were looked for: a side that is absent was not found then

    @model_validator(mode="after")
    def _fair(self) -> Question:
        sides = [p.speaks_for for p in self.positions]
        if len(set(sides)) < len(sides):
            raise ValueError("expected positions that each speak for another side")
        said = [p.said for p in self.positions]
        if said != sorted(said):
            raise ValueError("expected positions in order of the date they were stated")
        if bool(self.documents) == bool(self.no_documents):
            raise ValueError("expected either documents or no_documents")
        return self
