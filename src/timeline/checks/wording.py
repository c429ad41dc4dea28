"""Scripts of names and texts, and addresses that are no copies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from timeline.checks.telling import Tell, Types
from timeline.model import Actor, Event, Place, Region, Source

SCRIPTS = {
    "en": ("Latn",), "de": ("Latn",), "fr": ("Latn",), "tr": ("Latn", "Arab"),
    "az": ("Latn", "Cyrl", "Arab"), "hy": ("Armn",), "ru": ("Cyrl",), "uk": ("Cyrl",),
    "ka": ("Geor",), "fa": ("Arab",),
}  # fmt: skip
"""Language → the scripts it is or was written in (ISO 15924)."""

WRITTEN = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Armn": "ARMENIAN", "Geor": "GEORGIAN",
           "Arab": "ARABIC"}  # fmt: skip

# Copies that change what they copy, or are gone tomorrow; the original can be named instead.
MIRRORS = re.compile(
    r"(^|\.)(wikiwand|wikimili|explained|wikizero|wiki2|wikisum|wikibrief|alchetron|infogalactic"
    r"|dbpedia|deletionpedia|kiwix|wikipedia-on-ipfs|encycloreader|liquisearch|theinfolist|x\.io"
    r"|owiki|docslib|en-academic|academic-accelerator|dokumen\.pub|epdf|vdoc\.pub|ebin\.pub|pdfcoffee"
    r"|scribd|coursehero|studfile|archive\.is|archive\.ph|archive\.today|googleusercontent|sci-hub"
    r"|libgen|z-lib|movatter|wikitia|justapedia|alem\.dynip|deno\.dev|railway\.app)(\.|$)",
    re.IGNORECASE,
)
ARCHIVES = re.compile(r"^(web\.archive\.org|archive\.org/web)")


@cache
def _script(letter: str) -> str:
    """The script of a letter, or its name where it is of none that languages here use."""
    name = unicodedata.name(letter, "")
    return next((code for code, word in WRITTEN.items() if name.startswith(word)), name)


def scripts_of(text: str) -> set[str]:
    """The scripts a text has letters of, by their Unicode names."""
    return {_script(letter) for letter in set(text) if letter.isalpha()}


def _texts(record: Actor | Event | Region) -> Iterator[tuple[str, dict[str, str]]]:
    for field in ("title", "label", "summary", "name", "short"):
        if isinstance(text := getattr(record, field, None), dict):
            yield field, text


def _names(key: str, place: Place, tell: Tell) -> None:
    for i, name in enumerate(place.names):
        if name.script not in SCRIPTS[name.lang]:
            expected = f"one of {', '.join(SCRIPTS[name.lang])} for {name.lang}"
            tell("places", key, ("names", i, "script"), name.script, expected)
        if strange := scripts_of(name.text) - {name.script}:
            expected = f"letters of {name.script}"
            tell("places", key, ("names", i, "text"), f"{name.text} ({min(strange)})", expected)


def _addresses(key: str, source: Source, tell: Tell) -> None:
    for field in ("URL", "archived"):
        address = getattr(source, field)
        if not address:
            continue
        try:
            parts = urlsplit(address)
            host = parts.hostname or ""
        except ValueError:
            host = ""
        if "." not in host or "_" in host:
            tell("sources", key, (field,), address, "an address with the name of a host")
        elif MIRRORS.search(host):
            tell("sources", key, (field,), host, "the address of the original, not of a copy")
        elif field == "URL" and ARCHIVES.match(host):
            tell("sources", key, (field,), host, "the original's address (a copy goes to archived)")


def wording(types: Types, tell: Tell) -> None:
    """Names and texts in a script that is not their language's, addresses of copies."""
    for key, place in types["places"].items():
        _names(key, place, tell)
    for kind in ("actors", "regions", "events"):
        for key, record in types[kind].items():
            for field, text in _texts(record):
                for lang, words in text.items():
                    if lang != "en" and not scripts_of(words) & set(SCRIPTS[lang]):
                        expected = f"letters of {' or '.join(SCRIPTS[lang])}"
                        tell(kind, key, (field, lang), words[:40], expected)
    for key, source in types["sources"].items():
        _addresses(key, source, tell)
