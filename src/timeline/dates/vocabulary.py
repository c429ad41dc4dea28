"""What words mean: folded phrases of each language → tokens, built once when first needed.

Kinds of token, with what their value is:

- MONTH 1–12, SEASON 21–24, WEEKDAY 0–6 from Monday, COUNT and ORD (99 = the last)
- NUMBER, its `ordinal` true when it was written as one; DECADE 1920
- PART 0 early, 1 mid, 2 late; HALF and QUARTER (0 = wants an ordinal)
- UNIT, SPAN and LENGTH of days 0, weeks 1, months 2, years 3, decades 4, centuries 5: UNIT may
  stand beside a date on either side, SPAN only before a number, LENGTH is how long something took;
  YEARS is the plural that goes with a range or a decade
- FROM, UNTIL, BEFORE, AFTER, BETWEEN before a date; FROM_POST, SINCE_POST, UNTIL_POST,
  BEFORE_POST, BETWEEN_POST after it; LATER, EARLIER, AGO after a length; AND, OR, DASH, SLASH
- REL -1 last, 0 this or that, 1 next; DAYREL yesterday to tomorrow; NOW
- ABOUT, PERHAPS; OLD and NEW style; CE, BCE, FOREIGN calendars; NIGHT; FILL says nothing
- CLOCK, a time of day, and HOUR, the word beside its number
- ONTO, DATED, ORDINAL_PREFIX and the kinds with OR or CENTURY in their name: words with two
  meanings, settled by their neighbours in `tokens` or `words`
- WORD, a word that is in no list; OPEN and CLOSE, brackets; COMMA
"""

import re
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from .folding import fold

LANGUAGES = ("en", "ru", "az", "hy", "tr", "ka", "fa")


class Token(NamedTuple):
    """A word or number of a phrase and what it means."""

    kind: str
    value: int = 0
    text: str = ""
    ordinal: bool = False


class Vocabulary(NamedTuple):
    """The words of a language."""

    words: dict[tuple[str, ...], tuple[Token, ...]]
    """Phrase, split as `split_words` does → its tokens."""

    endings: dict[str, tuple[Token, ...]]
    """What may be glued to a number → tokens that follow the number."""

    longest: int
    """Words in the longest phrase."""


_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)?|[^\s\w]|_")


def split_words(folded: str) -> list[re.Match[str]]:
    """Split folded text into numbers, words and signs."""
    return list(_PIECE.finditer(folded))


@lru_cache
def vocabulary(lang: str) -> Vocabulary:
    """The words of one of `LANGUAGES`."""
    module = import_module(f".languages.{lang}", __package__)
    words: dict[tuple[str, ...], tuple[Token, ...]] = {}
    for group in module.WORDS:
        for meaning, phrases in group.items():
            tokens = _tokens(meaning)
            for phrase in phrases.split(","):
                pieces = tuple(m.group().replace("'", "") for m in split_words(fold(phrase)))
                words[pieces] = tuple(token._replace(text=phrase.strip()) for token in tokens)
    endings = {
        fold(ending).replace(" ", ""): _tokens(meaning)
        for meaning, listed in module.ENDINGS.items()
        for ending in listed.split(",")
    }
    return Vocabulary(words, endings, max(map(len, words)))


def _tokens(meaning: str) -> tuple[Token, ...]:
    tokens = []
    for part in filter(None, meaning.split(" + ")):
        kind, _, value = part.partition(" ")
        tokens.append(Token(kind, int(value or 0)))
    return tuple(tokens)
