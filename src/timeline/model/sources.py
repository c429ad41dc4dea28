"""Sources, and the citations that point into them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from timeline.model.fields import (
    AnyText,
    EdtfDate,
    Language,
    Line,
    Prose,
    Quote,
    Record,
    Slug,
    WebAddress,
)


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

    @property
    def full(self) -> str:
        """The name as it is spoken: given, then family."""
        return self.literal or " ".join(p for p in (self.given, self.family) if p)


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

    @property
    def own_title(self) -> str:
        """The title in the source's own language, else the first given."""
        return self.title.get(self.language) or next(iter(self.title.values()))
