"""Quotes from the source articles, held against the articles themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.checks import cites_of
from timeline.collection import Collection
from timeline.problems import Problem, shown

_MARKS = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "\u00a0": " "})


def _even(text: str) -> str:
    """Typography and line breaks evened out, so that only the words are compared."""
    return re.sub(r"\s+", " ", text.translate(_MARKS)).strip()


def _stands(quote: str, text: str) -> bool:
    """Whether the parts of a quote stand in a text as whole words, in their order."""
    parts = [p for p in re.split(r"\s*(?:…|\[?\.\.\.\]?)\s*", quote) if re.search(r"\w", p)]
    pattern = ".*?".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in parts)
    return bool(parts) and re.search(pattern, text) is not None


def _quoted(collection: Collection) -> Iterator[tuple[str, str, tuple, str, str]]:
    """Every quote, as (type, record, path to it, words, source)."""
    for kind in ("events", "regions", "places", "questions", "readings"):
        for key, record in getattr(collection, kind).items():
            for where, cite in cites_of(record):
                if cite.quote:
                    yield kind, key, (*where, "quote"), cite.quote, cite.source
    for key, reading in collection.readings.items():
        for i, statement in enumerate(reading.statements):
            for name in ("phrase", "date_words"):
                if words := getattr(statement, name):
                    yield "readings", key, ("statements", i, name), words, reading.source


def check(collection: Collection, articles: Path) -> list[Problem]:
    """Every quote of a source article that does not stand in it verbatim.

    Quotes may leave out words with an ellipsis (… or [...]); each part is looked for.
    """
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for source in collection.sources.values():
        if not source.article:
            continue
        path = articles / source.article
        raw = collection.raw["sources", source.id]
        if Path(source.article).name != source.article or not path.is_file():
            problems.append(
                Problem(
                    raw.file, raw.line("article"), source.id, "article",
                    shown(source.article), f"a file in {articles.name}/",
                )
            )  # fmt: skip
            continue
        try:
            texts[source.id] = _even(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(
                Problem(
                    raw.file, raw.line("article"), source.id, "article", str(error),
                    "a readable UTF-8 file",
                )
            )  # fmt: skip
    for kind, key, where, quote, article in _quoted(collection):
        if article in texts and not _stands(_even(quote), texts[article]):
            raw = collection.raw[kind, key]
            problems.append(
                Problem(
                    raw.file, raw.line(*where), key, ".".join(map(str, where)),
                    shown(quote), f"words that stand in {article}",
                )
            )  # fmt: skip
    return problems
